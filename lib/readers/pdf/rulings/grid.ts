import { type Box, overlap } from '../geometry.ts'
import type { Ruling } from '../ink/model.ts'
import { limits } from '../limits.ts'
import { type Edges, edgesOf } from './edges.ts'
import type { Frame } from './frames.ts'
import { tolerance } from './join.ts'
import { rectangles } from './rectangles.ts'

/** A ruled cell: rows and columns from 0, ends exclusive. */
export interface GridCell {
  readonly row: number
  readonly endRow: number
  readonly column: number
  readonly endColumn: number
  readonly box: Box
}

/** A ruled table on one page. */
export interface Grid extends Edges {
  readonly box: Box
  readonly cells: readonly GridCell[]
}

/** A line closes a side of a cell if it covers this much of it. */
const covers = 0.6

const isDrawn = (lines: readonly Ruling[], at: number, from: number, to: number): boolean => {
  let covered = 0
  for (const line of lines)
    if (Math.abs(line.at - at) <= tolerance)
      covered += overlap(line.from - tolerance, line.to + tolerance, from, to)
  return covered >= (to - from) * covers
}

/** The cells between the lines of a frame; null where the frame is no table: one box, or more lines than any table has. */
export const gridOf = (frame: Frame): Grid | null => {
  const edges = edgesOf(frame)
  const { xs, ys } = edges
  const rows = ys.length - 1
  const columns = xs.length - 1
  if (rows < 1 || columns < 1 || rows * columns > limits.slots) return null
  const box = { left: xs[0]!, top: ys[0]!, right: xs[columns]!, bottom: ys[rows]! }
  const cells = rectangles(rows, columns, {
    rightOf: (row, column) => isDrawn(frame.down, xs[column + 1]!, ys[row]!, ys[row + 1]!),
    below: (row, column) => isDrawn(frame.across, ys[row + 1]!, xs[column]!, xs[column + 1]!),
  }).map(cell => ({
    ...cell,
    box: {
      left: xs[cell.column]!,
      top: ys[cell.row]!,
      right: xs[cell.endColumn]!,
      bottom: ys[cell.endRow]!,
    },
  }))
  return cells.length < 2 ? null : { ...edges, box, cells }
}
