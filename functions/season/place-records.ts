import type { Row, SeriesColumn } from '../../lib/series/column.ts'
import { type Match, matchRecord } from '../../lib/series/roster/match-unit.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import { unitsBelow } from '../../lib/series/roster/units-below.ts'
import type { Engine } from './engine.ts'
import { chainTable, placeTable, versionTable } from './placement-sql.ts'
import { segmentRows } from './segment.ts'

/** Whose report each record is, and which one counts: narrow tables in the engine; the figures stay in the segments. */

const column = (name: string, kind: SeriesColumn['kind']): SeriesColumn => ({
  name,
  kind,
  label: { zh: '', en: '' },
})

/** What of a record tells the unit, and where the record stands. */
const facts: readonly SeriesColumn[] = [
  ...[column('file', 'count'), column('place', 'count')],
  ...['record_id', 'path'].map(name => column(name, 'text')),
  column('year', 'integer'),
  ...['title', 'authority', 'authority_as_printed', 'signed_by'].map(name => column(name, 'text')),
]

const matched: readonly SeriesColumn[] = [
  ...[column('file', 'count'), column('place', 'count')],
  ...['unit', 'matched_by', 'reason', 'proposals'].map(name => column(name, 'text')),
]

/** The unit that a person has said, if the roster has it; else the one that the record tells. */
const unitOf = (
  row: Row,
  { roster, placed }: Placing,
): Match | { readonly unit: string; readonly by: 'person' } => {
  const unit = placed?.get(String(row['record_id']))
  return unit !== undefined && roster.units.has(unit) && row['year'] !== null
    ? { unit, by: 'person' }
    : matchRecord(roster, { ...row, key: row['path'] ?? '' })
}

const matchedRow = (row: Row, placing: Placing): Row => {
  const match = unitOf(row, placing)
  const isNobodys = match.unit === null
  return {
    file: row['file'] ?? null,
    place: row['place'] ?? null,
    unit: match.unit,
    matched_by: isNobodys ? null : match.by,
    reason: isNobodys ? match.reason : null,
    proposals: isNobodys ? JSON.stringify(match.proposals) : null,
  }
}

const factsSql = (segments: readonly string[]): string =>
  `SELECT s.file_index::BIGINT AS file, s.file_row_number AS place, ${facts
    .slice(2)
    .map(({ name }) => `s.${name}`)
    .join(', ')} FROM ${segmentRows(segments)} s`

async function* matchedRows(engine: Engine, placing: Placing): AsyncIterable<Row> {
  const { segments, only } = placing
  for await (const rows of engine.stream(factsSql(segments), facts))
    for (const row of rows)
      if (only === null || only.has(String(row['record_id']))) yield matchedRow(row, placing)
}

const below: readonly SeriesColumn[] = [
  column('unit', 'text'),
  column('year', 'integer'),
  column('units_below', 'integer'),
]

async function* belowRows(engine: Engine, roster: Roster, years: readonly number[]): AsyncIterable<Row> {
  for (const year of years) {
    const reported = await engine.rows(`SELECT unit FROM chain WHERE year = ${year}`)
    const counts = unitsBelow(
      roster,
      reported.map(({ unit }) => String(unit)),
    )
    for (const [unit, count] of counts) yield { unit, year, units_below: count }
  }
}

export interface Placing {
  readonly year: number
  readonly roster: Roster
  readonly segments: readonly string[]
  readonly only: ReadonlySet<string> | null
  /** Units that a person has said, by the ids of records. */
  readonly placed?: ReadonlyMap<string, string>
}

/** Makes the tables `version`, `chain` and `place`; gives the report years at hand and the one asked for, in order. */
export const placeRecords = async (engine: Engine, placing: Placing): Promise<readonly number[]> => {
  const { year, roster, segments } = placing
  await engine.table('matched', matched, matchedRows(engine, placing))
  await engine.run(versionTable(segments))
  await engine.run('DROP TABLE matched')
  await engine.run(chainTable(year))
  const rows = await engine.rows('SELECT DISTINCT year FROM chain')
  const years = [...new Set([year, ...rows.map(row => Number(row['year']))])].sort((a, b) => a - b)
  await engine.table('below', below, belowRows(engine, roster, years))
  await engine.run(placeTable(year))
  await engine.run('DROP TABLE below')
  return years
}
