import { converter } from '../model/version.ts'
import type { CrossFinding } from './checks/cross-check.ts'
import type { Row, Value } from './column.ts'
import { columnOf } from './columns.ts'
import type { Decision } from './decisions.ts'
import type { DataFile } from './dictionary.ts'
import { differencesOf } from './differences.ts'
import type { Chain } from './newest.ts'
import type { PlacedSeason } from './place-records.ts'
import { amountText } from './record.ts'
import type { Roster } from './roster/roster.ts'
import type { SeasonJson } from './season-contract.ts'

/** All that `season.json` tells. */
export interface Season {
  readonly year: number
  readonly asOf: string
  readonly roster: Roster
  readonly placed: PlacedSeason
  readonly findings: readonly CrossFinding[]
  readonly unmet: readonly Decision[]
  readonly leftOut: SeasonJson['leftOut']
}

const numberOf = (key: string, value: Value): number | null => {
  if (typeof value !== 'bigint') return null
  return columnOf(key).kind === 'amount' ? Number(amountText(value)) : Number(value)
}

const reportOf = (row: Row | undefined): SeasonJson['units'][number]['report'] =>
  row
    ? {
        key: String(row['key']),
        version: String(row['version']),
        verdict: String(row['verdict']),
        firstUploadedOn: row['first_uploaded_on'] as string | null,
        versions: row['versions'] as number,
      }
    : null

const unitsOf = ({ year, roster, placed }: Season): SeasonJson['units'] => {
  const { reports, expected } = placed.tables
  const rows = new Map(reports.filter(row => row['year'] === year).map(row => [String(row['unit']), row]))
  const due = new Map(
    expected.filter(row => row['year'] === year).map(row => [String(row['unit']), String(row['due_on'])]),
  )
  return [...new Set([...due.keys(), ...rows.keys()])].sort().map(unit => ({
    unit,
    name: roster.units.get(unit)!.name,
    dueOn: due.get(unit) ?? null,
    report: reportOf(rows.get(unit)),
  }))
}

const resubmissionOf = ({ unit, versions, newest }: Chain, { rowOf }: PlacedSeason) => ({
  unit,
  versions: versions.map((each, at) => {
    const before = versions[at - 1]
    const differences = before ? differencesOf(rowOf(before), rowOf(each)) : null
    return {
      key: each.key,
      version: each.version,
      uploadedAt: each.uploadedAt,
      figures: (differences?.figures ?? []).map(({ key, before, after }) => ({
        key,
        before: numberOf(key, before),
        after: numberOf(key, after),
      })),
      findingsAdded: [...(differences?.findings.added ?? [])],
      findingsGone: [...(differences?.findings.gone ?? [])],
    }
  }),
  counts: { key: newest.key, version: newest.version },
})

const countsOf = ({ placed, findings }: Season, units: SeasonJson['units']): SeasonJson['counts'] => {
  const open = findings.filter(({ decision }) => !decision)
  const of = (severity: string): number => open.filter(finding => finding.severity === severity).length
  const expected = units.filter(({ dueOn }) => dueOn !== null)
  return {
    expected: expected.length,
    reported: expected.filter(({ report }) => report !== null).length,
    reports: units.filter(({ report }) => report !== null).length,
    unplaced: placed.tables.unplaced.length,
    warnings: of('warning'),
    infos: of('info'),
    decided: findings.length - open.length,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const findingOf = ({ subjects, decision, ...finding }: CrossFinding): SeasonJson['findings'][number] => {
  const { line: _line, ...decided } = decision ?? { line: 0 }
  return {
    ...finding,
    subjects: subjects.map(({ cells, ...subject }) => ({ ...subject, cells: [...cells] })),
    ...(decision ? { decision: decided as Omit<Decision, 'line'> } : {}),
  }
}

/** `season.json` of a season and the files of its data set. */
export const seasonJson = (season: Season, files: readonly DataFile[]): SeasonJson => {
  const { year, asOf, placed, findings, unmet, leftOut } = season
  const units = unitsOf(season)
  return {
    schema: 'gongkai.season/1',
    converter,
    year,
    asOf,
    counts: countsOf(season, units),
    units,
    resubmissions: placed.chains
      .filter(chain => chain.year === year && chain.versions.length > 1)
      .map(chain => resubmissionOf(chain, placed)),
    findings: findings.map(findingOf),
    decisionsUnmet: unmet.map(({ finding }) => finding).sort(compare),
    leftOut: [...leftOut].sort((a, b) => compare(a.key, b.key) || compare(a.version, b.version)),
    files: [...files],
  }
}
