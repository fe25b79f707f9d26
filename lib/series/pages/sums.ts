import type { Row } from '../column.ts'
import type { FigureColumn } from '../columns.ts'
import { isInSums, mayCountTwice, unitsBelow } from '../roster/units-below.ts'
import type { SeasonView } from '../season-view.ts'
import { hasCell } from './key-figures.ts'
import { flaggedOf, valueAt } from './values.ts'

/** The reports of a year that sums are made of. */
export interface Summed {
  readonly year: number
  readonly rows: readonly Row[]
  /** Summaries whose units are in the sums themselves. */
  readonly leftOut: readonly string[]
  /** Units of unknown scope with reports below them: what those report may be in theirs, and be counted twice. */
  readonly unclear: readonly string[]
  /** Units that follow from themselves alone: after a merger two years cannot be compared. */
  readonly comparable: ReadonlySet<string>
}

const comparableIn = ({ tables }: SeasonView, year: number): ReadonlySet<string> =>
  new Set(
    tables.lineage
      .filter(row => row['year'] === year && row['befores'] === 1 && row['unit'] === row['unit_before'])
      .map(row => String(row['unit'])),
  )

export const summedOf = (view: SeasonView, year: number): Summed => {
  const rows = view.reports.filter(row => row['year'] === year)
  const unitOf = (row: Row): string => String(row['unit'])
  const below = unitsBelow(view.roster, rows.map(unitOf))
  const scopeOf = (unit: string) => view.roster.units.get(unit)?.scope ?? 'unknown'
  const counts = (unit: string): boolean => isInSums(scopeOf(unit), below.get(unit) ?? 0)
  const units = rows.map(unitOf)
  return {
    year,
    rows: rows.filter(row => counts(unitOf(row))),
    leftOut: units.filter(unit => !counts(unit)),
    unclear: units.filter(unit => mayCountTwice(scopeOf(unit), below.get(unit) ?? 0)),
    comparable: comparableIn(view, year),
  }
}

/** A figure over all reports of a year that have it on their form. A cell without a number adds nothing, and is counted. */
export interface Sum {
  readonly sum: bigint
  readonly withNumber: number
  readonly without: number
  /** Of those with a number: how many a finding of their own report names. */
  readonly flagged: number
}

const added = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)

export const sumOf = (rows: readonly Row[], column: FigureColumn): Sum => {
  const having = rows.filter(row => hasCell(row, column))
  const values = having.map(row => valueAt(row, column)).filter(value => value !== null)
  return {
    sum: added(values),
    withNumber: values.length,
    without: having.length - values.length,
    flagged: having.filter(row => flaggedOf(row).has(column.key)).length,
  }
}

/** The change over the units that are in both sums with a number and were no others before: no other two sums compare. */
export const changeOf = (
  now: Summed,
  before: Summed,
  column: FigureColumn,
): { readonly change: bigint; readonly units: number } => {
  const last = new Map(before.rows.map(row => [row['unit'], valueAt(row, column)]))
  const changes = now.rows.flatMap(row => {
    if (!now.comparable.has(String(row['unit']))) return []
    const [value, was] = [valueAt(row, column), last.get(row['unit']!) ?? null]
    return value === null || was === null ? [] : [value - was]
  })
  return { change: added(changes), units: changes.length }
}
