import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataTables, hasCsv } from '../../lib/series/data-tables.ts'
import { type Decision, decided } from '../../lib/series/decisions.ts'
import { findingRow } from '../../lib/series/finding-rows.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import type { SeasonJson } from '../../lib/series/season-contract.ts'
import { seasonJson } from '../../lib/series/season-json.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import type { Engine } from './engine.ts'
import { filesBelow } from './file-of.ts'
import { type WriteOutputs, writeOutputs } from './outputs.ts'
import { placeRecords } from './place-records.ts'
import { runChecks } from './run-checks.ts'
import { rosterTables } from './season-tables.ts'
import { overSegments, writeSegment } from './segment.ts'
import { together } from './together.ts'
import { leftOutVersions, resubmissionsOfYear, unitsOfYear } from './told-of-year.ts'
import { seasonView } from './view.ts'
import { wideTables } from './wide-tables.ts'
import { writeTables } from './write-tables.ts'
import { writeWideCsv } from './write-wide-csv.ts'

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
  /** Units that a person has said, by the ids of records. */
  readonly placed?: ReadonlyMap<string, string>
  /** The folder of results as its pages see it, as the start of a link; left out: they lead to none. */
  readonly results?: string | null
  /** What writes the files for people; left out: this thread, one after the other. */
  readonly writeOutputs?: WriteOutputs
}

export interface SeasonFiles {
  /** `<year>-<12 hex digits>`, made of the bytes of season.json. */
  readonly name: string
  readonly json: SeasonJson
  /** Of season.json. */
  readonly bytes: Uint8Array
}

/** Runs the checks; the tables `findings` and `season` are in the engine then. */
const judge = async (engine: Engine, { year, asOf, roster, decisions }: SeasonFilesAsked) => {
  const found = await runChecks(engine, { year, asOf, roster })
  const { findings, unmet } = decided(found, decisions, asOf)
  const rows = findings.map(finding => findingRow(finding, year))
  await engine.table('findings', dataTables.findings.columns, rows)
  await engine.table('season', dataTables.season.columns, [{ year, as_of: asOf }])
  return { year, asOf, findings, unmet }
}

const countOf = async (engine: Engine, table: string): Promise<number> =>
  Number((await engine.rows(`SELECT count(*) AS n FROM ${table}`))[0]!['n'])

/**
 * The checks of very many reports on two threads: all their statements put rows in order. Of fewer the wide tables are written
 * as CSV meanwhile, in the order in which they are read; and the program has work for the other core.
 */
const judgeAll = async (engine: Engine, given: SeasonFilesAsked) => {
  const isLarge = !hasCsv('reports', await countOf(engine, 'reports'))
  if (isLarge) await engine.threads(2)
  try {
    return await judge(engine, given)
  } finally {
    await engine.threads(1)
  }
}

/**
 * Writes a season into an empty folder, season.json last: the same records, roster and decisions give the same bytes, in
 * however many segments and order they come. A season of a year holds that year and those before it. The engine is used for
 * nothing else. Throws DamagedSegment.
 */
export const writeSeasonFiles = async (
  engine: Engine,
  given: SeasonFilesAsked,
  folder: string,
): Promise<SeasonFiles> => {
  const { year, roster, writeOutputs: write = writeOutputs } = given
  const dataset = join(folder, 'dataset')
  await mkdir(dataset, { recursive: true })
  const nothing = join(folder, 'nothing.parquet')
  if (given.segments.length === 0) await writeSegment(engine, [], nothing)
  const segments = given.segments.length === 0 ? [nothing] : given.segments
  const resubmissions = await overSegments(engine, segments, async () => {
    const years = await placeRecords(engine, { ...given, segments })
    await rosterTables(engine, roster, years)
    await wideTables(engine, segments, dataset)
    return await resubmissionsOfYear(engine, year, segments)
  })
  await rm(nothing, { force: true })
  // What the engine does, and what is done in the program meanwhile.
  const [judged, wideCsv] = await together(judgeAll(engine, given), writeWideCsv(engine, dataset))
  const body = seasonJson({
    ...judged,
    resubmissions,
    units: await unitsOfYear(engine, year),
    leftOut: await leftOutVersions(engine),
    unplaced: await countOf(engine, 'unplaced'),
  })
  const view = await seasonView(engine, body, roster)
  await together(
    writeTables(engine, year, dataset, wideCsv),
    view ? write({ view, folder, results: given.results ?? null }) : Promise.resolve(),
  )
  const json: SeasonJson = { ...body, files: [...(await filesBelow(folder))] }
  const bytes = toJson(json)
  await writeFile(join(folder, 'season.json'), bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { name: `${year}-${hash.slice(0, 12)}`, json, bytes }
}
