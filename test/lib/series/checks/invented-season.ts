import { openEngine } from '../../../../functions/season/engine.ts'
import { runChecks } from '../../../../functions/season/run-checks.ts'
import { formKeys } from '../../../../lib/forms/form.ts'
import type { EditionId } from '../../../../lib/forms/index.ts'
import { cellsOfForm } from '../../../../lib/model/figures-of.ts'
import type { CrossFinding, KnownOfSeason, SeasonQuery } from '../../../../lib/series/checks/cross-check.ts'
import { crossChecks } from '../../../../lib/series/checks/index.ts'
import type { Row } from '../../../../lib/series/column.ts'
import { dayInChina, newest } from '../../../../lib/series/newest.ts'
import { recordOf } from '../../../../lib/series/record.ts'
import { type Match, matchRecord } from '../../../../lib/series/roster/match-unit.ts'
import type { Roster } from '../../../../lib/series/roster/roster.ts'
import { unitsBelow } from '../../../../lib/series/roster/units-below.ts'
import { rosterTables, seasonTables, type TableName } from '../../../../lib/series/tables.ts'
import type { ReportJson } from '../../../../lib/writers/contract.ts'

/** Figures by their keys; null is a blank cell, a key left out a cell that is 0. */
export type Figures = Readonly<Record<string, number | null>>

/** A report that someone handed in. */
export interface Handed {
  readonly name: string | null
  readonly year: number
  readonly edition: EditionId
  readonly figures: Figures
  readonly key?: string
  readonly version?: string
  readonly uploadedAt?: string
  readonly signedOn?: string | null
  /** Keys of figures that were read with a loss. */
  readonly doubtful?: readonly string[]
  /** What its overview says. */
  readonly text?: string
}

/** The cell keys of an edition. */
export const keysOf = (edition: EditionId): readonly string[] =>
  formKeys.flatMap(form => cellsOfForm(edition, form).map(({ key }) => key))

const lossIn = (cells: readonly string[]): ReportJson['findings'][number] => ({
  ...{ id: 'cell-read-with-loss', check: 'cell-read-with-loss', severity: 'warning', outcome: 'broken' },
  message: { zh: '请与原文件核对。', en: 'Compare with the file.' },
  cells: [...cells],
  evidence: [],
})

const jsonOf = (handed: Handed): ReportJson => {
  const { name, year, edition, figures, signedOn = null, text = '', doubtful = [] } = handed
  return {
    schema: 'gongkai.report/2',
    converter: { name: 'gongkai', version: '0.1.0' },
    source: { name: '年报.docx', format: 'docx', size: 1, sha256: '0'.repeat(64) },
    report: {
      title: null,
      authority: name,
      authorityAsPrinted: name,
      year,
      period: null,
      signature: signedOn === null ? null : { authority: null, date: signedOn },
      preamble: [],
      sections: [{ key: 'overview', heading: '一、总体情况', paragraphs: [text] }],
    },
    editions: { proactiveDisclosure: edition, requests: edition, reconsiderationAndLitigation: edition },
    figures: Object.fromEntries(
      keysOf(edition).map(key => {
        const value = key in figures ? figures[key]! : 0
        const state = value === null ? ('blank' as const) : ('number' as const)
        return [key, { value, state, text: value === null ? '' : String(value), source: null }]
      }),
    ),
    tables: [],
    verdict: 'valid',
    findings: doubtful.length === 0 ? [] : [lossIn(doubtful)],
    losses: [],
  }
}

export const recordOfHanded = (handed: Handed): Row =>
  recordOf(jsonOf(handed), {
    key: handed.key ?? `${handed.year}/${handed.name}.docx`,
    version: handed.version ?? '1',
    sequencer: '1',
    run: null,
    event: null,
    uploadedAt: handed.uploadedAt ?? `${handed.year + 1}-01-10T00:00:00Z`,
    judgedAt: null,
  })

const placeOf = (roster: Roster, row: Row, match: Match): Row => {
  const unit = roster.units.get(match.unit ?? '')
  return {
    ...row,
    unit: unit?.unit ?? null,
    name: unit?.name ?? null,
    parent: unit?.parent ?? null,
    kind: unit?.kind ?? null,
    level: unit?.level ?? null,
    scope: unit?.scope ?? null,
    matched_by: 'by' in match ? match.by : null,
  }
}

/** The tables of a season as a run makes them of what was handed in. */
export const tablesOf = (roster: Roster, rows: readonly Row[], years: readonly number[]) => {
  const records = rows.map(row => {
    const match = matchRecord(roster, row)
    const text = (name: string): string => String(row[name])
    const facts = { key: text('key'), version: text('version'), sequencer: '1', run: null, judgedAt: null }
    const year = row['year'] === null ? null : Number(row['year'])
    return { ...facts, uploadedAt: text('uploaded_at'), unit: match.unit, year, row, match }
  })
  const { live, chains } = newest(records)
  const chainOf = new Map(chains.map(chain => [JSON.stringify([chain.unit, chain.year]), chain]))
  const below = (year: number): ReadonlyMap<string, number> =>
    unitsBelow(
      roster,
      chains.filter(chain => chain.year === year).map(({ unit }) => unit),
    )
  const belowOf = new Map([...new Set(chains.map(({ year }) => year))].map(year => [year, below(year)]))
  const whole = (record: (typeof records)[number]): Row => {
    const chain = chainOf.get(JSON.stringify([record.unit, record.year]))
    return {
      ...placeOf(roster, record.row, record.match),
      first_uploaded_on: dayInChina(chain?.firstUploadedAt ?? null),
      versions: chain?.versions.length ?? null,
      units_below: chain ? (belowOf.get(chain.year)?.get(chain.unit) ?? 0) : null,
    }
  }
  const unplaced = live.flatMap(({ key, version, year, row, match }): readonly Row[] =>
    match.unit === null
      ? [
          {
            key,
            version,
            year,
            authority: row['authority'] ?? null,
            reason: match.reason,
            proposals: JSON.stringify(match.proposals),
          },
        ]
      : [],
  )
  const tables: Readonly<Record<TableName, readonly Row[]>> = {
    live: live.map(whole),
    reports: chains.map(({ newest: counts }) => whole(counts)),
    ...rosterTables(roster, years),
    unplaced,
  }
  return { tables, chains }
}

const names = Object.keys(seasonTables) as TableName[]

export interface Asked {
  readonly year: number
  readonly asOf?: string
  /** Whose statements are asked; DuckDB answers all. */
  readonly dialect?: 'duckdb' | 'trino'
}

/** What the checks find in a year of these records, by their SQL. */
export const findingsOfRecords = async (
  roster: Roster,
  records: readonly Row[],
  { year, asOf = `${year + 1}-12-31`, dialect = 'duckdb' }: Asked,
): Promise<readonly CrossFinding[]> => {
  const { tables, chains } = tablesOf(roster, records, [year - 1, year])
  const season: SeasonQuery = {
    year,
    asOf,
    engine: dialect,
    tables: Object.fromEntries(names.map(name => [name, name])) as Record<TableName, string>,
  }
  const versions = new Map(
    chains.map(chain => [JSON.stringify([chain.unit, chain.year]), chain.newest.version]),
  )
  const known: KnownOfSeason = {
    year,
    asOf,
    roster,
    version: (unit, of) => versions.get(JSON.stringify([unit, of])) ?? null,
  }
  const engine = await openEngine()
  try {
    for (const name of names) await engine.table(name, seasonTables[name].columns, tables[name])
    if (dialect === 'duckdb') return await runChecks(engine, { year, asOf, roster })
    const findings: CrossFinding[] = []
    for (const check of crossChecks) {
      const rows = []
      for (const statement of check.statements(season)) rows.push(...(await engine.rows(statement)))
      findings.push(...check.findings(rows, known))
    }
    return findings
  } finally {
    engine.close()
  }
}

/** The same of what was handed in. */
export const findingsOf = (
  roster: Roster,
  handed: readonly Handed[],
  of: Asked,
): Promise<readonly CrossFinding[]> => findingsOfRecords(roster, handed.map(recordOfHanded), of)
