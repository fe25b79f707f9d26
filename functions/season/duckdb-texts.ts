import { DuckDBBlobVector, type DuckDBVarCharVector } from '@duckdb/node-api'

/**
 * The texts of a vector of DuckDB. Each by itself is fetched from the engine with a call that takes longer than all else that
 * is done to it; texts that lie one behind the other, as they do in results and in files, are fetched together.
 */

/** What a vector of the package keeps: not promised, so where it is otherwise its own way is taken. */
interface Kept {
  readonly dataView?: DataView
  readonly validity?: ConstructorParameters<typeof DuckDBBlobVector>[1]
  readonly vector?: ConstructorParameters<typeof DuckDBBlobVector>[2]
}

/** A text in 16 bytes: its length, then itself, or its beginning and where it lies. */
const entryBytes = 16
const longestWithin = 12

/**
 * In pages of Parquet the length of each stands before it, in what was put in order the other texts of its row. A gap that is
 * shorter than a page of memory lies on the pages of its two ends, which are there.
 */
const widestGap = 256

/** Of many texts: one fetch must not become too large for the numbers of its length. */
const mostBytes = 1 << 24

interface Run {
  /** Which texts, by their places. */
  readonly places: number[]
  /** Where each begins, counted from the first. */
  readonly starts: number[]
  bytes: number
}

/** Below 2^48, which a number holds exactly. */
const addressAt = (view: DataView, at: number): number =>
  view.getUint32(at + 12, true) * 2 ** 32 + view.getUint32(at + 8, true)

const runsOf = (view: DataView, isThere: (place: number) => boolean, count: number): readonly Run[] => {
  const runs: Run[] = []
  let [first, end] = [0, -1]
  for (let place = 0; place < count; place++) {
    const length = view.getUint32(place * entryBytes, true)
    if (length <= longestWithin || !isThere(place)) continue
    const address = addressAt(view, place * entryBytes)
    const gap = address - end
    const last = runs.at(-1)
    if (last && gap >= 0 && gap <= widestGap && address + length - first < mostBytes) {
      last.places.push(place)
      last.starts.push(address - first)
      last.bytes = address + length - first
    } else {
      runs.push({ places: [place], starts: [0], bytes: length })
      first = address
    }
    end = address + length
  }
  return runs
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The bytes of each run, out of a copy of the entries in which its first is as long as all of it. */
const fetched = (view: DataView, runs: readonly Run[], { validity, vector }: Required<Kept>) => {
  const entries = new DataView(
    view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) as ArrayBuffer,
  )
  for (const { places, bytes } of runs) entries.setUint32(places[0]! * entryBytes, bytes, true)
  const wide = new DuckDBBlobVector(entries, validity, vector, 0, view.byteLength / entryBytes)
  return runs.map(({ places }) => bufferOf(wide.getItemBytes(places[0]!)!))
}

/** Puts those in their places that lie elsewhere. */
const putRuns = (texts: (string | null)[], view: DataView, kept: Required<Kept>): void => {
  const { validity } = kept
  const runs = runsOf(view, place => validity.itemValid(place), texts.length)
  for (const [at, bytes] of fetched(view, runs, kept).entries()) {
    const { places, starts } = runs[at]!
    for (let index = 0; index < places.length; index++) {
      const [place, from] = [places[index]!, starts[index]!]
      texts[place] = bytes.toString('utf8', from, from + view.getUint32(place * entryBytes, true))
    }
  }
}

/** Puts those in their places that stand in their entries themselves. */
const putShort = (texts: (string | null)[], view: DataView, { validity }: Required<Kept>): void => {
  const bytes = bufferOf(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
  for (let place = 0; place < texts.length; place++) {
    const at = place * entryBytes
    const length = view.getUint32(at, true)
    if (length <= longestWithin && validity.itemValid(place))
      texts[place] = bytes.toString('utf8', at + 4, at + 4 + length)
  }
}

/** Every text of a vector, in order; null where there is none. */
export const textsOf = (vector: DuckDBVarCharVector): readonly (string | null)[] => {
  const texts = new Array<string | null>(vector.itemCount).fill(null)
  const kept = vector as unknown as Kept
  const { dataView: view, validity } = kept
  if (view instanceof DataView && view.byteLength === texts.length * entryBytes && validity) {
    putRuns(texts, view, kept as Required<Kept>)
    putShort(texts, view, kept as Required<Kept>)
  }
  for (let place = 0; place < texts.length; place++) texts[place] ??= vector.getItem(place)
  return texts
}
