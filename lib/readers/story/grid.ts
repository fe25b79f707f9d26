import type { Cell, Table } from '../../model/document.ts'
import { Problem } from '../../model/problems.ts'
import { limits } from '../limits.ts'

/** A cell as the input writes it, its place not yet known. `rowSpan` 0 reaches to the end of the group, as in HTML. */
export interface RawCell {
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A row as the input writes it. Rows of another `group` (HTML's thead, tbody, tfoot) are out of a row span's reach. */
export interface RawRow {
  readonly cells: readonly RawCell[]
  readonly group?: number
}

interface Placed {
  readonly cell: RawCell
  readonly row: number
  readonly endRow: number
  readonly column: number
  readonly endColumn: number
}

const tooManySlots = (): Problem =>
  new Problem(
    'too-complex',
    {
      zh: `文件中有一个表格过大（超过 ${limits.slots} 格），无法处理。`,
      en: `A table of the file is too large (more than ${limits.slots} slots).`,
    },
    {
      zh: '请只保留年度报告本身，删去其他大表后重新提交。',
      en: 'Keep the annual report only, remove other large tables and submit the file again.',
    },
  )

const within = (span: number, least: number, most: number): number =>
  Number.isInteger(span) && span >= least ? Math.min(span, most) : 1

/** For each row the index after the last row of its group. */
const groupEnds = (rows: readonly RawRow[]): number[] => {
  const ends = new Array<number>(rows.length)
  for (let row = rows.length - 1; row >= 0; row--)
    ends[row] = row + 1 < rows.length && rows[row + 1]!.group === rows[row]!.group ? ends[row + 1]! : row + 1
  return ends
}

/** For each row and for the end: how many rows with cells stand before it. Rows without cells have no height. */
const visibleBefore = (rows: readonly RawRow[]): number[] => {
  const before = [0]
  for (const row of rows) before.push(before.at(-1)! + (row.cells.length > 0 ? 1 : 0))
  return before
}

/**
 * Gives each cell its place (HTML Standard, 4.9.12 "forming a table"), row by row. `held` are the cells that reach
 * down from above, from left to right; only they and the row's own cells are looked at, never the slots they cover.
 * A column span that would run into a held cell ends there; the next cell stands where it would have stood anyway.
 */
const place = (rows: readonly RawRow[]): Placed[] => {
  const ends = groupEnds(rows)
  const visible = visibleBefore(rows)
  const placed: Placed[] = []
  let held: Placed[] = []
  let slots = 0
  rows.forEach(({ cells }, index) => {
    if (cells.length === 0) return
    const row = visible[index]!
    const above = held.filter(({ endRow }) => endRow > row)
    slots += above.length + cells.length
    if (slots > limits.slots) throw tooManySlots()
    held = []
    let column = 0
    let next = 0
    for (const cell of cells) {
      for (; next < above.length && above[next]!.column <= column; next++) {
        column = Math.max(column, above[next]!.endColumn)
        held.push(above[next]!)
      }
      const columnSpan = within(cell.columnSpan, 1, limits.columnSpan)
      const rowSpan = within(cell.rowSpan, 0, limits.rowSpan)
      const lastRow = rowSpan === 0 ? ends[index]! : Math.min(index + rowSpan, ends[index]!)
      const endColumn = Math.min(column + columnSpan, above[next]?.column ?? Number.POSITIVE_INFINITY)
      const here = { cell, row, endRow: visible[lastRow]!, column, endColumn }
      placed.push(here)
      if (here.endRow > row + 1) held.push(here)
      column += columnSpan
    }
    for (; next < above.length; next++) held.push(above[next]!)
  })
  return placed
}

/** How many of the sorted numbers are smaller than `limit`. */
export const countBelow = (sorted: readonly number[], limit: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Expands rows of cells with spans into a Table. The table's cells are those of `rows`, in the same order, none lost
 * and none doubled. Spans are clamped to HTML's limits and to the group's last row. Rows and columns in which no
 * cell begins do not count, since nobody sees them: `colspan="1000"` makes no thousand columns.
 * The time it takes follows the number of cells, not the area they span.
 * Throws Problem `too-complex` above limits.slots.
 */
export const tableFromRows = (rows: readonly RawRow[], number: number): Table => {
  const placed = place(rows)
  const columns = [...new Set(placed.map(({ column }) => column))].sort((a, b) => a - b)
  const height = rows.filter(({ cells }) => cells.length > 0).length
  if (height * columns.length > limits.slots) throw tooManySlots()
  const cells = placed.map(({ cell, ...at }): Cell => {
    const row = at.row + 1
    const column = countBelow(columns, at.column) + 1
    return {
      row,
      column,
      rowSpan: at.endRow - at.row,
      columnSpan: countBelow(columns, at.endColumn) - column + 1,
      text: cell.text,
      source: { kind: 'table', table: number, row, column },
    }
  })
  return { kind: 'table', number, rows: height, columns: columns.length, columnsKnown: true, cells }
}

/** A table of which only the order of the cells in each row is known. Throws Problem `too-complex` above limits.slots. */
export const tableInOrder = (
  rows: readonly (readonly { readonly text: string }[])[],
  number: number,
): Table => {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length * columns > limits.slots) throw tooManySlots()
  const cells = rows.flatMap((row, rowIndex) =>
    row.map(({ text }, index): Cell => {
      const at = { row: rowIndex + 1, column: index + 1 }
      return { ...at, rowSpan: 1, columnSpan: 1, text, source: { kind: 'table', table: number, ...at } }
    }),
  )
  return { kind: 'table', number, rows: rows.length, columns, columnsKnown: false, cells }
}
