import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Value } from '../../lib/series/column.ts'
import { csvHead, csvLines, dataTables, hasCsv } from '../../lib/series/data-tables.ts'
import { type Engine, quoted } from './engine.ts'

const wide = ['live', 'reports'] as const
type Wide = (typeof wide)[number]

/** `live` and `reports` have the same columns, and a report that counts is the same line in both: each is read and put into words once. */
const { columns } = dataTables.live

const countOf = async (engine: Engine, name: Wide): Promise<number> =>
  Number((await engine.rows(`SELECT count(*) AS n FROM ${name}`))[0]!['n'])

/** Lines of the reports among those of `live`, a batch at a time. */
async function* batches(engine: Engine, path: string, leftOut: ReadonlySet<number>) {
  let at = 0
  for await (const rows of engine.values(`SELECT * FROM read_parquet(${quoted(path)})`, columns)) {
    const counted: (readonly Value[])[] = rows.filter((_, index) => !leftOut.has(at + index))
    const live = csvLines(columns, rows)
    yield { live, reports: counted.length === rows.length ? live : csvLines(columns, counted) }
    at += rows.length
  }
}

/** Writes the wide tables as CSV beside their Parquet files, where they are not too large for that. Gives those it wrote. */
export const writeWideCsv = async (engine: Engine, folder: string): Promise<ReadonlySet<string>> => {
  const names: Wide[] = []
  for (const name of wide) if (hasCsv(name, await countOf(engine, name))) names.push(name)
  if (names.length === 0) return new Set()
  const rows = await engine.rows('SELECT position FROM place WHERE NOT is_counted')
  const leftOut = new Set(rows.map(row => Number(row['position'])))
  const files = new Map<Wide, FileHandle>()
  try {
    for (const name of names) files.set(name, await open(join(folder, `${name}.csv`), 'w'))
    for (const file of files.values()) await file.write(csvHead(columns))
    for await (const lines of batches(engine, join(folder, 'live.parquet'), leftOut))
      for (const [name, file] of files) await file.write(lines[name])
  } finally {
    for (const file of files.values()) await file.close()
  }
  return new Set(names)
}
