import type { Verdict } from '../../../lib/checks/check.ts'
import type { Values } from '../../support/form-html.ts'

/** What must come of one version of a file. */
export type Expected =
  | {
      readonly outcome: 'validated'
      readonly verdict: Verdict
      /** A check that must have been broken. */
      readonly broken: string | null
      /** Figures that the JSON must hold, '' for a blank cell; null where they are not known beforehand. */
      readonly figures: Values | null
    }
  | { readonly outcome: 'rejected'; readonly code: string }
  /** An archive, told of once all in it are through. */
  | { readonly outcome: 'unpacked'; readonly files: readonly string[] }

export interface LoadFile {
  readonly bytes: Buffer
  readonly sha256: string
  readonly expected: Expected
}

/** A file of the inbox, or an object of the uploads bucket: its versions, oldest first. */
export interface Submission {
  readonly key: string
  readonly kind: string
  readonly versions: readonly [LoadFile, ...LoadFile[]]
  /** What lies in an archive, by name. */
  readonly inside?: Readonly<Record<string, LoadFile>>
}
