import { limits } from '../../limits.ts'
import { tooComplex } from '../../package/refusals.ts'
import type { Cell, Row, Table } from './model.ts'
import { keep, lose, type Slim } from './state.ts'

/** Old horizontal merging (17.4.22): cells that continue the one before widen it. */
const joinHorizontally = (slim: Slim, cells: readonly Cell[]): Cell[] => {
  const joined: Cell[] = []
  for (const cell of cells) {
    const before = joined.at(-1)
    if (cell.horizontal === 'continue' && before && before.horizontal !== 'none') {
      before.span += cell.span
      cell.into = before
      if (cell.start.trim() !== '') lose(slim, 'merged-cell-text-dropped', cell.start, before)
    } else joined.push(cell)
  }
  return joined
}

/**
 * Joins a cell to the merged one above it if both have the same edges: mammoth looks at the left edge alone, and
 * shifts a row whose merged cells differ in width. A cell with nothing to continue stands for itself (17.4.84).
 */
const joinVertically = (slim: Slim, cell: Cell, above: Cell | undefined): void => {
  if (cell.vertical !== 'continue') return
  if (above?.span === cell.span) {
    cell.into = above.into ?? above
    if (cell.start.trim() !== '') lose(slim, 'merged-cell-text-dropped', cell.start, cell)
    return
  }
  cell.vertical = 'restart'
  lose(slim, 'merge-mismatch', '', cell)
}

/** Takes a finished row into its table: deleted and hidden ones are left out, merged cells resolved. */
export const endRow = (slim: Slim, table: Table, row: Row): void => {
  if (row.deleted) return
  if (row.hidden) {
    const near = table.lines.at(-1)?.cells[0]
    lose(slim, 'hidden-text-dropped', row.cells.map(cell => cell.start).join(' '), near)
    return
  }
  const merging = new Map<number, Cell>()
  const kept = row.cells.filter(cell => !cell.deleted)
  const cells = joinHorizontally(slim, kept)
  let column = row.before
  for (const cell of cells) {
    joinVertically(slim, cell, table.merging.get(column))
    if (cell.vertical !== 'none') merging.set(column, cell)
    column += cell.span
  }
  if (column + row.after > limits.columnSpan)
    throw tooComplex(`表格超过 ${limits.columnSpan} 列`, `a table has more than ${limits.columnSpan} columns`)
  keep(slim, 1 + cells.length + row.before + row.after)
  table.lines.push({ before: row.before, after: row.after, cells })
  table.merging = merging
}
