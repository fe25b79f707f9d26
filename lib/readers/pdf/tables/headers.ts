import { compact } from '../../../util/compact.ts'
import { isFigure } from './continued.ts'
import type { TableDraftCell } from './draft.ts'
import { isEmpty } from './part.ts'

const keyOf = (cell: TableDraftCell, from: number): string =>
  [cell.row - from, cell.endRow - from, cell.column, cell.endColumn, compact(cell.text)].join(' ')

const rowKeys = (cells: readonly TableDraftCell[], row: number): string[] =>
  cells
    .filter(cell => cell.row === row)
    .map(cell => keyOf(cell, 0))
    .sort()

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && a.length === b.length && a.every((key, at) => key === b[at])

/**
 * How many rows at the top of a part repeat the first rows of the table, as a header does on every page. Rows with
 * figures are never a repetition, and no merged cell may reach out of the repeated rows.
 */
export const repeatedRows = (table: readonly TableDraftCell[], part: readonly TableDraftCell[]): number => {
  let rows = 0
  while (same(rowKeys(table, rows), rowKeys(part, rows))) rows += 1
  while (rows > 0 && part.some(cell => cell.row < rows && cell.endRow > rows)) rows -= 1
  const head = part.filter(cell => cell.row < rows)
  return head.some(cell => /^[\d\s.,+-]+$/u.test(cell.text)) || head.every(cell => cell.text.trim() === '')
    ? 0
    : rows
}

const isMerged = (cell: TableDraftCell): boolean => cell.endRow - cell.row > 1

const hasFigures = (cells: readonly TableDraftCell[]): boolean => cells.some(cell => isFigure(cell.text))

/**
 * The cells of a part; those at its top that print the label of the cell above them once more are empty. Some programs
 * print the label of a merged cell on every page. Between rows of figures only a cell of several rows is merged.
 */
export const withoutRepeatedLabels = (
  ending: readonly TableDraftCell[],
  part: readonly TableDraftCell[],
): TableDraftCell[] => {
  const headers = !hasFigures(ending) && !hasFigures(part.filter(cell => cell.row === 0))
  return part.map(cell => {
    if (cell.row > 0 || isEmpty(cell) || isFigure(cell.text)) return cell
    const printed = ending.some(
      above =>
        above.column === cell.column &&
        above.endColumn === cell.endColumn &&
        (headers || isMerged(above) || isMerged(cell)) &&
        compact(above.text) === compact(cell.text),
    )
    return printed ? { ...cell, text: '', lines: [], losses: [] } : cell
  })
}
