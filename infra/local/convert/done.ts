import type { FileOutcome } from './convert-file.ts'

/** One file of a batch that has come to its end. */
export interface Done {
  /** As the person wrote it. */
  readonly file: string
  /** Of its results. */
  readonly folder: string
  readonly result: FileOutcome
  /** Of its outputs. */
  readonly names: readonly string[]
  /** Its result stood already: it was not converted again. */
  readonly skipped: boolean
  /** Milliseconds that reading, converting and writing took, without waiting for a worker. */
  readonly ms: number
}
