import { type ReadCell, type ReadGrid, type ReadPage, textOf } from '../read-page.ts'
import { formsRead } from './form-rows.ts'
import { type GridRow, gridRows } from './grid-rows.ts'
import { matchGroups } from './match-groups.ts'
import { headersOf, type MatchedCell, matchHeader } from './match-headers.ts'
import { matchForms, stands } from './match-rows.ts'

/** A label cut where the pieces that were read of it are. */
const piecesOf = (wording: string, read: readonly string[]): string[] => {
  const characters = [...wording]
  const all = read.reduce((sum, text) => sum + text.length, 0)
  let [length, from] = [0, 0]
  return read.map((text, at) => {
    length += text.length
    const to = at === read.length - 1 ? characters.length : Math.round((characters.length * length) / all)
    const piece = characters.slice(from, to).join('')
    from = to
    return piece
  })
}

/** What the forms make of the words that were read. */
export interface MatchedLabels {
  /** The official wording of cells that were read well enough to know them, or the piece of it that stands in a cell. */
  readonly wordings: ReadonlyMap<ReadCell, string>
  /** How alike the label is that a cell of figures stands by. */
  readonly similarities: ReadonlyMap<ReadCell, number>
  /** Of the form that is met best, 0 to 1. */
  readonly similarity: number
}

/** So many header cells make a grid without row labels that of the form. */
const leastHeaders = 0.4

/** Header cells over one column, the least alike of them. */
const leastAbove = (cell: ReadCell, header: readonly MatchedCell[]): number | null => {
  const above = header.filter(
    ({ cell: own }) => own.endRow <= cell.row && own.column <= cell.column && cell.endColumn <= own.endColumn,
  )
  return above.length === 0 ? null : Math.min(...above.map(({ similarity }) => similarity))
}

/** A grid read as a form whose columns alone have labels. */
interface MatchedResults {
  readonly grid: ReadGrid
  readonly header: readonly MatchedCell[]
  readonly similarity: number
}

const matchResults = (grids: readonly ReadGrid[]): MatchedResults[] => {
  const [form] = formsRead('results').flat()
  if (!form) return []
  const header = headersOf(form)[0]!
  return grids.flatMap(grid => {
    const matched = matchHeader(grid.cells, header)
    const sum = matched.reduce((all, { similarity }) => all + similarity, 0)
    return sum < leastHeaders * header.length
      ? []
      : [{ grid, header: matched, similarity: sum / header.length }]
  })
}

/** Finds the labels of the forms, row by row and column by column in their order, in what was read of tables. */
export const matchLabels = (pages: readonly ReadPage[]): MatchedLabels => {
  const grids = pages.flatMap(page => page.grids)
  const rows: readonly GridRow[] = gridRows(grids)
  const forms = matchForms(rows)
  const results = matchResults(grids)
  const wordings = new Map<ReadCell, string>()
  const similarities = new Map<ReadCell, number>()
  const put = (cells: readonly ReadCell[], wording: string): void => {
    const pieces = piecesOf(wording, cells.map(textOf))
    cells.forEach((cell, at) => {
      wordings.set(cell, pieces[at]!)
    })
  }
  for (const { grid, header } of results) {
    for (const { cell, wording } of header) put([cell], wording)
    for (const cell of grid.cells) {
      const above = leastAbove(cell, header)
      if (cell.content !== 'words' && above !== null) similarities.set(cell, above)
    }
  }
  for (const form of forms) {
    for (const { cell, wording } of [...form.headers, ...matchGroups(form.rows)]) put([cell], wording)
    form.rows.forEach((row, at) => {
      for (const { values } of row.rows) for (const cell of values) similarities.set(cell, row.similarity)
      if (stands(form.rows, at)) put(row.cells, row.wording)
    })
  }
  const similarity = Math.max(0, ...[...forms, ...results].map(each => each.similarity))
  return { wordings, similarities, similarity }
}
