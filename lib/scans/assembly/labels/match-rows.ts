import type { Form } from '../../../forms/form.ts'
import type { ReadCell } from '../read-page.ts'
import { type FormRow, formRows, formsRead, wordingsOf } from './form-rows.ts'
import { type GridRow, labelPieces } from './grid-rows.ts'
import { type Match, matchInOrder } from './in-order.ts'
import { headersOf, type MatchedHeader, matchHeader } from './match-headers.ts'
import { nearest, nearestLabel } from './similarity.ts'

/** A row of the form where it is printed. */
export interface MatchedRow {
  readonly form: Form
  readonly item: FormRow
  /** Two where a page break cuts it. */
  readonly rows: readonly GridRow[]
  /** Which of the rows of all grids the first of them is. */
  readonly at: number
  /** How alike its label is to that of the form. */
  readonly similarity: number
  /** The cells of its label; none where it was not read. */
  readonly cells: readonly ReadCell[]
  readonly wording: string
}

/** A form as its rows were met. */
export interface MatchedForm {
  readonly form: Form
  readonly rows: readonly MatchedRow[]
  /** Header cells above them, those that are printed again on the next page among them. */
  readonly headers: readonly MatchedHeader[]
  /** Of all its rows, those that were not met counting nothing. */
  readonly similarity: number
}

interface Likeness {
  readonly cells: readonly ReadCell[]
  readonly text: string
  readonly wording: string
  readonly similarity: number
}

const unlike = (wordings: readonly string[]): Likeness => ({
  cells: [],
  text: '',
  wording: wordings[0]!,
  similarity: 0,
})

const likeness = (rows: readonly GridRow[], { wordings }: FormRow): Likeness => {
  const [first, second] = rows
  const own = labelPieces(first!)
  const all = second
    ? own.flatMap(above =>
        labelPieces(second).map(below => ({
          cells: [...above.cells, ...below.cells],
          text: above.text + below.text,
        })),
      )
    : own
  return all
    .map(piece => ({ ...piece, ...nearestLabel(piece.text, wordings) }))
    .reduce((best, each) => (each.similarity > best.similarity ? each : best), unlike(wordings))
}

/** A label this alike is the form's; one between two that are more so is too. */
const standing = 0.5
const besideStanding = 0.6

/** Less alike is worse than no match. */
const leastAlike = 0.4
const skippedRow = 0.15
const skippedItem = 0.25

/** The rows at both sides of a page break. */
const isBreak = (above: GridRow, below: GridRow | undefined): below is GridRow =>
  below !== undefined && above.grid !== below.grid && above.grid.page + 1 === below.grid.page

/** Labels of the form that a text may as well be: those of all its rows, groups and columns. */
const allWordings = ({ blocks }: Form): readonly string[] => [
  ...new Set(
    blocks.flatMap(({ rows, columns }) =>
      [...rows, ...columns].flatMap(({ path }) => path.flatMap(wordingsOf)),
    ),
  ),
]

const rowsOf = (form: Form, rows: readonly GridRow[]): MatchedRow[] => {
  const items = formRows(form)
  const known = rows.map(row => items.map(item => likeness([row], item)))
  const halves = (row: number, item: number): Likeness | null => {
    const below = rows[row + 1]
    return isBreak(rows[row]!, below) ? likeness([rows[row]!, below], items[item]!) : null
  }
  const matches = matchInOrder({
    rows: rows.length,
    items: items.length,
    score: (row, item) => (rows[row]!.values.length === 0 ? -1 : known[row]![item]!.similarity - leastAlike),
    // Two rows are one where either alone says less.
    joined: (row, item) => {
      const like = halves(row, item)
      const alone = Math.max(known[row]![item]!.similarity, known[row + 1]?.[item]?.similarity ?? 0)
      return like && like.similarity >= standing && like.similarity > alone
        ? like.similarity - leastAlike - skippedRow
        : null
    },
    skippedRow,
    skippedItem,
  })
  const others = allWordings(form)
  return matches.flatMap(({ row, rows: taken, item }: Match): MatchedRow[] => {
    const formRow = items[item]!
    const like = taken === 2 ? halves(row, item)! : known[row]![item]!
    // What is more like another label of the form stands in its own place, whatever the order says.
    if (nearest(like.text, others).similarity > Math.max(like.similarity, leastAlike)) return []
    const { cells, wording, similarity } = like
    return [{ form, item: formRow, rows: rows.slice(row, row + taken), at: row, similarity, cells, wording }]
  })
}

/** Header cells above a row: of its grid, from behind the row before it that was met. */
const headerCells = (rows: readonly MatchedRow[], at: number): ReadCell[] => {
  const { grid, row } = rows[at]!.rows[0]!
  const before = rows[at - 1]?.rows.at(-1)
  const from = before?.grid === grid ? before.row + 1 : 0
  return grid.cells.filter(cell => cell.row >= from && cell.endRow <= row)
}

const headersAbove = (form: Form, rows: readonly MatchedRow[]): MatchedHeader[] =>
  rows.flatMap(({ item }, at) =>
    matchHeader(headerCells(rows, at), headersOf(form)[form.blocks.indexOf(item.block)]!),
  )

const countOf = (matches: readonly { readonly similarity: number }[]): number =>
  matches.reduce((all, { similarity }) => all + similarity, 0)

const matchForm = (form: Form, rows: readonly GridRow[]): MatchedForm => {
  const matched = rowsOf(form, rows)
  const similarity = countOf(matched) / formRows(form).length
  return { form, rows: matched, headers: headersAbove(form, matched), similarity }
}

/** Headers tell editions whose rows are the same. */
const headersCount = 0.2

/** How much of a form was met, of all that it has and of all that is printed in its grids. */
const partOf = ({ form, rows, headers }: MatchedForm, all: readonly GridRow[]): number => {
  const grids = new Set(rows.flatMap(({ rows: own }) => own.map(({ grid }) => grid)))
  const printed = all.filter(
    ({ grid, labels, values }) => grids.has(grid) && labels.length > 0 && values.length > 0,
  )
  const met = Map.groupBy(headers, ({ header }) => header).size / headersOf(form).flat().length
  return (2 * countOf(rows)) / (formRows(form).length + printed.length) + headersCount * met
}

/** The forms that are known by the labels of their rows, each in the edition of which most was met. */
export const matchForms = (rows: readonly GridRow[]): MatchedForm[] =>
  formsRead('labelled').map(forms =>
    forms
      .map(form => matchForm(form, rows))
      .reduce((best, each) => (partOf(each, rows) >= partOf(best, rows) ? each : best)),
  )

/** Whether a row stands where its label says. */
export const stands = (rows: readonly MatchedRow[], at: number): boolean => {
  const own = rows[at]!
  if (own.similarity >= standing) return true
  const [before, after] = [rows[at - 1], rows[at + 1]]
  if (!before || !after) return false
  const items = formRows(own.form)
  const placeOf = ({ item }: MatchedRow): number => items.findIndex(({ row }) => row === item.row)
  const place = placeOf(own)
  return (
    before.similarity >= besideStanding &&
    after.similarity >= besideStanding &&
    placeOf(before) + 1 === place &&
    place + 1 === placeOf(after) &&
    before.at + before.rows.length === own.at &&
    own.at + own.rows.length === after.at
  )
}
