import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row } from '../../lib/series/column.ts'
import { type DataTableName, dataTableNames, dataTables, tableCsv } from '../../lib/series/data-tables.ts'
import { type Decision, decided } from '../../lib/series/decisions.ts'
import { type DataFile, dataPackage, dictionaryCsv } from '../../lib/series/dictionary.ts'
import { findingRow } from '../../lib/series/finding-rows.ts'
import { placeRecords } from '../../lib/series/place-records.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import type { SeasonJson } from '../../lib/series/season-contract.ts'
import { type Season, seasonJson } from '../../lib/series/season-json.ts'
import { segmentColumns } from '../../lib/series/segment.ts'
import { seasonTables, type TableName } from '../../lib/series/tables.ts'
import { unitRows } from '../../lib/series/unit-rows.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import { compareSequencers } from '../../lib/submission/sequencer.ts'
import { type Engine, quoted } from './engine.ts'
import { runChecks } from './run-checks.ts'
import { overSegments } from './segment.ts'

export interface SeasonFilesAsked {
  readonly year: number
  /** ISO day. */
  readonly asOf: string
  readonly roster: Roster
  readonly decisions: ReadonlyMap<string, Decision>
  /** Paths of Parquet files of `segmentColumns`. */
  readonly segments: readonly string[]
  /** Ids of the records that stand; null: all of them. */
  readonly only: ReadonlySet<string> | null
}

export interface SeasonFiles {
  /** `<year>-<12 hex digits>`, made of the bytes of season.json. */
  readonly name: string
  readonly json: SeasonJson
  /** Of season.json. */
  readonly bytes: Uint8Array
}

const groupRows = 20_000

const rowsOf = (season: Season): Readonly<Record<DataTableName, readonly Row[]>> => ({
  ...season.placed.tables,
  findings: season.findings.map(finding => findingRow(finding, season.year)),
  units: unitRows(season.roster),
  season: [{ year: season.year, as_of: season.asOf }],
})

const describe = async (folder: string, path: string): Promise<DataFile> => {
  const bytes = await readFile(join(folder, path))
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

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
    await engine.run(
      `COPY (SELECT * FROM ${name} ORDER BY rowid) TO ${quoted(join(folder, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${groupRows})`,
    )
    await writeFile(join(folder, `${name}.csv`), tableCsv(columns, rows[name]))
  }
  await writeFile(join(folder, 'columns.csv'), dictionaryCsv())
  const csvs = await Promise.all(dataTableNames.map(name => describe(folder, `${name}.csv`)))
  const csvOf = (name: string): DataFile => csvs.find(({ path }) => path === `${name}.csv`)!
  await writeFile(join(folder, 'datapackage.json'), toJson(dataPackage(season.year, csvOf)))
  const paths = (await readdir(folder)).toSorted()
  return Promise.all(paths.map(path => describe(folder, path)))
}

const isOlder = (a: Row, b: Row): boolean =>
  a['sequencer'] !== null &&
  (b['sequencer'] === null || compareSequencers(String(a['sequencer']), String(b['sequencer'])) < 0)

const later = (a: Row, b: Row): Row => (String(a['judged_at'] ?? '') < String(b['judged_at'] ?? '') ? b : a)

const standing = (rows: readonly Row[]) => {
  const byId = [...new Map(rows.map(row => [row['record_id'], row])).values()]
  const versions = Map.groupBy(byId, row => JSON.stringify([row['key'], row['version']]))
  const byKey = Map.groupBy(
    [...versions.values()].map(those => those.reduce(later)),
    row => row['key'],
  )
  const records: Row[] = []
  const leftOut: SeasonJson['leftOut'] = []
  for (const those of byKey.values()) {
    const newest = those.reduce((last, row) => (isOlder(last, row) ? row : last))
    for (const row of those)
      if (row['left_out'] !== null)
        leftOut.push({
          key: String(row['key']),
          version: String(row['version']),
          reason: row['left_out'] as SeasonJson['leftOut'][number]['reason'],
          newest: row === newest,
        })
      else if (newest['left_out'] === null) records.push(row)
  }
  return { records, leftOut }
}

/**
 * Writes a season into an empty folder, season.json last: the same records and roster, the same bytes. Throws DamagedSegment.
 */
export const writeSeasonFiles = async (
  engine: Engine,
  { year, asOf, roster, decisions, segments, only }: SeasonFilesAsked,
  folder: string,
): Promise<SeasonFiles> => {
  const rows = await overSegments(engine, segments, async () => {
    if (segments.length === 0) return []
    return await engine.read(
      `SELECT * FROM read_parquet([${segments.map(quoted).join(', ')}]) ORDER BY record_id`,
      segmentColumns,
    )
  })
  const { records, leftOut } = standing(rows.filter(row => only?.has(String(row['record_id'])) ?? true))
  const placed = placeRecords(
    records.map(row => ({ row, path: String(row['path']) })),
    roster,
    year,
  )
  const names = Object.keys(seasonTables) as readonly TableName[]
  for (const name of names) await engine.table(name, seasonTables[name].columns, placed.tables[name])
  const found = await runChecks(engine, placed, { year, asOf, roster })
  const season = { year, asOf, roster, placed, ...decided(found, decisions, asOf), leftOut }
  const files = await writeDataSet(engine, season, join(folder, 'dataset'), new Set(names))
  const json = seasonJson(
    season,
    files.map(file => ({ ...file, path: `dataset/${file.path}` })),
  )
  const bytes = toJson(json)
  await writeFile(join(folder, 'season.json'), bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { name: `${year}-${hash.slice(0, 12)}`, json, bytes }
}
