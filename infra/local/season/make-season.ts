import { openEngine } from '../../../functions/season/engine.ts'
import { runChecks } from '../../../functions/season/run-checks.ts'
import type { Decision } from '../../../lib/series/decisions.ts'
import { decided } from '../../../lib/series/decisions.ts'
import { placeRecords } from '../../../lib/series/place-records.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'
import { seasonTables, type TableName } from '../../../lib/series/tables.ts'
import { gather } from './gather.ts'
import { keepSegments, readSegments } from './segments.ts'
import { type WrittenSeason, writeSeason } from './write-season.ts'

export interface SeasonAsked {
  readonly year: number
  /** ISO day. */
  readonly asOf: string
  /** Folders of results. */
  readonly from: readonly string[]
  readonly roster: Roster
  readonly decisions: ReadonlyMap<string, Decision>
  /** Claimed by the caller. */
  readonly out: string
}

/** From results to the season on disk: gather, place, check, write. */
export const makeSeason = async (asked: SeasonAsked): Promise<WrittenSeason> => {
  const { year, asOf, roster, out } = asked
  const engine = await openEngine()
  try {
    const kept = await readSegments(engine, out)
    const { records, leftOut, read } = await gather(asked.from, kept)
    await keepSegments(engine, out, kept, read)
    const placed = placeRecords(records, roster, year)
    const names = Object.keys(seasonTables) as readonly TableName[]
    for (const name of names) await engine.table(name, seasonTables[name].columns, placed.tables[name])
    const found = await runChecks(engine, placed, { year, asOf, roster })
    const { findings, unmet } = decided(found, asked.decisions, asOf)
    const season = { year, asOf, roster, placed, findings, unmet, leftOut: [...leftOut] }
    return await writeSeason(engine, season, out, new Set(names))
  } finally {
    engine.close()
  }
}
