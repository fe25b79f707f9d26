import type { Edges } from '../rulings/edges.ts'
import { isEmpty, type Part, type PartCell } from './part.ts'

/** Whether a row has nothing of its own: no text, but for cells that reach into it from other rows. */
const isBare = (cells: readonly PartCell[], row: number): boolean =>
  cells.every(cell => cell.row !== row || cell.endRow !== row + 1 || isEmpty(cell)) &&
  cells.some(cell => cell.row <= row && row < cell.endRow && cell.endRow - cell.row > 1)

const withoutRow = (part: Part, row: number): Part => {
  const before = (at: number): number => (at > row ? at - 1 : at)
  return {
    ...part,
    rows: part.rows - 1,
    cells: part.cells
      .filter(cell => cell.row !== row || cell.endRow !== row + 1)
      .map(cell => ({ ...cell, row: before(cell.row), endRow: before(cell.endRow) })),
  }
}

/** Cells that reach through a row take more than this part of the width. */
const mostlyMerged = 0.5

/**
 * Whether a row is only there because some cells end a little above others: browsers end a merged cell that a page
 * break cut where its text ends. What begins in the row is empty, and most cells reach through it.
 */
const isFiller = ({ cells, xs }: Part, row: number): boolean => {
  const own = cells.filter(cell => cell.row === row)
  if (row === 0 || !own.every(isEmpty)) return false
  const widths = cells
    .filter(cell => cell.row < row && row < cell.endRow)
    .map(cell => xs[cell.endColumn]! - xs[cell.column]!)
  return widths.reduce((sum, width) => sum + width, 0) > mostlyMerged * (xs.at(-1)! - xs[0]!)
}

const withoutFillers = (part: Part): Part => {
  let whole = part
  for (let row = part.rows - 1; row >= 0; row--) if (isFiller(whole, row)) whole = withoutRow(whole, row)
  return whole
}

/** A part without the outer rows that only merged cells made, which go on over the page, and without filler rows. */
export const trimmed = (part: Part, { looseTop, looseBottom }: Edges): Part => {
  const below = looseBottom && isBare(part.cells, part.rows - 1) ? withoutRow(part, part.rows - 1) : part
  return withoutFillers(looseTop && isBare(below.cells, 0) ? withoutRow(below, 0) : below)
}
