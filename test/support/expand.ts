import type { Cell, Table } from '../../lib/model/document.ts'

/**
 * The table as a rectangle: `[row - 1][column - 1]` is the cell that covers the slot, the same object in each slot of
 * a merged cell, `undefined` where the table has a hole.
 */
export const expand = (table: Table): (Cell | undefined)[][] => {
  const slots = Array.from({ length: table.rows }, () =>
    new Array<Cell | undefined>(table.columns).fill(undefined),
  )
  for (const cell of table.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        slots[row - 1]![column - 1] = cell
  return slots
}
