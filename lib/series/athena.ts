import type { ColumnKind } from './column.ts'
import { type DataTableName, dataTableNames, dataTables } from './data-tables.ts'
import { type Question, questions } from './questions/index.ts'

/** The data set as AWS Glue and Athena know it: tables over `<root>/<table>/season=<season>/`, and the ready questions. */

/** Partition of the season that was made last; each report year has one as well. */
export const currentSeason = 'current'

const years = { first: 2008, last: 2100 } as const

/** What `season` can be: nothing has to be told to Glue when a season is made. */
export const seasonsOfAthena: readonly string[] = [
  currentSeason,
  ...Array.from({ length: years.last - years.first + 1 }, (_, at) => String(years.first + at)),
]

/** The types of columns in Glue, as they are read from Parquet. */
const glueTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'string',
  integer: 'int',
  count: 'bigint',
  amount: 'decimal(18,6)',
}

export interface GlueColumn {
  readonly name: string
  readonly type: string
  readonly comment: string
}

/** A `TableInput` of Glue. */
export interface AthenaTable {
  readonly name: DataTableName
  readonly description: string
  readonly tableType: 'EXTERNAL_TABLE'
  readonly parameters: Readonly<Record<string, string>>
  readonly partitionKeys: readonly GlueColumn[]
  readonly storageDescriptor: {
    readonly columns: readonly GlueColumn[]
    readonly location: string
    readonly inputFormat: string
    readonly outputFormat: string
    readonly serdeInfo: {
      readonly serializationLibrary: string
      readonly parameters: Readonly<Record<string, string>>
    }
  }
}

const season: GlueColumn = {
  name: 'season',
  type: 'string',
  comment: '报告季：current 为最近一次汇总，或年度，如 2024',
}

const columnsOf = (table: DataTableName): readonly GlueColumn[] =>
  dataTables[table].columns.map(({ name, kind, label }) => ({
    name,
    type: glueTypes[kind],
    comment: label.zh,
  }))

/** Below each place of a season lies a text of one line, the address of the Parquet file: that is what is moved. */
const tableOf = (name: DataTableName, root: string): AthenaTable => ({
  name,
  description: `${dataTables[name].about.zh} ${dataTables[name].about.en}`,
  tableType: 'EXTERNAL_TABLE',
  parameters: {
    EXTERNAL: 'TRUE',
    'projection.enabled': 'true',
    'projection.season.type': 'enum',
    'projection.season.values': seasonsOfAthena.join(','),
    'storage.location.template': `${root}/${name}/season=\${season}/`,
  },
  partitionKeys: [season],
  storageDescriptor: {
    columns: columnsOf(name),
    location: `${root}/${name}/`,
    inputFormat: 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat',
    outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
    serdeInfo: {
      serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
      parameters: { 'serialization.format': '1' },
    },
  },
})

/** The tables below `root`, such as `s3://bucket/season/athena`. */
export const athenaTables = (root: string): readonly AthenaTable[] =>
  dataTableNames.map(name => tableOf(name, root))

export interface NamedQuery {
  readonly name: string
  readonly description: string
  readonly queryString: string
}

const reads = (sql: string, table: DataTableName): boolean =>
  new RegExp(`\\b(?:FROM|JOIN) ${table}\\b`, 'u').test(sql)

/** Narrows each table that the statement reads to one season, under the table's own name. */
const narrowed = (sql: string): string =>
  dataTableNames
    .filter(name => reads(sql, name))
    .map(name => `${name} AS (SELECT * FROM ${name} WHERE season = '${currentSeason}')`)
    .join(',\n  ')

const namedQuery = ({ id, title, about, sql }: Question): NamedQuery => {
  const statement = sql('(SELECT year FROM season)')
  return {
    name: `${title.zh} ${id}`,
    description: [title.en, about?.zh, about?.en].filter(text => text !== undefined).join(' '),
    queryString: `-- ${title.zh}：看其他年度，把 '${currentSeason}' 都换成年度，如 '2023'
WITH ${narrowed(statement)}
${statement}`,
  }
}

/** The ready questions as they stand in Athena, about the season that was made last. */
export const namedQueries: readonly NamedQuery[] = questions.map(namedQuery)
