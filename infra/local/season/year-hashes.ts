import type { Engine, SqlRow } from '../../../functions/season/engine.ts'
import { segmentRows } from '../../../functions/season/segment.ts'
import { sha256 } from '../disk/sha256.ts'

const hashOf = (ids: readonly string[]): string =>
  sha256(new TextEncoder().encode(ids.toSorted().join('\n'))).slice(0, 32)

/** Whether a record says something in the season of a year. Of a key with several any may decide which one stands. */
const speaksIn = (year: number, several: ReadonlySet<unknown>) => (row: SqlRow) =>
  row['year'] === null || Number(row['year']) <= year || several.has(row['key'])

/**
 * For each report year at hand a hash of the records that its season is made of: those of the year and of the years before,
 * those of no known year, and those of keys that have more than one.
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
  const byKey = Map.groupBy(rows, ({ key }) => key)
  const several = new Set([...byKey].flatMap(([key, those]) => (those.length > 1 ? [key] : [])))
  const years = [...new Set(rows.flatMap(({ year }) => (year === null ? [] : [Number(year)])))].toSorted()
  return new Map(
    years.map(year => [
      year,
      hashOf(rows.filter(speaksIn(year, several)).map(row => String(row['record_id']))),
    ]),
  )
}
