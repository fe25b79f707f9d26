import type { CrossFinding, KnownOfSeason } from '../../lib/series/checks/cross-check.ts'
import { crossChecks } from '../../lib/series/checks/index.ts'
import type { PlacedSeason } from '../../lib/series/place-records.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import { seasonTables, type TableName } from '../../lib/series/tables.ts'
import type { Engine, SqlRow } from './engine.ts'

const tableNames = Object.keys(seasonTables) as readonly TableName[]
const tables = Object.fromEntries(tableNames.map(name => [name, name])) as Record<TableName, string>

const knownOf = (
  { tables: { reports } }: PlacedSeason,
  { year, asOf, roster }: Omit<KnownOfSeason, 'version'>,
): KnownOfSeason => {
  const name = (unit: unknown, of: unknown): string => JSON.stringify([unit, of])
  const versions = new Map(reports.map(row => [name(row['unit'], row['year']), String(row['version'])]))
  return { year, asOf, roster, version: (unit, of) => versions.get(name(unit, of)) ?? null }
}

/** The findings of all cross checks for a year, over tables that are in the engine. */
export const runChecks = async (
  engine: Engine,
  placed: PlacedSeason,
  asked: { readonly year: number; readonly asOf: string; readonly roster: Roster },
): Promise<readonly CrossFinding[]> => {
  const known = knownOf(placed, asked)
  const findings: CrossFinding[] = []
  for (const check of crossChecks) {
    const rows: SqlRow[] = []
    for (const sql of check.statements({ year: asked.year, asOf: asked.asOf, tables }))
      rows.push(...(await engine.rows(sql)))
    findings.push(...check.findings(rows, known))
  }
  return findings
}
