import { quoted } from '../../functions/season/engine.ts'
import { currentSeason, namedQueries } from '../../lib/series/athena.ts'
import { crossChecks } from '../../lib/series/checks/index.ts'
import { questions } from '../../lib/series/questions/index.ts'
import { seasonTables, type TableName } from '../../lib/series/tables.ts'
import type { Lake, LakeSeason } from './lake.ts'

/** A statement as `gongkai` asks it of one season's files, and as it is asked in Athena of the tables over all seasons. */
export interface Pair {
  readonly id: string
  readonly season: LakeSeason
  /** The check it is of, if any. */
  readonly check?: string
  readonly here: string
  readonly there: string
}

const names = Object.keys(seasonTables) as readonly TableName[]
const tables = (of: (name: TableName) => string): Readonly<Record<TableName, string>> =>
  Object.fromEntries(names.map(name => [name, of(name)])) as Record<TableName, string>

/** Whoever wants another year puts it into the named query, as its first line says. */
const asked = (season: LakeSeason): readonly Pair[] =>
  questions.map(({ id, sql }, at) => ({
    id: `${season.name}: ${id}`,
    season,
    here: sql(season.year),
    there: namedQueries[at]!.queryString.replaceAll(quoted(currentSeason), quoted(season.name)),
  }))

/** Checks of all figures have a statement for every 25 of them. */
const few = 5

const checked = (season: LakeSeason, most: number): readonly Pair[] => {
  const { name, year, asOf } = season
  const of = (table: TableName): string => `(SELECT * FROM ${table} WHERE season = ${quoted(name)})`
  return crossChecks.flatMap(check => {
    const here = check.statements({ year, asOf, tables: tables(table => table) })
    const there = check.statements({ year, asOf, tables: tables(of) })
    if (here.length > most) return []
    return here.map((sql, at) => ({
      id: `${name}: ${check.id} ${at + 1}`,
      season,
      check: check.id,
      here: sql,
      there: there[at]!,
    }))
  })
}

/** Every question and every statement of every check at least once; long ones are not worth more time. */
export const pairsOf = ({ current, mixed, old }: Lake): readonly Pair[] => [
  ...asked(current),
  ...checked(current, few),
  ...asked(mixed),
  ...checked(mixed, Number.POSITIVE_INFINITY),
  ...checked(old, few),
]
