import type { Row, SeriesColumn } from '../../lib/series/column.ts'
import { recordColumns } from '../../lib/series/columns.ts'
import type { SeasonJson } from '../../lib/series/season-contract.ts'
import { resubmittedVersion, unitOf } from '../../lib/series/season-json.ts'
import type { Engine } from './engine.ts'
import { leftOut, resubmitted } from './placement-sql.ts'
import { segmentRows } from './segment.ts'

/** What `season.json` tells of a year, out of the tables in the engine. */

const text = (name: string): SeriesColumn => ({ name, kind: 'text', label: { zh: '', en: '' } })
const integer = (name: string): SeriesColumn => ({ ...text(name), kind: 'integer' })

/** Units that must report, and those that did, in their order. */
export const unitsOfYear = async (engine: Engine, year: number): Promise<SeasonJson['units']> => {
  const columns = [
    ...['unit', 'name', 'due_on', 'key', 'version', 'verdict', 'first_uploaded_on'].map(text),
    integer('versions'),
  ]
  const sql = `SELECT t.unit, u.name, t.due_on, t.key, t.version, t.verdict, t.first_uploaded_on, t.versions FROM (
    SELECT coalesce(e.unit, r.unit) AS unit, e.due_on, r.key, r.version, r.verdict, r.first_uploaded_on, r.versions
    FROM (SELECT unit, due_on FROM expected WHERE year = ${year}) e FULL JOIN
      (SELECT unit, key, version, verdict, first_uploaded_on, versions FROM reports WHERE year = ${year}) r ON r.unit = e.unit
  ) t JOIN units u ON u.unit = t.unit ORDER BY t.unit`
  const units: SeasonJson['units'] = []
  for await (const rows of engine.stream(sql, columns)) for (const row of rows) units.push(unitOf(row))
  return units
}

/** What was handed in again for a year: only these records are read whole, one after the other. */
export const resubmissionsOfYear = async (
  engine: Engine,
  year: number,
  segments: readonly string[],
): Promise<SeasonJson['resubmissions']> => {
  const columns = [text('of_unit'), integer('is_counted'), ...recordColumns]
  const sql = `SELECT c.unit AS of_unit, CAST(c.is_counted AS INTEGER) AS is_counted,
      ${recordColumns.map(({ name }) => `s.${name}`).join(', ')}
    FROM ${segmentRows(segments)} s JOIN (${resubmitted(year)}) c ON c.file = s.file_index AND c.place = s.file_row_number
    ORDER BY c.position`
  const all: SeasonJson['resubmissions'] = []
  let before: Row | null = null
  for await (const rows of engine.stream(sql, columns))
    for (const row of rows) {
      const unit = String(row['of_unit'])
      const isFirst = before?.['of_unit'] !== unit
      const version = resubmittedVersion(row, isFirst ? null : before)
      const { key } = version
      if (isFirst) all.push({ unit, versions: [], counts: { key, version: version.version } })
      all.at(-1)!.versions.push(version)
      if (row['is_counted'] === 1) all.at(-1)!.counts = { key, version: version.version }
      before = row
    }
  return all
}

/** Versions that gave no report, of any year. */
export const leftOutVersions = async (engine: Engine): Promise<SeasonJson['leftOut']> =>
  (await engine.rows(leftOut)).map(row => ({
    key: String(row['key']),
    version: String(row['version']),
    reason: row['left_out'] as SeasonJson['leftOut'][number]['reason'],
    newest: row['is_newest'] === 1,
  }))
