import type { Block, Cell, Table } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { hanAlone } from '../../util/scripts.ts'
import { bareLabel } from '../labels/labels.ts'
import { withoutPlaceholders } from './placeholders.ts'
import type { StreamCell, StreamRow } from './stream-row.ts'
import { upright } from './upright.ts'

/** No label is longer, its bracketed explanation included; longer text is narrative. */
const longestLabel = 200

const bareOf = (text: string): string => {
  const label = text.length > longestLabel ? hanAlone(text) : text
  return label.length > longestLabel ? '' : bareLabel(label)
}

const cellOf = (cell: Cell, row: number): StreamCell => ({
  text: cell.text,
  bare: bareOf(cell.text),
  source: cell.source,
  from: cell.column,
  to: cell.column + cell.columnSpan,
  continued: cell.row < row,
  merged: cell.rowSpan > 1,
})

/** The rows of a table, each with the cells that stand in it or reach into it from above, left to right. */
const tableRows = (table: Table, block: number): StreamRow[] => {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of withoutPlaceholders(table)) {
    const last = Math.min(table.rows, cell.row + cell.rowSpan - 1)
    for (let row = cell.row; row <= last; row++) rows[row - 1]!.push(cell)
  }
  return rows.map((cells, at) => ({
    table,
    block,
    cells: cells.sort((a, b) => a.column - b.column).map(cell => cellOf(cell, at + 1)),
  }))
}

/** All blocks as rows: each table's rows, and each paragraph as a row of one cell. `block` is the index in `blocks`. */
export const streamRows = (blocks: readonly Block[]): StreamRow[] =>
  blocks.flatMap((block, at): StreamRow[] => {
    if (block.kind === 'table') return tableRows(upright(block), at)
    const source: Source = { kind: 'paragraph', paragraph: block.number }
    const cell = {
      text: block.text,
      bare: bareOf(block.text),
      source,
      from: 1,
      to: 2,
      continued: false,
      merged: false,
    }
    return [{ table: null, block: at, cells: [cell] }]
  })
