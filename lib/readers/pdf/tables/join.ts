import { joinColumns } from './columns.ts'
import { cutBetween, isFigure } from './continued.ts'
import { draftOf, type TableDraft, type TableDraftCell } from './draft.ts'
import { goingOn } from './going-on.ts'
import { repeatedRows, withoutRepeatedLabels } from './headers.ts'
import { breakAt, matches, type Pair, pairsAt } from './page-break.ts'
import { isEmpty, type Part } from './part.ts'

/** A table that goes on over a page; `cut`: a row does. */
interface JoinedDraft extends TableDraft {
  readonly cut: boolean
}

const inColumns = (cells: readonly TableDraftCell[], columns: readonly number[]): TableDraftCell[] =>
  cells.map(cell => ({
    ...cell,
    column: columns[cell.column]!,
    endColumn: columns[cell.endColumn]!,
  }))

/** One cell out of the two that the page break made of it. Its place is where its text begins. */
const mend = ({ above, below }: Pair, endRow: number, doubtful: boolean): TableDraftCell => {
  const first = isEmpty(above) && !isEmpty(below) ? below : above
  const between = (doubtful ? null : cutBetween(above, below)) ?? '\n'
  // Two halves of a number are put together by how they stand, not because anything says so.
  const unsure = doubtful || (isFigure(above.text) && isFigure(below.text))
  return {
    ...first,
    row: above.row,
    column: above.column,
    endColumn: above.endColumn,
    endRow,
    text: isEmpty(above) || isEmpty(below) ? first.text : `${above.text}${between}${below.text}`,
    lines: [...above.lines, ...below.lines],
    losses: [...above.losses, ...below.losses, ...(unsure ? (['row-cut-uncertain'] as const) : [])],
  }
}

/**
 * Joins what stands of a table on the next page to what came before: headers printed again are left out, a row that the
 * page break cuts becomes one row, a merged label cell that goes on becomes one cell. Null where the columns differ.
 */
export const joinPart = (table: TableDraft, part: Part): JoinedDraft | null => {
  const next = draftOf(part)
  const columns = joinColumns(table.edges, next.edges)
  if (columns === null) return null
  const before = inColumns(table.cells, columns.fromFirst)
  const all = inColumns(next.cells, columns.fromSecond)
  const repeated = repeatedRows(before, all)
  const lastRow = table.rows - 1
  const ending = before.filter(cell => cell.endRow === table.rows)
  const fresh = withoutRepeatedLabels(
    ending,
    all
      .filter(cell => cell.row >= repeated)
      .map(cell => ({ ...cell, row: cell.row - repeated, endRow: cell.endRow - repeated })),
  )
  const beginning = fresh.filter(cell => cell.row === 0)
  const pairs = pairsAt(ending, beginning, lastRow)
  const found = pairs === null ? 'between' : breakAt(pairs)
  const cut = found !== 'between'
  const offset = cut ? lastRow : table.rows
  const joined = cut ? pairs! : goingOn(pairs ?? matches(ending, beginning), ending, beginning)
  const mended = joined.map(pair => mend(pair, pair.below.endRow + offset, found === 'doubtful'))
  const gone = new Set<TableDraftCell>(joined.flatMap(({ above, below }) => [above, below]))
  const kept = before.filter(cell => !gone.has(cell))
  const added = fresh
    .filter(cell => !gone.has(cell))
    .map(cell => ({ ...cell, row: cell.row + offset, endRow: cell.endRow + offset }))
  return {
    edges: columns.edges,
    rows: part.rows - repeated + offset,
    cells: [...kept, ...mended, ...added].sort((a, b) => a.row - b.row || a.column - b.column),
    last: part,
    cut,
  }
}
