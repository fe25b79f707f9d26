import type { Cover } from './cover.ts'

/** A line across that is seen by itself, in pixels. */
export interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
}

interface Found extends Run {
  readonly y: number
  readonly depth: number
}

/** Runs this near are one line. */
const sameLine = 4
/** Its ends are looked at over so many pixels. */
const endLength = 8

/** Rows of a run with what is seen on them. */
const trimmed = (
  { width, seen }: Cover,
  y: number,
  from: number,
  to: number,
  end: number,
): [number, number] => {
  const base = y * width
  const isDense = (at: number, step: 1 | -1): boolean => {
    let on = 0
    for (let k = 0, x = at; k < endLength; k++, x += step)
      if (x >= 0 && x < width && seen[base + x] === 2) on++
    return seen[base + at] === 2 && on >= endLength * end
  }
  let [first, last] = [from, to - 1]
  while (first < last && !isDense(first, 1)) first++
  while (last > first && !isDense(last, -1)) last--
  return [first, last + 1]
}

/** Where the ridge stands around row `y`, on the mean. */
const middleOf = (
  { width, height, ridges: { greys } }: Cover,
  y: number,
  from: number,
  to: number,
): number => {
  let [sum, weight] = [0, 0]
  for (let row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++)
    for (let at = row * width + from, end = row * width + to; at < end; at++) {
      sum += greys[at]! * (row + 0.5)
      weight += greys[at]!
    }
  return weight > 0 ? sum / weight : y + 0.5
}

/** What makes a line: any `window` pixels of it are seen for the part `least`, and it is no shorter than `shortest`. */
interface Kind {
  readonly window: number
  readonly least: number
  readonly shortest: number
  /** At its ends it is as dense as this. */
  readonly end: number
  /** What lies beside it is seen for this part of what is seen of it, at most. */
  readonly beside: number
}

/** Whole lines, and such as a copier has nearly eaten: those stand out over a long way. */
const kinds = {
  across: [
    { window: 40, least: 0.7, shortest: 25, end: 0.6, beside: 1 },
    { window: 130, least: 0.2, shortest: 130, end: 0.25, beside: 0.45 },
  ],
  down: [
    { window: 20, least: 0.8, shortest: 13, end: 0.6, beside: 1 },
    { window: 90, least: 0.2, shortest: 90, end: 0.25, beside: 0.45 },
  ],
} as const satisfies Record<string, readonly Kind[]>

/** Rows surely beside a line. */
const sideways = 4

/** How many pixels of each row are seen before each place. */
const countsOf = ({ width, height, seen }: Cover): Int32Array => {
  const counts = new Int32Array((width + 1) * height)
  for (let y = 0; y < height; y++) {
    let sum = 0
    for (let x = 0, at = y * width, to = y * (width + 1) + 1; x < width; x++, at++, to++) {
      if (seen[at] === 2) sum++
      counts[to] = sum
    }
  }
  return counts
}

const foundOf = (
  cover: Cover,
  counts: Int32Array,
  { window, least, shortest, end, beside }: Kind,
): Found[] => {
  const { width, height, ridges } = cover
  const line = width + 1
  const far = sideways * line
  const found: Found[] = []
  for (let y = sideways; y < height - sideways; y++) {
    let start = -1
    for (let x = 0, at = y * line; x + window <= line; x++, at++) {
      const last = at + window
      const isLast = x + window === line
      const count = isLast ? 0 : counts[last]! - counts[at]!
      const is =
        count >= window * least &&
        (beside === 1 ||
          (counts[last - far]! - counts[at - far]! <= count * beside &&
            counts[last + far]! - counts[at + far]! <= count * beside))
      if (is && start < 0) start = x
      if (is || start < 0) continue
      const [from, to] = trimmed(cover, y, start, x + window - 1, end)
      start = -1
      if (to - from < shortest) continue
      let depth = 0
      for (let pixel = y * width + from; pixel < y * width + to; pixel++) depth += ridges.greys[pixel]!
      found.push({ y, at: y, from, to, depth })
    }
  }
  return found
}

/** Lines of the direction that `cover` is about; `way` says which that is on the page. `eaten`: by a copier. */
export const runsOf = (cover: Cover, way: 'across' | 'down', eaten: boolean): Run[] => {
  const { height } = cover
  const counts = countsOf(cover)
  const found = kinds[way].slice(0, eaten ? 2 : 1).flatMap(kind => foundOf(cover, counts, kind))
  found.sort((a, b) => b.depth - a.depth)
  const rows: Found[][] = Array.from({ length: height }, () => [])
  const kept: Run[] = []
  for (const run of found) {
    let isDouble = false
    for (let y = Math.max(0, run.y - sameLine + 1); y < Math.min(height, run.y + sameLine) && !isDouble; y++)
      isDouble = rows[y]!.some(
        other => Math.min(other.to, run.to) - Math.max(other.from, run.from) > (run.to - run.from) / 2,
      )
    if (isDouble) continue
    rows[run.y]!.push(run)
    kept.push({ at: middleOf(cover, run.y, run.from, run.to), from: run.from, to: run.to })
  }
  return kept
}
