import { compareKeys } from './key-order.ts'
import { keyPrefix, resultsPrefix } from './keys.ts'
import type { Listed, Store } from './ports.ts'
import type { Upload } from './upload.ts'

/** A version that is there, and since when. */
export interface ListedUpload {
  readonly upload: Upload
  readonly since: Date
  /** The version it goes by where the notification gave no version id. */
  readonly etag?: string
}

/** Where uploads and results stand. */
export interface Places {
  /** Every version of the uploads whose keys stand behind `after`, in the order of `compareKeys`. */
  readonly uploads: (after: string) => AsyncIterable<ListedUpload>
  readonly outputs: Store
  /** Of the uploads' keys; empty for all. */
  readonly prefix: string
  /** Uploads looked through at a time. */
  readonly atATime?: number
}

/**
 * Where to go on: with the uploads behind the key `after` and the results behind the key `from`. The two are only
 * meant to lie close together: whatever stands in between is in one stretch or another.
 */
export interface Place {
  readonly after: string
  readonly from: string
}

export const beginning: Place = { after: '', from: '' }

/** A piece of both listings: some uploads, all versions of a key together, and the results behind the key `from` up to the key `to`. */
export interface Stretch {
  readonly uploads: readonly ListedUpload[]
  readonly from: string
  /** Null: to the end. */
  readonly to: string | null
  /** Where to go on behind it; behind the last key, the beginning. */
  readonly next: Place
  /** The key of its last upload, or of the last before it. */
  readonly last: string
}

const manyUploads = 1000

const later = (a: string, b: string): string => (compareKeys(a, b) >= 0 ? a : b)

async function* cut(
  { uploads, atATime = manyUploads }: Places,
  start: Place,
  end: Place | null,
): AsyncGenerator<Stretch> {
  let kept: ListedUpload[] = []
  let { after, from } = start
  for await (const listed of uploads(start.after)) {
    const { key } = listed.upload
    if (end && compareKeys(key, end.after) > 0) break
    if (kept.length >= atATime && key !== after) {
      // The results of what comes behind stand there or, where a key continues another, a little before.
      const behind = later(from, keyPrefix({ key }))
      const to = end && compareKeys(behind, end.from) > 0 ? end.from : behind
      yield { uploads: kept, from, to, next: { after, from: to }, last: after }
      kept = []
      from = to
    }
    kept.push(listed)
    after = key
  }
  yield { uploads: kept, from, to: end?.from ?? null, next: beginning, last: after }
}

/** Both listings once around in pieces that can be looked at side by side: from `start` to the end, then up to `start`. */
export async function* stretches(places: Places, start: Place): AsyncGenerator<Stretch> {
  yield* cut(places, start, null)
  if (start.after !== '' || start.from !== '') yield* cut(places, beginning, start)
}

/** What stands in a stretch of the outputs. */
export async function* resultsIn({ from, to }: Stretch, { outputs, prefix }: Places): AsyncGenerator<Listed> {
  if (to !== null && compareKeys(from, to) >= 0) return
  for await (const listed of outputs.list(resultsPrefix(prefix), from)) {
    if (to !== null && compareKeys(listed.key, to) > 0) return
    yield listed
  }
}
