import type { Row, Value } from '../../lib/series/column.ts'
import { dayInChina, newest, type Placed } from '../../lib/series/newest.ts'
import { type Match, matchRecord } from '../../lib/series/roster/match-unit.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import { unitsBelow } from '../../lib/series/roster/units-below.ts'
import { rosterTables } from '../../lib/series/tables.ts'

/** What the rows of segments come to, worked out a second time, of lists in memory. */

interface Version extends Placed {
  readonly match: Match
  readonly row: Row
}

const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)

const versionOf = (row: Row, roster: Roster): Version => {
  const match = matchRecord(roster, { ...row, key: row['path']! })
  return {
    key: String(row['key']),
    version: String(row['version']),
    // Nobody knows: behind all digits there are.
    sequencer: text(row['sequencer']) ?? 'z',
    uploadedAt: text(row['uploaded_at']),
    judgedAt: text(row['judged_at']),
    run: text(row['run']),
    unit: match.unit,
    year: typeof row['year'] === 'number' ? row['year'] : null,
    match,
    row,
  }
}

const nameOf = (unit: string | null, year: number | null): string => JSON.stringify([unit, year])

const sorted = (rows: readonly Row[], ...columns: readonly string[]): readonly Row[] => {
  const name = (row: Row): string => columns.map(column => row[column] ?? '\uffff').join('\0')
  return rows.toSorted((a, b) => (name(a) < name(b) ? -1 : 1))
}

/** The last run of each version; what of them is no report, and the reports of keys whose newest version is one. */
const standing = (versions: readonly Version[], year: number) => {
  const { live } = newest(versions)
  const newestOf = new Map(live.map(version => [version.key, version]))
  const last = newest(versions.map(each => ({ ...each, key: JSON.stringify([each.key, each.version]) }))).live
  const isLeftOut = ({ row }: Version): boolean => text(row['left_out']) !== null
  const leftOut = last.filter(isLeftOut).map(({ row }) => ({
    key: row['key'],
    version: row['version'],
    reason: row['left_out'],
    newest: newestOf.get(String(row['key']))!.version === row['version'],
  }))
  const reports = last
    .map(each => ({ ...each, key: String(each.row['key']) }))
    .filter(each => !isLeftOut(each) && !isLeftOut(newestOf.get(each.key)!))
  const keysNow = new Map(reports.map(each => [`${each.key} ${each.version}`, each]))
  const isLive = (each: Version): boolean => newestOf.get(each.key)!.version === each.version
  const inYears = [...keysNow.values()].filter(each => each.year === null || each.year <= year)
  return { leftOut, inYears, isLive }
}

export const placedInMemory = (rows: readonly Row[], roster: Roster, year: number) => {
  const all = [...new Map(rows.map(row => [row['record_id'], row])).values()]
  const { leftOut, inYears, isLive } = standing(
    all.map(row => versionOf(row, roster)),
    year,
  )
  const live = inYears.filter(isLive)
  // A key whose newest version is of a later year has nothing live.
  const chains = newest(inYears)
    .chains.map(chain => ({ ...chain, lives: chain.versions.filter(isLive) }))
    .filter(({ lives }) => lives.length > 0)
    .map(chain => ({ ...chain, newest: chain.lives.at(-1)! }))
  const byName = new Map(chains.map(chain => [nameOf(chain.unit, chain.year), chain]))
  const below = new Map(
    [...Map.groupBy(chains, chain => chain.year)].map(([of, those]) => [
      of,
      unitsBelow(
        roster,
        those.map(chain => chain.unit),
      ),
    ]),
  )
  const seasonRow = ({ unit: of, year: when, match, row }: Version): Row => {
    const unit = of === null ? undefined : roster.units.get(of)
    const chain = byName.get(nameOf(of, when))
    const { record_id: _id, path: _path, left_out: _left, ...record } = row
    return {
      unit: unit?.unit ?? null,
      name: unit?.name ?? null,
      parent: unit?.parent ?? null,
      kind: unit?.kind ?? null,
      level: unit?.level ?? null,
      scope: unit?.scope ?? null,
      matched_by: match.unit === null ? null : match.by,
      first_uploaded_on: dayInChina(chain?.firstUploadedAt ?? null),
      versions: chain?.versions.length ?? null,
      units_below: chain ? (below.get(chain.year)?.get(chain.unit) ?? 0) : null,
      ...record,
    }
  }
  const years = [...new Set([year, ...chains.map(chain => chain.year)])].sort((a, b) => a - b)
  const { expected, lineage, area } = rosterTables(roster, years)
  const tables = {
    live: sorted(live.map(seasonRow), 'year', 'unit', 'key'),
    reports: sorted(
      chains.map(chain => seasonRow(chain.newest)),
      'year',
      'unit',
    ),
    expected: sorted(expected, 'year', 'unit'),
    lineage: sorted(lineage, 'year', 'unit', 'unit_before'),
    area: sorted(area, 'year', 'unit', 'member'),
    unplaced: sorted(
      live
        .filter(({ unit }) => unit === null)
        .map(({ key, version, year: of, row, match }) => ({
          key,
          version,
          year: of,
          authority: row['authority'] ?? null,
          reason: match.unit === null ? match.reason : null,
          proposals: JSON.stringify(match.unit === null ? match.proposals : []),
        })),
      'key',
    ),
  }
  return { tables, chains, leftOut: sorted(leftOut as unknown as readonly Row[], 'key', 'version') }
}
