import type { formKeys } from '../../../forms/form.ts'
import type { Row } from '../../column.ts'
import { columnOf, type FigureColumn, figureColumns } from '../../columns.ts'
import { editionColumn } from '../../fact-columns.ts'
import { hasCell } from '../key-figures.ts'
import { valueAt } from '../values.ts'

/** What a plot shows of one report: figures, or sums of those that stand for one thing. */
export interface Measure {
  readonly name: string
  readonly columns: readonly FigureColumn[]
}

const group = (name: string, prefix: string): Measure => ({
  name,
  columns: figureColumns.filter(
    ({ key }) => key.startsWith(`requests.outcomes.${prefix}.`) && key.endsWith('.total'),
  ),
})

const one = (name: string, key: string): Measure => ({ name, columns: [columnOf(key)] })

export const received = one('新收', 'requests.newRequests.total')
export const handled = one('办理总计', 'requests.outcomes.total.total')

/** The ways in which requests end. */
export const outcomes: readonly Measure[] = [
  group('予以公开', 'granted'),
  group('部分公开', 'partiallyGranted'),
  group('不予公开', 'denied'),
  group('无法提供', 'unableToProvide'),
  group('不予处理', 'notProcessed'),
  group('其他处理', 'other'),
]

export const disputes: readonly Measure[] = [
  one('行政复议', 'reconsiderationAndLitigation.reconsideration.total'),
  one('未经复议直接起诉', 'reconsiderationAndLitigation.directLitigation.total'),
  one('复议后起诉', 'reconsiderationAndLitigation.litigationAfterReconsideration.total'),
]

/** The number of a report; null where one of its cells has none, or its form has no such cell. */
export const measureOf = (row: Row, { columns }: Measure): bigint | null => {
  const own = columns.filter(column => hasCell(row, column))
  const values = own.map(column => valueAt(row, column))
  if (own.length === 0 || values.some(value => value === null)) return null
  return values.reduce<bigint>((sum, value) => sum + value!, 0n)
}

/** All reports with a number in every one of the measures, summed, and how many lack one. */
export interface Summed {
  readonly values: readonly (number | null)[]
  readonly units: number
  readonly lacks: number
}

/** A sum of nothing is not known. Only reports that have all of the measures are in any, so that they belong together. */
export const summed = (rows: readonly Row[], measures: readonly Measure[]): Summed => {
  const all = rows.map(row => measures.map(measure => measureOf(row, measure)))
  const whole = all.filter(values => values.every(value => value !== null))
  return {
    values: measures.map((_, at) =>
      whole.length === 0 ? null : Number(whole.reduce((sum, values) => sum + values[at]!, 0n)),
    ),
    units: whole.length,
    lacks: all.length - whole.length,
  }
}

/** Editions of the form under which reports print a table, as a name that is the same for the same ones. */
export const editionsIn = (rows: readonly Row[], form: (typeof formKeys)[number]): string =>
  [...new Set(rows.map(row => row[editionColumn(form)]).filter(edition => edition !== null))]
    .toSorted()
    .join('、')
