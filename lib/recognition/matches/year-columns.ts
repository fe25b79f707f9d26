import { editionById } from '../../forms/find-edition.ts'
import type { FormKey } from '../../forms/form.ts'
import { resultLabelsOf } from '../labels/result-labels.ts'
import { isNumeric, vocabulariesOf } from '../labels/vocabulary.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import { editionsWith, likelyForms, oneOf } from './edition-of.ts'
import { isOfYear, type YearMark, yearMark } from './years.ts'

/** Two years side by side in one table: the report's stay, the other's go. */

interface Marked {
  readonly cell: StreamCell
  readonly mark: YearMark
}

const marksIn = ({ cells }: StreamRow): Marked[] =>
  cells.flatMap(cell => {
    const mark = cell.continued ? null : yearMark(cell.text)
    return mark === null ? [] : [{ cell, mark }]
  })

const inside = (cell: StreamCell, { cell: above }: Marked): boolean =>
  cell.from >= above.from && cell.to <= above.to

/** A row that heads columns with different years. */
const headsYears = (marks: readonly Marked[], row: StreamRow): boolean =>
  new Set(marks.map(({ mark }) => mark)).size > 1 &&
  row.cells.every(cell => !isNumeric(cell.text) || yearMark(cell.text) !== null)

const printsColumns = (form: FormKey, row: StreamRow): boolean =>
  row.cells.some(
    cell =>
      resultLabelsOf(form).some(({ resultOf }) => resultOf(cell.bare) !== null) ||
      (cell.bare.length > 2 &&
        vocabulariesOf(form).some(vocabulary =>
          vocabulary.form.blocks.some(block => vocabulary.findColumn(block, cell.bare) !== null),
        )),
  )

/** Without the columns of other years; without all of them where none is the report's. */
const withoutOtherColumns = (rows: readonly StreamRow[], year: number | null): StreamRow[] => {
  let marks: readonly Marked[] = []
  return rows.map(row => {
    const own = marksIn(row)
    if (headsYears(own, row)) marks = own
    if (marks.length === 0 || row.table === null) return row
    const known = new Set(own.map(({ cell }) => cell))
    const cells = row.cells.filter(cell => {
      const above = marks.find(mark => inside(cell, mark))
      return !above || (!known.has(cell) && isOfYear(above.mark, year) === true)
    })
    return { ...row, cells }
  })
}

/** Rows of `count` values that begin with a year: the report's, without the year; all of them where none is its own. */
const withoutOtherRows = (rows: readonly StreamRow[], count: number, year: number | null): StreamRow[] => {
  const markOf = (row: StreamRow): YearMark | null => {
    const first = row.cells.find(cell => cell.text.trim() !== '')
    const counted = row.cells.filter(cell => isNumeric(cell.text)).length
    if (!first || counted === 0) return null
    return isNumeric(first.text) && counted <= count ? null : yearMark(first.text)
  }
  const own = rows.filter(row => isOfYear(markOf(row), year) === true)
  if (own.length === 0) return [...rows]
  return rows.flatMap(row => {
    const mark = markOf(row)
    if (mark === null) return [row]
    const first = row.cells.findIndex(cell => cell.text.trim() !== '')
    return isOfYear(mark, year) === true ? [{ ...row, cells: row.cells.slice(first + 1) }] : []
  })
}

/** The rows of a form with the columns and rows of the report's year alone, where several years are printed side by side. */
export const rowsOfYear = (form: FormKey, rows: readonly StreamRow[], year: number | null): StreamRow[] => {
  const tables = Map.groupBy(rows, ({ table }) => table)
  const sideBySide = (each: readonly StreamRow[]): boolean =>
    each[0]!.table?.columnsKnown === true &&
    each.some(row => headsYears(marksIn(row), row)) &&
    each.some(row => printsColumns(form, row))
  const parted = new Map([...tables].filter(([, each]) => sideBySide(each)))
  const kept = new Map(
    [...parted.values()].flatMap(each => {
      const left = withoutOtherColumns(each, year)
      return each.map((row, at) => [row, left[at]!] as const)
    }),
  )
  const own = rows.map(row => kept.get(row) ?? row)
  if (resultLabelsOf(form).length === 0) return own
  const possible = editionsWith(form, likelyForms(form, rows))
  const { blocks } = editionById(oneOf(form, possible, year)).forms[form]
  return withoutOtherRows(own, blocks[0]!.columns.length, year)
}
