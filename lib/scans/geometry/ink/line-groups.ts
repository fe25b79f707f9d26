import type { Stroke } from './marks.ts'

/** Strokes of one line of print. In pixels, ends exclusive. */
export interface LineGroup {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly strokes: readonly Stroke[]
}

const around = (strokes: readonly Stroke[]): LineGroup => ({
  left: Math.min(...strokes.map(stroke => stroke.left)),
  top: Math.min(...strokes.map(stroke => stroke.top)),
  right: Math.max(...strokes.map(stroke => stroke.right)),
  bottom: Math.max(...strokes.map(stroke => stroke.bottom)),
  strokes,
})

interface Extent {
  readonly top: number
  readonly bottom: number
}

const shared = (a: Extent, b: Extent): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)

/** Two lines together are higher than this, in heights of a digit. */
const twoLines = 1.3

/** A line takes what shares half of its height with it, and pieces of strokes that are no line of their own. */
const isOne = (line: Extent, other: Extent, height: number): boolean =>
  shared(line, other) > Math.min(line.bottom - line.top, other.bottom - other.top) / 2 ||
  Math.max(line.bottom, other.bottom) - Math.min(line.top, other.top) <= twoLines * height

/** Small marks belong to the line they stand in, or stand nearest to by less than this part of its height. */
const near = 0.35

/** Lines of what is printed in a cell, from the top. `height`: of a digit. */
export const lineGroups = (strokes: readonly Stroke[], height: number): LineGroup[] => {
  const isTall = ({ top, bottom }: Stroke): boolean => bottom - top >= height * 0.5
  let lines: LineGroup[] = []
  for (const stroke of strokes.filter(isTall).sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const line = lines.at(-1)
    if (line && isOne(line, stroke, height)) lines[lines.length - 1] = around([...line.strokes, stroke])
    else lines.push(around([stroke]))
  }
  for (const stroke of strokes.filter(mark => !isTall(mark)).sort((a, b) => a.top - b.top)) {
    const middle = (stroke.top + stroke.bottom) / 2
    const distance = (line: LineGroup): number => Math.max(line.top - middle, middle - line.bottom, 0)
    const best = lines.toSorted((a, b) => distance(a) - distance(b))[0]
    if (best && distance(best) <= Math.max(2, near * height))
      lines = lines.map(line => (line === best ? around([...line.strokes, stroke]) : line))
    else lines.push(around([stroke]))
  }
  const merged: LineGroup[] = []
  for (const line of lines.sort((a, b) => a.top - b.top)) {
    const before = merged.at(-1)
    if (before && isOne(before, line, height))
      merged[merged.length - 1] = around([...before.strokes, ...line.strokes])
    else merged.push(line)
  }
  return merged
}
