import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine, quoted } from '../../functions/season/engine.ts'
import type { Row, SeriesColumn } from '../../lib/series/column.ts'
import { type RunTableName, runTableNames, runTables } from '../../lib/series/run-tables.ts'
import { csvRows } from './csv.ts'

/** Rows of each table of a folder, as its Parquet files have them. */
export const tablesIn = async (folder: string): Promise<Readonly<Record<RunTableName, readonly Row[]>>> => {
  const engine = await openEngine()
  try {
    const read = async (name: RunTableName) => {
      const path = quoted(join(folder, `${name}.parquet`))
      return [
        name,
        await engine.read(`SELECT * FROM read_parquet(${path})`, runTables[name].columns),
      ] as const
    }
    const tables: (readonly [RunTableName, readonly Row[]])[] = []
    for (const name of runTableNames) tables.push(await read(name))
    return Object.fromEntries(tables) as Record<RunTableName, readonly Row[]>
  } finally {
    engine.close()
  }
}

/** A field of a CSV file as the value of its column, by the rule that stands in the README. */
const fieldValue = (field: string, { kind }: SeriesColumn): Row[string] => {
  if (field === '') return null
  if (kind === 'text') return field.startsWith("'") ? field.slice(1) : field
  if (kind === 'integer') return Number(field)
  return kind === 'count' ? BigInt(field) : BigInt(Math.round(Number(field) * 1e6))
}

/** The same of a CSV file. */
export const csvTableIn = async (folder: string, name: RunTableName): Promise<readonly Row[]> => {
  const text = await readFile(join(folder, `${name}.csv`), 'utf8')
  const { columns } = runTables[name]
  const [, ...rows] = csvRows(text.slice(1))
  return rows.map(fields =>
    Object.fromEntries(columns.map((column, at) => [column.name, fieldValue(fields[at]!, column)])),
  )
}
