import type { Cell, Table } from '../../model/document.ts'
import { remember } from '../../util/remember.ts'
import { bareLabel } from '../labels/labels.ts'
import { allResultLabels } from '../labels/result-labels.ts'
import { labelledVocabularies } from '../labels/vocabulary.ts'

/** Tables set the other way: rows of the form side by side and its columns one below the other. */

/** So many labels of rows in one line stand in no table that is set as the form is. */
const fewest = 4
/** Larger grids are none of these forms. */
const largest = 80
const shortestLabel = 3
const longestLabel = 60

type Kind = 'row' | 'column'

const kindsOf = remember((bare: string): ReadonlySet<Kind> => {
  const kinds = new Set<Kind>()
  // Results are columns, whatever stands beside them.
  if (allResultLabels.some(({ resultOf }) => resultOf(bare) !== null)) kinds.add('column')
  for (const vocabulary of labelledVocabularies) {
    if (vocabulary.findRow(bare)) kinds.add('row')
    if (vocabulary.form.blocks.some(block => vocabulary.findColumn(block, bare))) kinds.add('column')
  }
  return kinds
})

/** The most different labels of a kind that stand in one line of the grid. */
const mostInLine = (cells: readonly { bare: string; line: number }[]): number => {
  const lines = new Map<number, Set<string>>()
  for (const { bare, line } of cells) lines.set(line, (lines.get(line) ?? new Set()).add(bare))
  return Math.max(0, ...[...lines.values()].map(labels => labels.size))
}

/** Where a line lacks a cell, all behind it have moved: on its side that is another row of the form. */
const isFull = ({ cells, rows, columns }: Table): boolean =>
  cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0) === rows * columns

const isTurned = (table: Table): boolean => {
  if (
    !table.columnsKnown ||
    !isFull(table) ||
    table.rows < 3 ||
    table.rows > largest ||
    table.columns > largest
  )
    return false
  const cells = table.cells
    .filter(({ text }) => text.length <= longestLabel && text.length >= shortestLabel)
    .map(({ text, row, column }) => ({ bare: bareLabel(text), row, column }))
    .filter(({ bare }) => bare.length >= shortestLabel)
    .map(cell => ({ ...cell, kinds: kindsOf(cell.bare) }))
  const of = (kind: Kind, by: 'row' | 'column'): number =>
    mostInLine(
      cells.filter(({ kinds }) => kinds.has(kind)).map(cell => ({ bare: cell.bare, line: cell[by] })),
    )
  const rowsBeside = of('row', 'row')
  const rowsBelow = of('row', 'column')
  const columnsBeside = of('column', 'row')
  const columnsBelow = of('column', 'column')
  const turnedRows = rowsBeside >= fewest && rowsBelow < fewest && columnsBelow >= 2
  const turnedResults = rowsBeside < 2 && rowsBelow < 2 && columnsBelow >= fewest && columnsBeside < 3
  return turnedRows || turnedResults
}

const turned = (cell: Cell): Cell => ({
  ...cell,
  row: cell.column,
  column: cell.row,
  rowSpan: cell.columnSpan,
  columnSpan: cell.rowSpan,
})

/** The table set as the form is: turned where it stands on its side. Every cell keeps its source. */
export const upright = (table: Table): Table =>
  isTurned(table)
    ? { ...table, rows: table.columns, columns: table.rows, cells: table.cells.map(turned) }
    : table
