import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  csvHead,
  csvLines,
  type DataTableName,
  dataTableNames,
  dataTables,
  hasCsv,
} from '../../lib/series/data-tables.ts'
import { type DataFile, dataPackage, dictionaryCsv } from '../../lib/series/dictionary.ts'
import { figureCellsSql } from '../../lib/series/figure-cells.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import { type Engine, quoted } from './engine.ts'
import { fileOf } from './file-of.ts'
import { copyTo } from './season-tables.ts'

/** Files that are there already, because the tables are read from them. */
const written: readonly DataTableName[] = ['live', 'reports']

const writeParquet = async (engine: Engine, name: DataTableName, path: string): Promise<void> => {
  if (written.includes(name)) return
  const select = name === 'figures' ? figureCellsSql('reports') : `SELECT * FROM ${name} ORDER BY rowid`
  await copyTo(engine, select, path)
}

/** Writes the rows of a Parquet file as CSV as they are read. */
const writeCsv = async (
  engine: Engine,
  name: DataTableName,
  parquet: string,
  path: string,
): Promise<void> => {
  const { columns } = dataTables[name]
  const file = await open(path, 'w')
  try {
    await file.write(csvHead(columns))
    for await (const rows of engine.values(`SELECT * FROM read_parquet(${quoted(parquet)})`, columns))
      await file.write(csvLines(columns, rows))
  } finally {
    await file.close()
  }
}

const rowsIn = async (engine: Engine, parquet: string): Promise<number> => {
  const [row] = await engine.rows(`SELECT count(*) AS n FROM read_parquet(${quoted(parquet)})`)
  return Number(row!['n'])
}

/** Writes every table of the data set into a folder, as Parquet and, where it is not too large, as CSV; and what explains them. */
export const writeTables = async (engine: Engine, year: number, folder: string): Promise<void> => {
  const csvs = new Map<DataTableName, DataFile>()
  for (const name of dataTableNames) {
    const [parquet, csv] = [`${name}.parquet`, `${name}.csv`]
    await writeParquet(engine, name, join(folder, parquet))
    if (!hasCsv(name, await rowsIn(engine, join(folder, parquet)))) continue
    await writeCsv(engine, name, join(folder, parquet), join(folder, csv))
    csvs.set(name, await fileOf(folder, csv))
  }
  await writeFile(join(folder, 'columns.csv'), dictionaryCsv())
  await writeFile(join(folder, 'datapackage.json'), toJson(dataPackage(year, name => csvs.get(name))))
}
