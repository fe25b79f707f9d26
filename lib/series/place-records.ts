import type { Row, Value } from './column.ts'
import { type Chain, dayInChina, newest, type Placed } from './newest.ts'
import { type Match, matchRecord } from './roster/match-unit.ts'
import type { Roster } from './roster/roster.ts'
import { unitsBelow } from './roster/units-below.ts'
import { rosterTables, type TableName } from './tables.ts'

/** One version of a report, with its path below the folder it was uploaded to. */
export interface SeasonRecord {
  readonly row: Row
  readonly path: string
}

/** A version whose record stands in `rows` under the same name. */
interface PlacedRecord extends Placed {
  readonly match: Match
}

/** What came, by unit and year. */
export interface PlacedSeason {
  readonly tables: Readonly<Record<TableName, readonly Row[]>>
  readonly chains: readonly Chain[]
  /** The record of a version. */
  readonly rowOf: (version: Placed) => Row
}

const nameOf = ({ key, version, run }: Placed): string => JSON.stringify([key, version, run])

const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)

const placedOf = ({ row, path }: SeasonRecord, roster: Roster): PlacedRecord => {
  const match = matchRecord(roster, { ...row, key: path })
  return {
    key: String(row['key']),
    version: String(row['version']),
    sequencer: String(row['sequencer']),
    uploadedAt: text(row['uploaded_at']),
    judgedAt: text(row['judged_at']),
    run: text(row['run']),
    unit: match.unit,
    year: typeof row['year'] === 'number' ? row['year'] : null,
    match,
  }
}

const unplacedRow = (row: Row, match: Match): Row => ({
  key: row['key'] ?? null,
  version: row['version'] ?? null,
  year: row['year'] ?? null,
  authority: row['authority'] ?? null,
  reason: match.unit === null ? match.reason : 'unit-unmatched',
  proposals: JSON.stringify(match.unit === null ? match.proposals : []),
})

/** The order of the roster's lines means nothing. */
const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows
    .map(row => ({ row, name: JSON.stringify([row['year'], ...Object.values(row)]) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ row }) => row)

const chainName = (unit: string | null, year: number | null): string => JSON.stringify([unit, year])

/**
 * Finds the unit of every record, and which one counts of each unit and year. `year` is the one that is looked at; all years
 * at hand are kept.
 */
export const placeRecords = (
  records: readonly SeasonRecord[],
  roster: Roster,
  year: number,
): PlacedSeason => {
  const placed = records.map(record => ({ record, version: placedOf(record, roster) }))
  const rows = new Map(placed.map(({ record, version }) => [nameOf(version), record.row]))
  const rowOf = (version: Placed): Row => rows.get(nameOf(version))!
  const { live, chains } = newest(placed.map(({ version }) => version))
  const byName = new Map(chains.map(chain => [chainName(chain.unit, chain.year), chain]))

  const below = new Map(
    [...Map.groupBy(chains, chain => chain.year)].map(([of, those]) => [
      of,
      unitsBelow(
        roster,
        those.map(chain => chain.unit),
      ),
    ]),
  )

  const seasonRow = (version: PlacedRecord): Row => {
    const unit = version.unit === null ? undefined : roster.units.get(version.unit)
    const chain = byName.get(chainName(version.unit, version.year))
    return {
      unit: unit?.unit ?? null,
      name: unit?.name ?? null,
      parent: unit?.parent ?? null,
      kind: unit?.kind ?? null,
      level: unit?.level ?? null,
      scope: unit?.scope ?? null,
      matched_by: version.match.unit === null ? null : version.match.by,
      first_uploaded_on: dayInChina(chain?.firstUploadedAt ?? null),
      versions: chain?.versions.length ?? null,
      units_below: chain ? (below.get(chain.year)?.get(chain.unit) ?? 0) : null,
      ...rowOf(version),
    }
  }

  const years = new Set([year, ...chains.map(chain => chain.year)])
  const { expected, lineage, area } = rosterTables(roster, [...years].sort())
  const tables = {
    live: live.map(seasonRow),
    reports: chains.map(chain => seasonRow(chain.newest)),
    expected: inOrder(expected),
    lineage: inOrder(lineage),
    area: inOrder(area),
    unplaced: live
      .filter(({ unit }) => unit === null)
      .map(version => unplacedRow(rowOf(version), version.match)),
  }
  return { tables, chains, rowOf }
}
