import type {
  CrossCheck,
  CrossFinding,
  KnownOfSeason,
  SeasonQuery,
  Subject,
} from '../../lib/series/checks/cross-check.ts'
import { crossChecks } from '../../lib/series/checks/index.ts'
import type { SeriesColumn } from '../../lib/series/column.ts'
import type { Engine, SqlRow } from './engine.ts'
import { narrow } from './narrow.ts'

type Asked = Omit<KnownOfSeason, 'version'>

const asked: readonly SeriesColumn[] = [
  { name: 'unit', kind: 'text', label: { zh: '单位编号', en: 'Unit' } },
  { name: 'year', kind: 'integer', label: { zh: '报告年度', en: 'Report year' } },
]

const nameOf = ({ unit, year }: Pick<Subject, 'unit' | 'year'>): string => `${year} ${unit}`

/** The findings with the versions of their reports: of a nation's reports only those that something is found of are looked up. */
const withVersions = async (
  engine: Engine,
  findings: readonly CrossFinding[],
): Promise<readonly CrossFinding[]> => {
  const open = findings.flatMap(({ subjects }) => subjects.filter(({ version }) => version === null))
  if (open.length === 0) return findings
  const wanted = new Map(open.map(({ unit, year }) => [nameOf({ unit, year }), { unit, year }]))
  await engine.table('asked_versions', asked, wanted.values())
  const rows = await engine.rows(
    'SELECT r.unit, r.year, r.version FROM reports r JOIN asked_versions a ON a.unit = r.unit AND a.year = r.year',
  )
  await engine.run('DROP TABLE asked_versions')
  const versions = new Map(
    rows.map(row => [
      nameOf({ unit: String(row['unit']), year: Number(row['year']) }),
      String(row['version']),
    ]),
  )
  return findings.map(finding => ({
    ...finding,
    subjects: finding.subjects.map(subject => ({
      ...subject,
      version: subject.version ?? versions.get(nameOf(subject)) ?? null,
    })),
  }))
}

const findingsOf = async (
  engine: Engine,
  check: CrossCheck,
  query: SeasonQuery,
  known: KnownOfSeason,
): Promise<readonly CrossFinding[]> => {
  const rows: SqlRow[] = []
  for (const sql of check.statements(query)) for (const row of await engine.rows(sql)) rows.push(row)
  return rows.length === 0 ? [] : check.findings(rows, known)
}

/** The findings of all cross checks for a year, over tables that are in the engine. */
export const runChecks = async (engine: Engine, season: Asked): Promise<readonly CrossFinding[]> => {
  const known: KnownOfSeason = { ...season, version: () => null }
  const { queryOf, drop } = await narrow(engine, season)
  const findings: CrossFinding[] = []
  for (const check of crossChecks)
    for (const finding of await findingsOf(engine, check, queryOf(check), known)) findings.push(finding)
  await drop()
  return await withVersions(engine, findings)
}
