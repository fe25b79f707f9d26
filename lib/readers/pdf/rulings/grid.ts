import { limits } from '../../limits.ts'
import { type Box, boxOfAll, overlap } from '../geometry.ts'
import type { Ruling } from '../ink/model.ts'
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

/** Where only some cells of the outermost row are closed, text of the others may stand beyond it: they go on over the page. */
const reach = 16

/** Cells without outer line, in a row that has one elsewhere, reach beyond it. */
const reaching = (
  cells: readonly GridCell[],
  rows: number,
  isClosed: (cell: GridCell, y: number) => boolean,
) => {
  const last = cells.filter(cell => cell.endRow === rows)
  const first = cells.filter(cell => cell.row === 0)
  const openBelow = last.filter(cell => !isClosed(cell, cell.box.bottom))
  const openAbove = first.filter(cell => !isClosed(cell, cell.box.top))
  const below = openBelow.length < last.length ? openBelow : []
  const above = openAbove.length < first.length ? openAbove : []
  return cells.map(cell => {
    const top = cell.box.top - (above.includes(cell) ? reach : 0)
    const bottom = cell.box.bottom + (below.includes(cell) ? reach : 0)
    return { ...cell, box: { ...cell.box, top, bottom } }
  })
}

/** The cells between the lines of a frame; null where it has more lines than any table. */
export const gridOf = (frame: Frame): Grid | null => {
  const edges = edgesOf(frame)
  const { xs, ys } = edges
  const rows = ys.length - 1
  const columns = xs.length - 1
  if (rows < 1 || columns < 1 || rows * columns > limits.pdf.slots) return null
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
  const all = reaching(cells, rows, ({ box }, y) => isDrawn(frame.across, y, box.left, box.right))
  return { ...edges, box: boxOfAll(all.map(cell => cell.box)), cells: all }
}
