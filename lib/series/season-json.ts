import { converter } from '../model/version.ts'
import type { CrossFinding } from './checks/cross-check.ts'
import type { Row, Value } from './column.ts'
import { columnOf } from './columns.ts'
import type { Decision } from './decisions.ts'
import { differencesOf } from './differences.ts'
import { amountText } from './record.ts'
import type { SeasonJson } from './season-contract.ts'

/** All that `season.json` tells. */
export interface Season extends Pick<SeasonJson, 'year' | 'asOf' | 'units' | 'resubmissions' | 'leftOut'> {
  /** Uploads that no unit was found for. */
  readonly unplaced: number
  readonly findings: readonly CrossFinding[]
  readonly unmet: readonly Decision[]
}

const numberOf = (key: string, value: Value): number | null => {
  if (typeof value !== 'bigint') return null
  return columnOf(key).kind === 'amount' ? Number(amountText(value)) : Number(value)
}

const textOf = (row: Row, name: string): string | null => (row[name] as string | null) ?? null

/** The columns of a row that tells of a unit: when its report is due, and what is known of it where there is one. */
export const unitOf = (row: Row): SeasonJson['units'][number] => ({
  unit: String(row['unit']),
  name: String(row['name']),
  dueOn: textOf(row, 'due_on'),
  report:
    textOf(row, 'key') === null
      ? null
      : {
          key: String(row['key']),
          version: String(row['version']),
          verdict: String(row['verdict']),
          firstUploadedOn: textOf(row, 'first_uploaded_on'),
          versions: Number(row['versions']),
        },
})

/** A version of a report that was handed in again, with what is another than in the one before it. */
export const resubmittedVersion = (
  row: Row,
  before: Row | null,
): SeasonJson['resubmissions'][number]['versions'][number] => {
  const differences = before ? differencesOf(before, row) : null
  return {
    key: String(row['key']),
    version: String(row['version']),
    uploadedAt: textOf(row, 'uploaded_at'),
    figures: (differences?.figures ?? []).map(each => ({
      key: each.key,
      before: numberOf(each.key, each.before),
      after: numberOf(each.key, each.after),
    })),
    findingsAdded: [...(differences?.findings.added ?? [])],
    findingsGone: [...(differences?.findings.gone ?? [])],
  }
}

const countsOf = ({ unplaced, findings, units }: Season): SeasonJson['counts'] => {
  const open = findings.filter(({ decision }) => !decision)
  const of = (severity: string): number => open.filter(finding => finding.severity === severity).length
  const expected = units.filter(({ dueOn }) => dueOn !== null)
  return {
    expected: expected.length,
    reported: expected.filter(({ report }) => report !== null).length,
    reports: units.filter(({ report }) => report !== null).length,
    unplaced,
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

/** `season.json` of a season, without the list of its files. */
export const seasonJson = (season: Season): Omit<SeasonJson, 'files'> => {
  const { year, asOf, units, resubmissions, findings, unmet, leftOut } = season
  return {
    schema: 'gongkai.season/1',
    converter,
    year,
    asOf,
    counts: countsOf(season),
    units,
    resubmissions,
    findings: findings.map(findingOf),
    decisionsUnmet: unmet.map(({ finding }) => finding).sort(compare),
    leftOut,
  }
}
