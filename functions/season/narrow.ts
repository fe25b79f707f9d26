import { formKeys } from '../../lib/forms/form.ts'
import type { CrossCheck, KnownOfSeason, SeasonQuery } from '../../lib/series/checks/cross-check.ts'
import { othersOf } from '../../lib/series/checks/cross-equation.ts'
import { crossChecks } from '../../lib/series/checks/index.ts'
import { narrowingOf } from '../../lib/series/checks/narrowing-sql.ts'
import { copiedNarrowing, textCopied } from '../../lib/series/checks/units/text-copied.ts'
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

/** Makes `name`, the reports of the units in a table alone, with what is asked of them; gives how it is dropped. */
const reportsOf = async (
  engine: Engine,
  units: string,
  { name, columns }: { readonly name: string; readonly columns: string },
): Promise<string> => {
  const [counted] = await engine.rows(`SELECT count(DISTINCT unit) AS n FROM ${units}`)
  const kind = Number(counted!['n']) <= few ? 'TABLE' : 'VIEW'
  await engine.run(
    `CREATE ${kind} ${name} AS SELECT ${columns} FROM reports WHERE unit IN (SELECT unit FROM ${units})`,
  )
  return `DROP ${kind} ${name}`
}

/** The units of which a check against the year before may say something. */
const unitsBesideLastYear = async (engine: Engine, query: SeasonQuery): Promise<void> => {
  await engine.run('CREATE TABLE narrowed (unit VARCHAR)')
  for (const sql of narrowingOf(besideLastYear, query)) await engine.run(`INSERT INTO narrowed ${sql}`)
}

/** The units whose texts may be copied. */
const unitsWithCopies = async (engine: Engine, query: SeasonQuery): Promise<void> => {
  const { bands, units } = copiedNarrowing(query, 'bands')
  await engine.run(`CREATE TABLE bands AS ${bands}`)
  await engine.run('CREATE TABLE copied (unit VARCHAR)')
  for (const sql of units) await engine.run(`INSERT INTO copied ${sql}`)
  await engine.run('DROP TABLE bands')
}

/** Has checks against the year before, and that of copied texts, read the reports alone that they may say something of. */
export const narrow = async (
  engine: Engine,
  { year, asOf }: Pick<KnownOfSeason, 'year' | 'asOf'>,
): Promise<Narrowed> => {
  const only = await knownBefore(engine, year)
  const query: SeasonQuery = { year, asOf, tables, engine: 'duckdb', only }
  const reading = (reports: string): SeasonQuery => ({ ...query, tables: { ...tables, reports } })
  await unitsBesideLastYear(engine, query)
  await unitsWithCopies(engine, query)
  const made = [
    await reportsOf(engine, 'narrowed', { name: 'narrowed_reports', columns: '*' }),
    await reportsOf(engine, 'copied', { name: 'copied_reports', columns: 'unit, year, text_signature' }),
  ]
  const [ofFew, ofCopies] = [reading('narrowed_reports'), reading('copied_reports')]
  return {
    queryOf: check =>
      check === textCopied
        ? ofCopies
        : check.equation && besideLastYear.includes(check.equation)
          ? ofFew
          : query,
    drop: async () => {
      for (const drop of [...made, 'DROP TABLE narrowed', 'DROP TABLE copied']) await engine.run(drop)
    },
  }
}
