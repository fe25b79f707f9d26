import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SeriesColumn } from '../../lib/series/column.ts'
import {
  csvHead,
  csvLines,
  type DataTableName,
  dataTableNames,
  dataTables,
  hasCsv,
  hasTable,
} from '../../lib/series/data-tables.ts'
import { type DataFile, dataPackage, dictionaryCsv } from '../../lib/series/dictionary.ts'
import { figureCellsSql } from '../../lib/series/figure-cells.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import { type Engine, quoted } from './engine.ts'
import { fileOf } from './file-of.ts'
import { copyTo } from './season-tables.ts'

/** Their files are there already, because the tables are read from them. */
const isWide = (name: DataTableName): boolean => name === 'live' || name === 'reports'

const writeParquet = async (engine: Engine, name: DataTableName, path: string): Promise<void> => {
  const select = name === 'figures' ? figureCellsSql('reports') : `SELECT * FROM ${name} ORDER BY rowid`
  await copyTo(engine, select, path)
}

/** Writes the rows of a Parquet file of these columns as CSV as they are read. */
export const writeCsv = async (
  engine: Engine,
  columns: readonly SeriesColumn[],
  parquet: string,
  path: string,
): Promise<void> => {
  const file = await open(path, 'w')
  try {
    await file.write(csvHead(columns))
    for await (const rows of engine.values(`SELECT * FROM read_parquet(${quoted(parquet)})`, columns))
      await file.write(csvLines(columns, rows))
  } finally {
    await file.close()
  }
}

export const rowsIn = async (engine: Engine, parquet: string): Promise<number> => {
  const [row] = await engine.rows(`SELECT count(*) AS n FROM read_parquet(${quoted(parquet)})`)
  return Number(row!['n'])
}

/**
 * Writes what is not written yet of the data set into a folder: tables as Parquet and, where they are not too large, as CSV,
 * and what explains them. `wideCsv`: which of the wide tables have a CSV file.
 */
export const writeTables = async (
  engine: Engine,
  year: number,
  folder: string,
  wideCsv: ReadonlySet<string>,
): Promise<void> => {
  const csvs = new Map<DataTableName, DataFile>()
  const reports = await rowsIn(engine, join(folder, 'reports.parquet'))
  const names = dataTableNames.filter(name => hasTable(name, reports))
  // The one that takes long stands first: the engine writes it while the program has other work.
  for (const name of names.toSorted((a, b) => Number(b === 'figures') - Number(a === 'figures'))) {
    const [parquet, csv] = [`${name}.parquet`, `${name}.csv`]
    if (!isWide(name)) await writeParquet(engine, name, join(folder, parquet))
    const hasOne = isWide(name)
      ? wideCsv.has(name)
      : hasCsv(name, await rowsIn(engine, join(folder, parquet)))
    if (!hasOne) continue
    if (!isWide(name))
      await writeCsv(engine, dataTables[name].columns, join(folder, parquet), join(folder, csv))
    csvs.set(name, fileOf(folder, csv))
  }
  await writeFile(join(folder, 'columns.csv'), dictionaryCsv(names))
  await writeFile(join(folder, 'datapackage.json'), toJson(dataPackage(year, names, name => csvs.get(name))))
}
