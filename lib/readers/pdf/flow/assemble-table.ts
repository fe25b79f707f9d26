import type { Cell, Table } from '../../../model/document.ts'
import type { Source } from '../../../model/source.ts'
import { countBelow } from '../../story/grid.ts'
import type { Box } from '../geometry.ts'
import type { TableDraft, TableDraftCell } from '../tables/draft.ts'
import { isEmpty } from '../tables/part.ts'

const rounded = (value: number): number => Math.round(value * 10) / 10

/** A place of a page on the page as it is shown. */
type ToPage = (page: number, box: Box) => Box

const sourceOf = (
  cell: TableDraftCell,
  table: number,
  row: number,
  column: number,
  toPage: ToPage,
): Source => {
  const { left, top, right, bottom } = toPage(cell.page, cell.box)
  const box = [rounded(left), rounded(top), rounded(right), rounded(bottom)] as const
  return { kind: 'page', page: cell.page, box, table, row, column }
}

const starts = (places: readonly number[]): number[] => [...new Set(places)].sort((a, b) => a - b)

export interface AssembledTable {
  readonly table: Table
  /** The draft of each cell, in the same order. */
  readonly drafts: readonly TableDraftCell[]
}

/** Stands for a character that cannot be read. */
const unknown = '\ufffd'

/** What a cell says: one in which something is drawn, which may be a figure, is not blank. */
const textOf = ({ text, losses }: TableDraftCell): string =>
  isEmpty({ text }) && losses.includes('drawing-in-cell') ? unknown : text

/** A finished table. Rows and columns in which no cell begins do not count: nobody sees them. */
export const assembleTable = ({ cells }: TableDraft, number: number, toPage: ToPage): AssembledTable => {
  const rows = starts(cells.map(cell => cell.row))
  const columns = starts(cells.map(cell => cell.column))
  const drafts = cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
  return {
    drafts,
    table: {
      kind: 'table',
      number,
      rows: rows.length,
      columns: columns.length,
      columnsKnown: true,
      cells: drafts.map((cell): Cell => {
        const row = countBelow(rows, cell.row) + 1
        const column = countBelow(columns, cell.column) + 1
        return {
          row,
          column,
          rowSpan: countBelow(rows, cell.endRow) - row + 1,
          columnSpan: countBelow(columns, cell.endColumn) - column + 1,
          text: textOf(cell),
          source: sourceOf(cell, number, row, column, toPage),
        }
      }),
    },
  }
}
