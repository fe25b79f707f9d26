import type { FormKey } from '../../forms/form.ts'
import { formOfKey } from '../../model/figures-of.ts'
import { columnLetters, inSheet } from '../../writers/workbook/address.ts'
import type { Flagged } from '../record.ts'
import type { Facts } from './facts.ts'
import { editionOfTable, numberIn, shownFigure } from './figure.ts'
import type { Plan, UnitSheet } from './plan.ts'

/** A figure of a report where it stands in the workbook. */
export interface PlacedFigure {
  readonly key: string
  readonly sheet: UnitSheet
  readonly row: number
  readonly column: number
  readonly value: number | null
  /** The number, or the word in its place. */
  readonly shown: number | string
  /** What findings of the report's own say of the number. */
  readonly flagged: Flagged | null
}

/** Whether findings of the reports name one of the numbers. */
export const anyFlagged = (figures: readonly PlacedFigure[]): boolean =>
  figures.some(({ flagged }) => flagged !== null)

/** Whether one of the numbers may not be the one that is printed: nothing is concluded from it. */
export const anyDoubtful = (figures: readonly PlacedFigure[]): boolean =>
  figures.some(({ flagged }) => flagged?.doubtful)

const sheetOfTable = (
  { unitSheets }: Plan,
  facts: Facts,
  unit: string,
  year: number,
  form: FormKey,
): UnitSheet | null => {
  const report = facts.reportOf(unit, year)
  const edition = report && editionOfTable(report, form)
  return unitSheets.find(sheet => sheet.year === year && sheet.edition === edition) ?? null
}

/** Null where there is no such report, or its edition has no such cell. */
export const figureAt = (
  plan: Plan,
  facts: Facts,
  unit: string,
  year: number,
  key: string,
): PlacedFigure | null => {
  const report = facts.reportOf(unit, year)
  const sheet = sheetOfTable(plan, facts, unit, year, formOfKey(key))
  const column = sheet?.columns.get(key)
  const row = sheet?.rows.get(unit)
  if (!report || !sheet || column === undefined || row === undefined) return null
  const { value: shown, flagged } = shownFigure(report, key)
  return { key, sheet, row, column, value: numberIn(report, key), shown, flagged }
}

/** The place as links and formulas name it; null where its sheet is not written. */
export const referenceTo = ({ sheet, row, column }: PlacedFigure): string | null =>
  sheet.name === null ? null : inSheet(sheet.name, `${columnLetters(column)}${row}`)

/** Spreadsheets take 255 arguments. */
const mostRuns = 250

/** Cells as the arguments of a sum, neighbours in a column drawn together; null where that cannot be written. */
export const argumentsOf = (figures: readonly PlacedFigure[]): string | null => {
  const runs: { first: PlacedFigure; last: PlacedFigure }[] = []
  for (const figure of figures.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    if (figure.sheet.name === null) return null
    const run = runs.at(-1)
    const continues =
      run &&
      run.last.sheet === figure.sheet &&
      run.last.column === figure.column &&
      run.last.row === figure.row - 1
    if (continues) run.last = figure
    else runs.push({ first: figure, last: figure })
  }
  if (runs.length === 0 || runs.length > mostRuns) return null
  return runs
    .map(({ first, last }) => {
      const [from, to] = [first, last].map(each => `$${columnLetters(each.column)}$${each.row}`)
      return inSheet(first.sheet.name!, first === last ? from! : `${from}:${to}`)
    })
    .join(',')
}

/** Where a unit's report stands; null where no sheet has it. */
export const reportTarget = ({ unitSheets }: Plan, unit: string, year: number): string | null => {
  const sheet = unitSheets.find(each => each.year === year && each.name !== null && each.rows.has(unit))
  return sheet ? inSheet(sheet.name!, `A${sheet.rows.get(unit)}`) : null
}
