import type { Row } from '../../lib/series/column.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import type { SeasonJson } from '../../lib/series/season-contract.ts'
import { resubmittedVersion, type Season, seasonJson, unitOf } from '../../lib/series/season-json.ts'
import type { SeasonView } from '../../lib/series/season-view.ts'
import { placedInMemory } from './placed-in-memory.ts'

const segmentRowOf = (row: Row): Row => ({
  ...row,
  record_id: JSON.stringify([row['key'], row['version'], row['run']]),
  path: row['key'] ?? null,
  left_out: null,
})

/** What the workbook and the pages are given of records, without an engine. */
export const viewInMemory = (
  records: readonly Row[],
  roster: Roster,
  told: Pick<Season, 'year' | 'asOf' | 'findings' | 'unmet'> & Partial<Pick<Season, 'leftOut'>>,
): SeasonView => {
  const { year } = told
  const { tables, chains } = placedInMemory(records.map(segmentRowOf), roster, year)
  const { reports, expected, lineage, area, unplaced } = tables
  const ofYear = (rows: readonly Row[]) =>
    new Map(rows.filter(row => row['year'] === year).map(row => [String(row['unit']), row]))
  const [due, came] = [ofYear(expected), ofYear(reports)]
  const units = [...new Set([...due.keys(), ...came.keys()])].sort().map(unit =>
    unitOf({
      ...came.get(unit),
      ...{ unit, name: roster.units.get(unit)!.name, due_on: due.get(unit)?.['due_on'] ?? null },
    }),
  )
  const resubmissions = chains
    .filter(chain => chain.year === year && chain.versions.length > 1)
    .map((chain): SeasonJson['resubmissions'][number] => ({
      unit: chain.unit,
      versions: chain.versions.map(({ row }, at) =>
        resubmittedVersion(row, chain.versions[at - 1]?.row ?? null),
      ),
      counts: { key: chain.newest.key, version: chain.newest.version },
    }))
  const season = { leftOut: [], ...told, units, resubmissions, unplaced: unplaced.length }
  return { json: seasonJson(season), roster, reports, tables: { expected, lineage, area, unplaced } }
}
