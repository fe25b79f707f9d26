import { formKeys } from '../../forms/form.ts'
import { figureColumns } from '../columns.ts'
import { editionColumn } from '../fact-columns.ts'
import type { SeasonQuery } from './cross-check.ts'
import { type CrossEquation, type CrossPlace, placesOf } from './cross-equation.ts'
import { doesNotHold, type NamedPlace } from './outcome-sql.ts'
import { byEdition, isPrinted } from './sql.ts'

/**
 * Of all units those that a check against the year before may have something to say of: one short statement for many
 * checks looks at every report once, and the long ones with all their words at a few.
 */

/** What is joined row by row is held in memory. */
const mostColumns = 50

interface Condition {
  readonly sql: string
  readonly columns: readonly string[]
}

/** Named for the columns themselves: `t` and `s` are the tables. */
const placed = (place: CrossPlace): NamedPlace => {
  const named = (side: 'left' | 'right') => place[side].map(term => ({ ...term, name: term.column.name }))
  return { at: 0, place, left: named('left'), right: named('right') }
}

const conditionsOf = (equation: CrossEquation, season: SeasonQuery): readonly Condition[] =>
  placesOf(equation)
    .filter(place => isPrinted(place, season))
    .map(place => {
      const named = placed(place)
      const edition = byEdition(equation, [place])
      const notPrinted = edition?.otherDoesNot?.('s')
      const parts = [
        ...(edition ? [edition.prints('t')] : []),
        ...(notPrinted ? [`NOT coalesce(${notPrinted}, false)`] : []),
        doesNotHold(equation, named, 'one'),
      ]
      return {
        sql: `(${parts.join(' AND ')})`,
        columns: [...named.left, ...named.right].map(({ name }) => name),
      }
    })

const orderOf = new Map(figureColumns.map(({ name }, at) => [name, at]))

/** As many together as have so many columns; those of the same columns stand side by side. */
const chunked = (conditions: readonly Condition[]): readonly (readonly Condition[])[] => {
  const chunks: { conditions: Condition[]; columns: Set<string> }[] = []
  const sorted = conditions.toSorted((a, b) => orderOf.get(a.columns[0]!)! - orderOf.get(b.columns[0]!)!)
  for (const condition of sorted) {
    const last = chunks.at(-1)
    const columns = new Set([...(last?.columns ?? []), ...condition.columns])
    if (last && columns.size <= mostColumns) {
      last.conditions.push(condition)
      last.columns = columns
    } else chunks.push({ conditions: [condition], columns: new Set(condition.columns) })
  }
  return chunks.map(chunk => chunk.conditions)
}

const besideItself = ({ year, tables }: SeasonQuery, where: readonly string[]): string =>
  `SELECT t.unit AS unit
FROM ${tables.reports} t JOIN ${tables.reports} s ON s.unit = t.unit AND s.year = ${year - 1}
WHERE t.year = ${year} AND (${where.join('\n    OR ')})`

/**
 * Statements that give, in a column `unit`, every unit of whose report, or of whose last year's report, any of these
 * equations with the year before can give a row: where the two differ as it says, where one was read with a doubt or is of
 * another form, and all units that go on with others than themselves.
 */
export const narrowingOf = (equations: readonly CrossEquation[], season: SeasonQuery): readonly string[] => {
  const { year, tables } = season
  const forms = formKeys.map(editionColumn)
  const moved = `${tables.lineage} WHERE year = ${year} AND (befores > 1 OR unit_before <> unit)`
  return [
    `SELECT unit FROM ${moved} UNION SELECT unit_before AS unit FROM ${moved}`,
    besideItself(season, [
      't.doubtful IS NOT NULL OR s.doubtful IS NOT NULL',
      ...forms.map(form => `t.${form} <> s.${form}`),
    ]),
    ...chunked(equations.flatMap(each => conditionsOf(each, season))).map(chunk =>
      besideItself(
        season,
        chunk.map(({ sql }) => sql),
      ),
    ),
  ]
}
