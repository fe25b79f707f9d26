import { type CsvValue, csvText } from '../writers/csv.ts'
import type { Row, SeriesColumn, Value } from './column.ts'
import { findingColumns } from './finding-rows.ts'
import { amountText } from './record.ts'
import { seasonTables } from './tables.ts'
import { unitColumns } from './unit-rows.ts'

/** Every table of the data set. */
export const dataTables = {
  ...seasonTables,
  findings: {
    about: { zh: '跨报告核对的发现', en: 'Findings across reports' },
    columns: findingColumns,
  },
  units: { about: { zh: '名册', en: 'The roster' }, columns: unitColumns },
} as const

export type DataTableName = keyof typeof dataTables

export const dataTableNames = Object.keys(dataTables) as readonly DataTableName[]

/** Amounts were read as numbers of 64 bits, and are written as those again. */
const csvValue = (value: Value, { kind, time }: SeriesColumn): CsvValue => {
  if (kind === 'amount' && typeof value === 'bigint') return Number(amountText(value))
  return time && typeof value === 'string' ? { iso: value } : value
}

/** A table as CSV, headed by the names of its columns. */
export const tableCsv = (columns: readonly SeriesColumn[], rows: readonly Row[]): string =>
  csvText([
    columns.map(({ name }) => name),
    ...rows.map(row => columns.map(column => csvValue(row[column.name] ?? null, column))),
  ])
