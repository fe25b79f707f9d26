import type { CrossCheck, CrossFinding, KnownOfSeason } from '../../lib/series/checks/cross-check.ts'
import { crossChecks } from '../../lib/series/checks/index.ts'
import type { SeriesColumn } from '../../lib/series/column.ts'
import { seasonTables, type TableName } from '../../lib/series/tables.ts'
import type { Engine, SqlRow } from './engine.ts'

const tableNames = Object.keys(seasonTables) as readonly TableName[]
const tables = Object.fromEntries(tableNames.map(name => [name, name])) as Record<TableName, string>

type Asked = Omit<KnownOfSeason, 'version'>

const asked: readonly SeriesColumn[] = [
  { name: 'unit', kind: 'text', label: { zh: '单位编号', en: 'Unit' } },
  { name: 'year', kind: 'integer', label: { zh: '报告年度', en: 'Report year' } },
]

const nameOf = (unit: string, year: number): string => `${year} ${unit}`

/**
 * Runs what asks for versions twice: first to hear of which reports, then with these versions at hand. Of a nation's reports
 * only those that something is found of are looked up.
 */
const withVersions = async <Result>(
  engine: Engine,
  work: (version: KnownOfSeason['version']) => Result,
): Promise<Result> => {
  const wanted = new Map<string, { readonly unit: string; readonly year: number }>()
  const blind = work((unit, year) => {
    wanted.set(nameOf(unit, year), { unit, year })
    return null
  })
  if (wanted.size === 0) return blind
  await engine.table('asked_versions', asked, wanted.values())
  const rows = await engine.rows(
    'SELECT r.unit, r.year, r.version FROM reports r JOIN asked_versions a ON a.unit = r.unit AND a.year = r.year',
  )
  await engine.run('DROP TABLE asked_versions')
  const versions = new Map(
    rows.map(row => [nameOf(String(row['unit']), Number(row['year'])), String(row['version'])]),
  )
  return work((unit, year) => versions.get(nameOf(unit, year)) ?? null)
}

const findingsOf = async (
  engine: Engine,
  check: CrossCheck,
  season: Asked,
): Promise<readonly CrossFinding[]> => {
  const rows: SqlRow[] = []
  for (const sql of check.statements({ year: season.year, asOf: season.asOf, tables, engine: 'duckdb' }))
    for (const row of await engine.rows(sql)) rows.push(row)
  if (rows.length === 0) return []
  return await withVersions(engine, version => check.findings(rows, { ...season, version }))
}

/** The findings of all cross checks for a year, over tables that are in the engine. */
export const runChecks = async (engine: Engine, season: Asked): Promise<readonly CrossFinding[]> => {
  const findings: CrossFinding[] = []
  for (const check of crossChecks)
    for (const finding of await findingsOf(engine, check, season)) findings.push(finding)
  return findings
}
