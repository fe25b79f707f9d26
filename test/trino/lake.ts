import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine } from '../../functions/season/engine.ts'
import { writeSegment } from '../../functions/season/segment.ts'
import { writeSeasonFiles } from '../../functions/season/write-season.ts'
import { currentSeason } from '../../lib/series/athena.ts'
import { type DataTableName, dataTableNames } from '../../lib/series/data-tables.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import { recordOfHanded } from '../lib/series/checks/invented-season.ts'
import { rosterOf } from '../lib/series/roster/lines.ts'
import { inventedReport, rosterText, twoYears, units, writeReports } from '../support/invented-season.ts'
import { runGongkai } from '../support/run-gongkai.ts'
import { randomSeason } from './random-season.ts'
import { trinoRoot } from './run-trino.ts'

/** Seasons as they lie on AWS: Parquet files, and for each table and season a text that points to its file. */

export interface LakeSeason {
  /** Partition: the year, or `current`. */
  readonly name: string
  readonly year: number
  readonly asOf: string
  /** Folder of its Parquet files below that of the lake. */
  readonly dataset: string
  readonly roster: Roster
}

export const parquetOf = (folder: string, { dataset }: LakeSeason, table: DataTableName): string =>
  join(folder, dataset, `${table}.parquet`)

const point = async (folder: string, season: LakeSeason): Promise<LakeSeason> => {
  for (const table of dataTableNames) {
    const place = join(folder, 'athena', table, `season=${season.name}`)
    await mkdir(place, { recursive: true })
    await writeFile(join(place, 'files'), `${trinoRoot}${season.dataset}/${table}.parquet\n`)
  }
  return season
}

/** Reports that are converted, gathered and checked as anyone's: u2 carries over too much, u3 and u4 have not reported. */
const convertedSeason = async (folder: string): Promise<LakeSeason> => {
  const [year, asOf] = [2024, '2025-04-10']
  const years = twoYears('trino')
  const carried = 'requests.carriedOver.naturalPerson'
  const faulty = { ...years.u2[1], [carried]: years.u2[1][carried]! + 1 }
  await writeReports(join(folder, 'in'), {
    '2023/甲.html': inventedReport(units.u1, 2023, years.u1[0]),
    '2023/乙.html': inventedReport(units.u2, 2023, years.u2[0]),
    '2023/丙.html': inventedReport(units.u3, 2023, years.u3[0]),
    '2024/甲.html': inventedReport(units.u1, 2024, years.u1[1]),
    '2024/乙.html': inventedReport(units.u2, 2024, years.u2[1]),
    '2024/再.html': inventedReport(units.u2, 2024, faulty),
    '2024/谁.html': inventedReport('白沙区卫生健康局', 2024, years.u3[1]),
  })
  await writeFile(join(folder, '名册.csv'), rosterText())
  await runGongkai(['convert', 'in', '--out', 'results'], folder)
  const asked = ['--year', String(year), '--as-of', asOf, '--roster', '名册.csv', '--from', 'results']
  const { code, stderr } = await runGongkai(['season', ...asked], folder)
  if (code !== 1) throw new Error(`no season with findings was made: ${stderr}`)
  const { seasons } = JSON.parse(await readFile(join(folder, 'season/current.json'), 'utf8'))
  const dataset = `season/${seasons[year]}/dataset`
  return point(folder, {
    name: currentSeason,
    year,
    asOf,
    dataset,
    roster: rosterOf(rosterText().replaceAll(',', '|')),
  })
}

const drawnSeason = async (folder: string, year: number, size: number): Promise<LakeSeason> => {
  const [name, asOf] = [String(year), `${year + 1}-03-15`]
  const { roster, handed } = randomSeason(`trino ${year}`, size, year)
  const rows = handed.map(recordOfHanded).map((row, at) => ({
    ...row,
    ...{ record_id: String(at).padStart(6, '0'), path: String(row['key']), left_out: null },
  }))
  const place = join(folder, name)
  await mkdir(place)
  const engine = await openEngine()
  try {
    const segment = join(folder, `${name}.parquet`)
    await writeSegment(engine, rows, segment)
    const asked = { year, asOf, roster, decisions: new Map(), segments: [segment], only: null }
    await writeSeasonFiles(engine, asked, place)
  } finally {
    engine.close()
  }
  return point(folder, { name, year, asOf, dataset: `${name}/dataset`, roster })
}

export interface Lake {
  /** A few real files, as the season that was made last. */
  readonly current: LakeSeason
  /** Old and new forms mixed, and every fault that chance brings. */
  readonly mixed: LakeSeason
  /** The old form in both years. */
  readonly old: LakeSeason
}

/** Makes the seasons below an empty folder. */
export const makeLake = async (folder: string): Promise<Lake> => ({
  current: await convertedSeason(folder),
  mixed: await drawnSeason(folder, 2021, 150),
  old: await drawnSeason(folder, 2020, 40),
})
