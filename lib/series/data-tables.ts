import type { Message } from '../model/message.ts'
import { type CsvValue, csvText } from '../writers/csv.ts'
import type { SeriesColumn, Value } from './column.ts'
import { figureCellColumns } from './figure-cells.ts'
import { findingColumns } from './finding-rows.ts'
import { amountText } from './record.ts'
import { seasonTables } from './tables.ts'
import { unitColumns } from './unit-rows.ts'

const aboutSeason: readonly SeriesColumn[] = [
  { name: 'year', kind: 'integer', label: { zh: '报告年度', en: 'Report year' }, required: true },
  {
    name: 'as_of',
    kind: 'text',
    label: { zh: '截止日期', en: 'The day the season is looked at' },
    required: true,
    time: 'day',
  },
]

export interface DataTable {
  readonly about: Message
  readonly columns: readonly SeriesColumn[]
}

/** Every table of the data set. */
export const dataTables = {
  ...seasonTables,
  findings: {
    about: { zh: '跨报告核对的发现', en: 'Findings across reports' },
    columns: findingColumns,
  },
  units: { about: { zh: '名册', en: 'The roster' }, columns: unitColumns },
  figures: {
    about: {
      zh: '计入的报告的每一格一行（长表）；报告超过 5 万份的没有这张表，用 reports',
      en: 'Tidy: every cell of every report that counts on a row of its own; left out of a season of more than 50,000 reports: use reports',
    },
    columns: figureCellColumns,
  },
  season: {
    about: { zh: '这一报告季，一行', en: 'The season itself: one row' },
    columns: aboutSeason,
  },
} as const

export type DataTableName = keyof typeof dataTables

export const dataTableNames = Object.keys(dataTables) as readonly DataTableName[]

/** Amounts were read as numbers of 64 bits, and are written as those again: a quotient of exact numbers is the nearest one. */
const amountOf = (unscaled: bigint): number =>
  Number.isSafeInteger(Number(unscaled)) ? Number(unscaled) / 1e6 : Number(amountText(unscaled))

const csvValue = (value: Value, { kind, time }: SeriesColumn): CsvValue => {
  if (kind === 'amount' && typeof value === 'bigint') return amountOf(value)
  return time && typeof value === 'string' ? { iso: value } : value
}

/** Reports that still have a row for each cell: ten million rows. Of a nation's all figures are in the wide table alone. */
const mostTidy = 50_000

/** Whether a season of so many reports has the table. */
export const hasTable = (name: DataTableName, reports: number): boolean =>
  name !== 'figures' || reports <= mostTidy

/** Larger tables take a spreadsheet, and us, too long: they are in Parquet alone. In cells. */
const mostOf = (name: DataTableName): number => (name === 'figures' ? 1_000_000 : 5_000_000)

/** Whether a table with so many rows is written as CSV too. */
export const hasCsv = (name: DataTableName, rows: number): boolean =>
  rows * dataTables[name].columns.length <= mostOf(name)

/** The first line of a table as CSV: the names of its columns. */
export const csvHead = (columns: readonly SeriesColumn[]): string =>
  csvText([columns.map(({ name }) => name)])

/** Rows of a table as lines of CSV, their values in the order of the columns. */
export const csvLines = (columns: readonly SeriesColumn[], rows: readonly (readonly Value[])[]): string =>
  csvText(rows.map(row => columns.map((column, at) => csvValue(row[at]!, column)))).slice(1)
