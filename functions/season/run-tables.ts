import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row, SeriesColumn } from '../../lib/series/column.ts'
import { type DataFile, dictionaryOf, packageOf } from '../../lib/series/dictionary.ts'
import { figureCellsSql } from '../../lib/series/figure-cells.ts'
import {
  mostCsvRows,
  type RunTableName,
  runTableNames,
  runTables,
  runTablesName,
} from '../../lib/series/run-tables.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import { type Engine, openEngine, quoted } from './engine.ts'
import { fileOf } from './file-of.ts'
import { copyTo } from './season-tables.ts'
import { segmentRows } from './segment.ts'
import { rowsIn, writeCsv } from './write-tables.ts'

/** What came of one file. */
export interface RowsOfFile {
  readonly file: Row
  /** Null where it gave no report, or one that does not count. */
  readonly report: Row | null
  readonly findings: readonly Row[]
}

/** Those whose rows come one by one; `figures` is made of `reports`. */
type Staged = Exclude<RunTableName, 'figures'>

/** Findings have no name that puts those of a report in their order. */
const place: SeriesColumn = { name: 'place', kind: 'integer', label: { zh: '', en: '' } }

const staged = {
  files: { columns: runTables.files.columns, order: 'key', full: 5000 },
  reports: { columns: runTables.reports.columns, order: 'key', full: 500 },
  findings: { columns: [...runTables.findings.columns, place], order: 'upload_key, place', full: 5000 },
} as const satisfies Readonly<
  Record<Staged, { readonly columns: readonly SeriesColumn[]; readonly order: string; readonly full: number }>
>

interface Stage {
  readonly add: (row: Row) => Promise<void>
  /** Paths of Parquet files of all rows. */
  readonly close: () => Promise<readonly string[]>
}

/** Keeps rows in files of so many, in whatever order they come. */
const openStage = (engine: Engine, folder: string, name: Staged): Stage => {
  const { columns, full } = staged[name]
  const paths: string[] = []
  let open: Row[] = []
  const flush = async (): Promise<void> => {
    const rows = open
    open = []
    const path = join(folder, `${name}.${paths.length}.parquet`)
    paths.push(path)
    await engine.table(`stage_${name}`, columns, rows)
    await copyTo(engine, `SELECT * FROM stage_${name} ORDER BY rowid`, path)
    await engine.run(`DROP TABLE stage_${name}`)
  }
  return {
    add: async row => {
      open.push(row)
      if (open.length >= full) await flush()
    },
    close: async () => {
      if (open.length > 0 || paths.length === 0) await flush()
      return paths
    },
  }
}

const told = {
  name: runTablesName,
  title: '政府信息公开工作年度报告：数据表',
  description:
    'Annual reports on government information disclosure, as they were converted. See columns.csv, which also has the tables that are in Parquet alone.',
}

export interface RunTablesWriter {
  /** Files may come in any order, and one after another. */
  readonly add: (rows: RowsOfFile) => Promise<void>
  /** Writes the tables into the folder; the same rows in any order give the same bytes. */
  readonly write: (folder: string) => Promise<void>
  readonly close: () => void
}

/** Collects rows below an empty folder `aside`, a bounded number of them at once in memory. */
export const openRunTables = async (aside: string): Promise<RunTablesWriter> => {
  await mkdir(aside, { recursive: true })
  const engine = await openEngine({ spill: join(aside, 'spill') })
  const stages: Readonly<Record<Staged, Stage>> = {
    files: openStage(engine, aside, 'files'),
    reports: openStage(engine, aside, 'reports'),
    findings: openStage(engine, aside, 'findings'),
  }
  const selectOf = async (name: RunTableName, folder: string): Promise<string> => {
    if (name === 'figures') return figureCellsSql(`read_parquet(${quoted(join(folder, 'reports.parquet'))})`)
    const names = runTables[name].columns.map(column => column.name).join(', ')
    return `SELECT ${names} FROM ${segmentRows(await stages[name].close())} ORDER BY ${staged[name].order}`
  }
  return {
    add: async ({ file, report, findings }) => {
      await stages.files.add(file)
      if (report) await stages.reports.add(report)
      for (const [at, finding] of findings.entries()) await stages.findings.add({ ...finding, place: at })
    },
    write: async folder => {
      const csvs = new Map<string, DataFile>()
      for (const name of runTableNames) {
        const parquet = join(folder, `${name}.parquet`)
        await copyTo(engine, await selectOf(name, folder), parquet)
        if ((await rowsIn(engine, parquet)) > mostCsvRows) continue
        await writeCsv(engine, runTables[name].columns, parquet, join(folder, `${name}.csv`))
        csvs.set(name, await fileOf(folder, `${name}.csv`))
      }
      await writeFile(join(folder, 'columns.csv'), dictionaryOf(runTables))
      const described = packageOf(told, runTables, name => csvs.get(name))
      await writeFile(join(folder, 'datapackage.json'), toJson(described))
    },
    close: () => engine.close(),
  }
}
