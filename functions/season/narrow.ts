import { formKeys } from '../../lib/forms/form.ts'
import type { CrossCheck, KnownOfSeason, SeasonQuery } from '../../lib/series/checks/cross-check.ts'
import { othersOf } from '../../lib/series/checks/cross-equation.ts'
import { crossChecks } from '../../lib/series/checks/index.ts'
import { narrowingOf } from '../../lib/series/checks/narrowing-sql.ts'
import { editionColumn } from '../../lib/series/fact-columns.ts'
import { seasonTables, type TableName } from '../../lib/series/tables.ts'
import type { Engine } from './engine.ts'

const tableNames = Object.keys(seasonTables) as readonly TableName[]
const tables = Object.fromEntries(tableNames.map(name => [name, name])) as Record<TableName, string>

const besideLastYear = crossChecks.flatMap(({ equation }) =>
  equation && othersOf(equation) === 'yearBefore' ? [equation] : [],
)

/** So many units are few: their reports are held, so that no statement has to open files again. */
const few = 5_000

/** What is known before, so that no statement is made that can give no row. */
const knownBefore = async (engine: Engine, year: number): Promise<NonNullable<SeasonQuery['only']>> => {
  const printed = formKeys.map(editionColumn)
  const [merged] = await engine.rows(`SELECT count(*) AS n FROM lineage WHERE year = ${year} AND befores > 1`)
  const rows = await engine.rows(
    `SELECT DISTINCT ${printed.join(', ')} FROM reports WHERE year >= ${year - 1} AND year <= ${year}`,
  )
  const editions = rows.flatMap(row => printed.map(name => row[name])).filter(each => each !== null)
  return { editions: [...new Set(editions)].map(String), mergers: Number(merged!['n']) > 0 }
}

export interface Narrowed {
  /** What the statements of a check are made for. */
  readonly queryOf: (check: CrossCheck) => SeasonQuery
  readonly drop: () => Promise<void>
}

/** Has checks against the year before read the reports alone that they may say something of. */
export const narrow = async (
  engine: Engine,
  { year, asOf }: Pick<KnownOfSeason, 'year' | 'asOf'>,
): Promise<Narrowed> => {
  const only = await knownBefore(engine, year)
  const query: SeasonQuery = { year, asOf, tables, engine: 'duckdb', only }
  await engine.run('CREATE TABLE narrowed (unit VARCHAR)')
  for (const sql of narrowingOf(besideLastYear, query)) await engine.run(`INSERT INTO narrowed ${sql}`)
  const [counted] = await engine.rows('SELECT count(DISTINCT unit) AS n FROM narrowed')
  const kind = Number(counted!['n']) <= few ? 'TABLE' : 'VIEW'
  await engine.run(
    `CREATE ${kind} narrowed_reports AS SELECT * FROM reports WHERE unit IN (SELECT unit FROM narrowed)`,
  )
  const ofFew: SeasonQuery = { ...query, tables: { ...tables, reports: 'narrowed_reports' } }
  return {
    queryOf: ({ equation }) => (equation && besideLastYear.includes(equation) ? ofFew : query),
    drop: async () => {
      await engine.run(`DROP ${kind} narrowed_reports`)
      await engine.run('DROP TABLE narrowed')
    },
  }
}
