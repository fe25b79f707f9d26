import { editions } from '../forms/index.ts'
import { type CsvValue, csvText } from '../writers/csv.ts'
import type { SeriesColumn } from './column.ts'
import { sqlTypes } from './column.ts'
import { type FigureColumn, figureColumns } from './columns.ts'
import { type DataTable, type DataTableName, dataTableNames, dataTables } from './data-tables.ts'

const heads = [
  ...['table', 'column', 'type', 'required', 'key', 'form', 'unit_of_measure'],
  ...editions.map(({ id }) => `edition_${id}`),
  ...['label_zh', 'label_en'],
]

const figures = new Map<string, FigureColumn>(figureColumns.map(column => [column.name, column]))

/** 1 stands for yes, 0 for no. */
const line = (table: string, column: SeriesColumn): readonly CsvValue[] => {
  const figure = figures.get(column.name)
  const { name, kind, label, required } = column
  return [
    ...[table, name, sqlTypes[kind], required ? 1 : 0],
    ...[figure?.key ?? null, figure?.form ?? null, figure?.unit ?? null],
    ...editions.map(({ id }) => (figure ? (figure.editions.includes(id) ? 1 : 0) : null)),
    ...[label.zh, label.en],
  ]
}

type Tables = Readonly<Record<string, DataTable>>

/** `columns.csv`: the data dictionary, a line for every column of every table that is there. */
export const dictionaryOf = (tables: Tables): string =>
  csvText([
    heads,
    ...Object.entries(tables).flatMap(([name, { columns }]) => columns.map(column => line(name, column))),
  ])

const seasonTablesOf = (names: readonly DataTableName[]): Tables =>
  Object.fromEntries(names.map(name => [name, dataTables[name]]))

/** The same of the data set of a season. */
export const dictionaryCsv = (names: readonly DataTableName[]): string => dictionaryOf(seasonTablesOf(names))

const frictionlessTypes: Readonly<Record<SeriesColumn['kind'], string>> = {
  text: 'string',
  integer: 'integer',
  count: 'integer',
  amount: 'number',
}

const typeOf = ({ kind, time }: SeriesColumn) =>
  time ? { type: time === 'day' ? 'date' : 'datetime' } : { type: frictionlessTypes[kind] }

/** A file of the data set. */
export interface DataFile {
  readonly path: string
  readonly size: number
  /** Lower-case hex digits. */
  readonly sha256: string
}

const resourceOf = (name: string, { about, columns }: DataTable, { path, size, sha256 }: DataFile) => ({
  ...{ name, path, title: about.zh, description: about.en },
  ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8-sig', bytes: size, hash: `sha256:${sha256}` },
  schema: {
    fields: columns.map(column => ({
      name: column.name,
      ...typeOf(column),
      title: column.label.zh,
      description: column.label.en,
      ...(column.required ? { constraints: { required: true } } : {}),
    })),
    missingValues: [''],
  },
})

/** `datapackage.json` (Frictionless Data Package): `tables` are all that are there, those with a CSV file its resources. */
export const packageOf = (
  told: { readonly name: string; readonly title: string; readonly description: string },
  tables: Tables,
  csvOf: (name: string) => DataFile | undefined,
) => ({
  ...told,
  resources: Object.entries(tables).flatMap(([name, table]) => {
    const csv = csvOf(name)
    return csv ? [resourceOf(name, table, csv)] : []
  }),
})

const leftOutOf = (names: readonly DataTableName[]): string =>
  dataTableNames
    .filter(name => !names.includes(name))
    .map(name => ` Not here: ${name} (${dataTables[name].about.en}).`)
    .join('')

/** The same of the data set of a season; `names`: all tables that are there. */
export const dataPackage = (
  year: number,
  names: readonly DataTableName[],
  csvOf: (name: DataTableName) => DataFile | undefined,
) =>
  packageOf(
    {
      name: `gongkai-season-${year}`,
      title: `政府信息公开工作年度报告：${year}年报季`,
      description: `Annual reports on government information disclosure: the reports of a season. See columns.csv, which also has the tables that are in Parquet alone.${leftOutOf(names)}`,
    },
    seasonTablesOf(names),
    name => csvOf(name as DataTableName),
  )
