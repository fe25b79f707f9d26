import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, quoted } from '../../../functions/season/engine.ts'
import type { Row } from '../../../lib/series/column.ts'
import { type DataTableName, dataTableNames, dataTables, tableCsv } from '../../../lib/series/data-tables.ts'
import { type DataFile, dataPackage, dictionaryCsv } from '../../../lib/series/dictionary.ts'
import { findingRow } from '../../../lib/series/finding-rows.ts'
import type { SeasonJson } from '../../../lib/series/season-contract.ts'
import { type Season, seasonJson } from '../../../lib/series/season-json.ts'
import { unitRows } from '../../../lib/series/unit-rows.ts'
import { toJson } from '../../../lib/submission/outcome.ts'
import { folderStore } from '../disk/folder-store.ts'
import { scratch } from '../disk/keys-below.ts'
import { sha256 } from '../disk/sha256.ts'
import { currentName, readCurrent, withSeason } from './current.ts'

/** Rows of a group in a Parquet file: what is held at once while one is written. */
const groupRows = 20_000

const rowsOf = ({
  placed,
  findings,
  roster,
  year,
  asOf,
}: Season): Readonly<Record<DataTableName, readonly Row[]>> => ({
  ...placed.tables,
  findings: findings.map(finding => findingRow(finding, year)),
  units: unitRows(roster),
  season: [{ year, as_of: asOf }],
})

const writeParquet = (engine: Engine, table: string, path: string): Promise<void> =>
  engine.run(
    `COPY (SELECT * FROM ${table} ORDER BY rowid) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${groupRows})`,
  )

const describe = async (folder: string, path: string): Promise<DataFile> => {
  const bytes = await readFile(join(folder, path))
  return { path, size: bytes.length, sha256: sha256(bytes) }
}

/** Writes the data set below a folder; `loaded`: the tables that are in the engine already. */
const writeDataSet = async (
  engine: Engine,
  season: Season,
  folder: string,
  loaded: ReadonlySet<string>,
): Promise<readonly DataFile[]> => {
  await mkdir(folder, { recursive: true })
  const rows = rowsOf(season)
  for (const name of dataTableNames) {
    const { columns } = dataTables[name]
    if (!loaded.has(name)) await engine.table(name, columns, rows[name])
    await writeParquet(engine, name, join(folder, `${name}.parquet`))
    await writeFile(join(folder, `${name}.csv`), tableCsv(columns, rows[name]))
  }
  await writeFile(join(folder, 'columns.csv'), dictionaryCsv())
  const csvs = await Promise.all(dataTableNames.map(name => describe(folder, `${name}.csv`)))
  const csvOf = (name: string): DataFile => csvs.find(({ path }) => path === `${name}.csv`)!
  await writeFile(join(folder, 'datapackage.json'), toJson(dataPackage(season.year, csvOf)))
  const paths = (await readdir(folder)).toSorted()
  return Promise.all(paths.map(path => describe(folder, path)))
}

/** Half-written seasons of runs that were killed. No other run may work in the folder. */
const removeAbandoned = async (out: string): Promise<void> => {
  for (const name of await readdir(out))
    if (name.startsWith(scratch)) await rm(join(out, name), { recursive: true, force: true })
}

/** Whether a season stands in a folder as it was written. */
const isWhole = async (folder: string, bytes: Uint8Array, files: readonly DataFile[]): Promise<boolean> => {
  try {
    if (!(await readFile(join(folder, 'season.json'))).equals(bytes)) return false
    const found = await Promise.all(files.map(({ path }) => describe(folder, path)))
    return found.every(({ sha256: hash }, at) => hash === files[at]!.sha256)
  } catch {
    return false
  }
}

export interface WrittenSeason {
  /** Below the folder of seasons. */
  readonly folder: string
  readonly json: SeasonJson
}

/**
 * Writes a season into a folder whose name is made of its contents, and then has `current.json` point to it: until then
 * whoever reads has the season before, whole. The caller has claimed `out`.
 */
export const writeSeason = async (
  engine: Engine,
  season: Season,
  out: string,
  loaded: ReadonlySet<string>,
): Promise<WrittenSeason> => {
  await removeAbandoned(out)
  const aside = join(out, `${scratch}${randomUUID()}`)
  try {
    const files = await writeDataSet(engine, season, join(aside, 'dataset'), loaded)
    const json = seasonJson(
      season,
      files.map(file => ({ ...file, path: `dataset/${file.path}` })),
    )
    const bytes = toJson(json)
    await writeFile(join(aside, 'season.json'), bytes)
    const folder = `${season.year}-${sha256(bytes).slice(0, 12)}`
    const place = join(out, folder)
    if (!(await isWhole(place, bytes, json.files))) {
      await rm(place, { recursive: true, force: true })
      await rename(aside, place)
    }
    const current = withSeason(await readCurrent(out), season.year, folder)
    await folderStore(out).put(currentName, toJson(current))
    return { folder, json }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
