import type { Row } from '../../../../lib/series/column.ts'
import { columnOf } from '../../../../lib/series/columns.ts'
import { type Decision, decided } from '../../../../lib/series/decisions.ts'
import { differencesOf } from '../../../../lib/series/differences.ts'
import { amountText } from '../../../../lib/series/record.ts'
import type { Roster } from '../../../../lib/series/roster/roster.ts'
import type { SeasonJson } from '../../../../lib/series/season-contract.ts'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { findingsOfRecords, type Handed, recordOfHanded, tablesOf } from '../checks/invented-season.ts'

/** A view of what was handed in, as a run makes it. */

export interface ViewAsked {
  readonly year: number
  readonly asOf?: string
  readonly decisions?: readonly Decision[]
  readonly leftOut?: SeasonJson['leftOut']
  /** What is known of a record besides what was handed in: its verdict, its own findings. */
  readonly also?: (row: Row) => Row
}

const numberOf = (key: string, value: unknown): number | null => {
  if (typeof value !== 'bigint') return null
  return columnOf(key).kind === 'amount' ? Number(amountText(value)) : Number(value)
}

type Chains = ReturnType<typeof tablesOf>['chains']

const resubmissionsOf = (chains: Chains, year: number): SeasonJson['resubmissions'] =>
  chains
    .filter(chain => chain.year === year && chain.versions.length > 1)
    .map(({ unit, versions, newest }) => ({
      unit,
      versions: versions.map(({ key, version, uploadedAt, row }, at) => {
        const before = versions[at - 1]
        const differences = before && differencesOf(before.row, row)
        return {
          ...{ key, version, uploadedAt },
          figures: (differences?.figures ?? []).map(each => ({
            key: each.key,
            before: numberOf(each.key, each.before),
            after: numberOf(each.key, each.after),
          })),
          findingsAdded: [...(differences?.findings.added ?? [])],
          findingsGone: [...(differences?.findings.gone ?? [])],
        }
      }),
      counts: { key: newest.key, version: newest.version },
    }))

const unitsOf = (
  roster: Roster,
  { reports, expected }: ReturnType<typeof tablesOf>['tables'],
  year: number,
): SeasonJson['units'] => {
  const ofYear = (rows: readonly Row[]) =>
    new Map(rows.filter(row => row['year'] === year).map(row => [String(row['unit']), row]))
  const [rows, due] = [ofYear(reports), ofYear(expected)]
  return [...new Set([...due.keys(), ...rows.keys()])].sort().map(unit => {
    const row = rows.get(unit)
    return {
      unit,
      name: roster.units.get(unit)!.name,
      dueOn: (due.get(unit)?.['due_on'] as string | undefined) ?? null,
      report: row
        ? {
            key: String(row['key']),
            version: String(row['version']),
            verdict: String(row['verdict']),
            firstUploadedOn: row['first_uploaded_on'] as string | null,
            versions: Number(row['versions']),
          }
        : null,
    }
  })
}

export const viewOf = async (
  roster: Roster,
  handed: readonly Handed[],
  { year, asOf = `${year + 1}-12-31`, decisions = [], leftOut = [], also = row => row }: ViewAsked,
): Promise<SeasonView> => {
  const records = handed.map(each => also(recordOfHanded(each)))
  const years = [...new Set([year - 1, year, ...handed.map(each => each.year)])]
    .filter(each => each <= year)
    .sort()
  const { tables, chains } = tablesOf(roster, records, years)
  const found = await findingsOfRecords(roster, records, { year, asOf })
  const { findings, unmet } = decided(found, new Map(decisions.map(each => [each.finding, each])), asOf)
  const open = findings.filter(({ decision }) => !decision)
  const units = unitsOf(roster, tables, year)
  const expected = units.filter(({ dueOn }) => dueOn !== null)
  return {
    json: {
      schema: 'gongkai.season/1',
      converter: { name: 'gongkai', version: '0.1.0' },
      year,
      asOf,
      counts: {
        expected: expected.length,
        reported: expected.filter(({ report }) => report !== null).length,
        reports: units.filter(({ report }) => report !== null).length,
        unplaced: tables.unplaced.length,
        warnings: open.filter(({ severity }) => severity === 'warning').length,
        infos: open.filter(({ severity }) => severity === 'info').length,
        decided: findings.length - open.length,
      },
      units,
      resubmissions: resubmissionsOf(chains, year),
      findings: findings.map(({ subjects, decision, ...finding }) => {
        const { line: _line, ...told } = decision ?? { line: 0 }
        return {
          ...finding,
          subjects: subjects.map(({ cells, ...subject }) => ({ ...subject, cells: [...cells] })),
          ...(decision ? { decision: told as Omit<Decision, 'line'> } : {}),
        }
      }),
      decisionsUnmet: unmet.map(({ finding }) => finding),
      leftOut,
    },
    roster,
    reports: tables.reports,
    tables: {
      expected: tables.expected,
      lineage: tables.lineage,
      area: tables.area,
      unplaced: tables.unplaced,
    },
  }
}
