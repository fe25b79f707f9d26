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
/** At its ends a line is as dense as this over so many pixels. */
const endLength = 8
const endPart = 0.6

/** Rows of a run with what is seen on them. */
const trimmed = ({ width, seen }: Cover, y: number, from: number, to: number): [number, number] => {
  const base = y * width
  const isDense = (at: number, step: 1 | -1): boolean => {
    let on = 0
    for (let k = 0, x = at; k < endLength; k++, x += step)
      if (x >= 0 && x < width && seen[base + x] === 2) on++
    return seen[base + at] === 2 && on >= endLength * endPart
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

/** Lines across of which any `window` pixels are seen for the part `least`, that are no shorter than `shortest`. */
export const runsOf = (cover: Cover, window: number, least: number, shortest: number): Run[] => {
  const { width, height, seen, ridges } = cover
  const found: Found[] = []
  for (let y = 1; y < height - 1; y++) {
    const base = y * width
    let sum = 0
    let start = -1
    for (let x = 0; x <= width; x++) {
      if (x < width) sum += seen[base + x]!
      if (x >= window) sum -= seen[base + x - window]!
      const is = x < width && x >= window - 1 && sum >= 2 * window * least
      if (is && start < 0) start = x - window + 1
      if (is || start < 0) continue
      const [from, to] = trimmed(cover, y, start, x)
      start = -1
      if (to - from < shortest) continue
      let depth = 0
      for (let at = base + from; at < base + to; at++) depth += ridges.greys[at]!
      found.push({ y, at: y, from, to, depth })
    }
  }
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
