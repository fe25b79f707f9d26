import type { Engine, SqlRow } from '../../../functions/season/engine.ts'
import { segmentRows } from '../../../functions/season/segment.ts'
import { sha256 } from '../disk/sha256.ts'

const hashOf = (ids: readonly string[]): string =>
  sha256(new TextEncoder().encode(ids.toSorted().join('\n'))).slice(0, 32)

/** The year from which on a record says something: that of the first record of its key, since any of them may stand. */
const firstYears = (rows: readonly SqlRow[]): ReadonlyMap<unknown, number> =>
  new Map(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, those]) => [
      key,
      those.reduce((first, { year }) => Math.min(first, Number(year ?? 0)), Infinity),
    ]),
  )

/**
 * For each report year at hand a hash of the records that its season is made of: those of files that had a report of the year
 * or of one before it, or of no known year.
 */
export const yearHashes = async (
  engine: Engine,
  segments: readonly string[],
  only: ReadonlySet<string>,
): Promise<ReadonlyMap<number, string>> => {
  if (segments.length === 0) return new Map()
  const rows = (
    await engine.rows(`SELECT DISTINCT record_id, key, year FROM ${segmentRows(segments)}`)
  ).filter(row => only.has(String(row['record_id'])))
  const from = firstYears(rows)
  const years = [...new Set(rows.flatMap(({ year }) => (year === null ? [] : [Number(year)])))].toSorted()
  return new Map(
    years.map(year => {
      const speaking = rows.filter(({ key }) => from.get(key)! <= year)
      return [year, hashOf(speaking.map(row => String(row['record_id'])))]
    }),
  )
}
