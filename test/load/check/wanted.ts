import { insideKey } from '../../../lib/submission/archive.ts'
import type { Expected, LoadFile, Submission } from '../documents/submission.ts'

/** One version of an upload that must have been taken to its end. */
export interface Wanted {
  readonly key: string
  readonly version: string
  /** `latest.json` must point to it. */
  readonly newest: boolean
  readonly expected: Expected
}

/** The versions of a submission, and of what lies in it, each with the name the place gives it. */
export const wantedOf = (
  { key, versions, inside = {} }: Submission,
  versionOf: (file: LoadFile, at: number) => string,
): readonly Wanted[] => {
  const own = versions.map((file, at) => ({
    key,
    version: versionOf(file, at),
    newest: at === versions.length - 1,
    expected: file.expected,
  }))
  const parts = Object.entries(inside).map(([name, { expected }]) => ({
    key: insideKey(key, name),
    version: own[0]!.version,
    newest: true,
    expected,
  }))
  return [...own, ...parts]
}

/** Where outputs stand, on disk or in a bucket. */
export interface Outbox {
  readonly keys: () => Promise<ReadonlySet<string>>
  readonly read: (key: string) => Promise<Uint8Array | null>
}

/** Takes down what is broken; prints the first few only. */
export interface Complaints {
  readonly add: (sentence: string) => void
  readonly all: readonly string[]
}

export const openComplaints = (): Complaints => {
  const all: string[] = []
  return { all, add: sentence => all.push(sentence) }
}
