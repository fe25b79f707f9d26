import { editionById } from '../../forms/find-edition.ts'
import { type FormKey, formKeys } from '../../forms/form.ts'
import { type EditionId, editions } from '../../forms/index.ts'
import { type FormLayout, layoutOf } from '../../forms/layout.ts'
import { type ColumnGroup, columnGroups, editionWord } from '../../writers/summary/columns.ts'
import { sheetName } from '../../writers/workbook/names.ts'
import type { Row } from '../column.ts'
import type { Facts } from './facts.ts'
import { editionOfTable, tableWord } from './figure.ts'

/** Names and places known before any sheet is filled, so that sheets can link to each other. */

/** The columns of a sheet of units before the figures. */
export const fixedColumns = [
  { head: '序号\nNo.', width: 6 },
  { head: '单位\nUnit', width: 27 },
  { head: '单位编号\nUnit no.', width: 11 },
  { head: '上级\nParent', width: 18 },
  { head: '结论\nVerdict', width: 10 },
  { head: '备注\nRemarks', width: 24 },
] as const

/** Rows of a sheet of units: its title, the keys that nobody sees, the heads, the first report. */
export const rowOf = { title: 1, key: 2, group: 3, upper: 4, lower: 5, first: 6 } as const

/** All figures of one edition and year, a row for each report. */
export interface UnitSheet {
  /** Null where the workbook would grow too large: then others hold values and point nowhere. */
  readonly name: string | null
  readonly year: number
  readonly edition: EditionId
  readonly groups: readonly ColumnGroup[]
  readonly starts: readonly number[]
  /** Column of a cell key. */
  readonly columns: ReadonlyMap<string, number>
  /** The reports that are added up. */
  readonly counted: readonly Row[]
  /** Those of whole areas whose units are. */
  readonly leftOut: readonly Row[]
  /** Row of a unit. */
  readonly rows: ReadonlyMap<string, number>
}

/** One statutory table of an edition and year, summed. */
export interface SumSheet {
  readonly name: string
  readonly form: FormKey
  readonly layout: FormLayout
  readonly units: UnitSheet
}

export interface Plan {
  readonly unitSheets: readonly UnitSheet[]
  readonly sumSheets: readonly SumSheet[]
}

/** Reports with all their figures in one workbook: more make it too large for the computers of an office. */
export const mostReports = 12_000

export const firstLeftOut = ({ counted }: Pick<UnitSheet, 'counted'>): number =>
  rowOf.first + Math.max(1, counted.length) + 2

const titleOf = (form: FormKey, edition: EditionId): string => `${tableWord(form)}（${editionWord(edition)}）`

const sheetOf = (
  facts: Facts,
  year: number,
  edition: EditionId,
  rows: readonly Row[],
  name: string | null,
): UnitSheet => {
  const groups = columnGroups([
    { editions: Object.fromEntries(formKeys.map(form => [form, edition])) as Record<FormKey, EditionId> },
  ]).map(group => ({ ...group, title: titleOf(group.form, edition) }))
  let next: number = fixedColumns.length + 1
  const starts = groups.map(({ columns }) => {
    next += columns.length
    return next - columns.length
  })
  const leftOutUnits = facts.leftOut(year)
  const isLeftOut = (row: Row): boolean => leftOutUnits.has(String(row['unit']))
  const [counted, leftOut] = [rows.filter(row => !isLeftOut(row)), rows.filter(isLeftOut)]
  const rowsFrom = (reports: readonly Row[], first: number) =>
    reports.map((row, at) => [String(row['unit']), first + at] as const)
  return {
    ...{ name, year, edition, groups, starts, counted, leftOut },
    columns: new Map(
      groups.flatMap(({ columns }, group) =>
        columns.map(({ key }, at) => [key, starts[group]! + at] as const),
      ),
    ),
    rows: new Map([...rowsFrom(counted, rowOf.first), ...rowsFrom(leftOut, firstLeftOut({ counted }))]),
  }
}

/** The editions of a year's reports, the newest first. */
const editionsIn = (facts: Facts, year: number): readonly EditionId[] =>
  editions
    .map(({ id }) => id)
    .filter(id => facts.reportsIn(year).some(row => formKeys.some(form => editionOfTable(row, form) === id)))
    .toReversed()

export const planOf = (facts: Facts, taken: Set<string>, most: number = mostReports): Plan => {
  let room = most
  const unitSheets = facts.years.flatMap(year => {
    const present = editionsIn(facts, year)
    return present.map(edition => {
      const rows = facts
        .reportsIn(year)
        .filter(row => formKeys.some(form => editionOfTable(row, form) === edition))
      room -= rows.length
      const which = present.length > 1 ? `（${editionWord(edition)}）` : ''
      const name = room < 0 ? null : sheetName(`各单位 ${year}${which}`, taken)
      return sheetOf(facts, year, edition, rows, name)
    })
  })
  const sumSheets = unitSheets.flatMap(units =>
    formKeys.flatMap(form => {
      const { year, edition, counted, leftOut } = units
      if (![...counted, ...leftOut].some(row => editionOfTable(row, form) === edition)) return []
      const isOne = unitSheets.filter(each => each.year === year).length === 1
      const wish = `合计 ${tableWord(form)} ${year}${isOne ? '' : `（${editionWord(edition)}）`}`
      const layout = layoutOf(editionById(edition).forms[form])
      return [{ name: sheetName(wish, taken), form, layout, units }]
    }),
  )
  return { unitSheets, sumSheets }
}
