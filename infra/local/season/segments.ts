import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, quoted } from '../../../functions/season/engine.ts'
import { build } from '../../../lib/model/build.ts'
import { converter } from '../../../lib/model/version.ts'
import type { Row, SeriesColumn } from '../../../lib/series/column.ts'
import { recordColumns, recordShape } from '../../../lib/series/columns.ts'
import { scratch } from '../disk/keys-below.ts'
import { sha256 } from '../disk/sha256.ts'

/**
 * Records that were made of reports before, so that a report is read once: Parquet files below `segments/`, called by the
 * hash of their bytes. Nothing is lost with them; a damaged one is taken away, and its reports are read again.
 */
const columns: readonly SeriesColumn[] = [
  { name: 'record_id', kind: 'text', label: { zh: '记录', en: 'Record' }, required: true },
  ...recordColumns,
]

/** Segments of another shape, or of a program that may make other records, are not read. */
const shape = sha256(
  new TextEncoder().encode([recordShape, converter.version, build.build].join('\n')),
).slice(0, 12)

/** More files than that are made one. */
const most = 8

export type KeptRecords = ReadonlyMap<string, Row>

const folderOf = (out: string): string => join(out, 'segments', shape)

const nameOf = async (path: string): Promise<string> => `${sha256(await readFile(path)).slice(0, 16)}.parquet`

const namesIn = async (folder: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true })
  return (await readdir(folder)).toSorted()
}

const removeOthers = async (folder: string): Promise<void> => {
  for (const name of await namesIn(folder))
    if (name !== shape) await rm(join(folder, name), { recursive: true, force: true })
}

/** What is kept below a folder of seasons, by the ids of the records. The caller has claimed it. */
export const readSegments = async (engine: Engine, out: string): Promise<KeptRecords> => {
  const folder = folderOf(out)
  await removeOthers(join(out, 'segments'))
  const kept = new Map<string, Row>()
  for (const name of await namesIn(folder)) {
    const path = join(folder, name)
    if (name !== (await nameOf(path))) await rm(path, { force: true })
    else
      for (const row of await engine.read(`SELECT * FROM read_parquet(${quoted(path)})`, columns))
        kept.set(String(row['record_id']), row)
  }
  return kept
}

const write = async (engine: Engine, folder: string, records: KeptRecords): Promise<string> => {
  const rows = [...records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, row]) => ({ ...row, record_id: id }))
  const aside = join(folder, `${scratch}segment`)
  await engine.table('segment', columns, rows)
  await engine.run(
    `COPY (SELECT * FROM segment ORDER BY rowid) TO ${quoted(aside)} (FORMAT parquet, COMPRESSION zstd)`,
  )
  await engine.run('DROP TABLE segment')
  const name = await nameOf(aside)
  await rename(aside, join(folder, name))
  return name
}

/** Keeps the records of a run: those that are new beside the others, or all in one file. */
export const keepSegments = async (
  engine: Engine,
  out: string,
  before: KeptRecords,
  records: KeptRecords,
): Promise<void> => {
  const folder = folderOf(out)
  const fresh = new Map([...records].filter(([id]) => !before.has(id)))
  if (fresh.size === 0) return
  const names = await namesIn(folder)
  if (names.length < most) {
    await write(engine, folder, fresh)
    return
  }
  const whole = await write(engine, folder, records)
  for (const name of names) if (name !== whole) await rm(join(folder, name), { force: true })
}
