import { editions } from '../../forms/index.ts'
import { sqlTypes } from '../column.ts'
import { editionColumn } from '../fact-columns.ts'
import type { SeasonQuery } from './cross-check.ts'
import { type CrossEquation, type CrossPlace, othersOf, placesOf } from './cross-equation.ts'
import { anyDoubtful, sure } from './doubt-sql.ts'
import {
  type Beside,
  blanksOf,
  doesNotHold,
  editionsOf,
  type NamedPlace,
  type NamedTerm,
  namedPlace,
  numbersText,
  oneOf,
  termsOf,
} from './outcome-sql.ts'

/** The SQL of an equation across reports, in what DuckDB and Trino have in common. */

/**
 * Figures in one statement. Trino compiles more than 25 for a minute. DuckDB takes as many as there are; but what is
 * joined row by row is held in memory, what is summed is not.
 */
const most = {
  trino: { joined: 25, summed: 25 },
  duckdb: { joined: 100, summed: 1_000 },
} as const

/** Which reports print the cells of these places, and which of the others do not. Over cells a cell that is not printed is null. */
export const byEdition = (equation: CrossEquation, places: readonly CrossPlace[]) => {
  const [place] = places
  if (equation.over === 'cells' || !place) return null
  const terms = [...place.left, ...place.right]
  const edition = editionColumn(place.form)
  const own = editionsOf(terms.filter(({ of }) => of === 'this'))
  const others = editionsOf(terms.filter(({ of }) => of !== 'this'))
  const all = editions.every(({ id }) => others.includes(id))
  return {
    prints: (alias: string) => `${alias}.${edition} IN ${oneOf(own)}`,
    otherDoesNot: all ? null : (alias: string) => `${alias}.${edition} NOT IN ${oneOf(others)}`,
  }
}

const figuresIn = ({ left, right }: CrossPlace): number => left.length + right.length

/** Whether any report prints the cells that a place takes from it. */
export const isPrinted = ({ left, right }: CrossPlace, { only }: SeasonQuery): boolean => {
  const own = editionsOf([...left, ...right].filter(({ of }) => of === 'this'))
  return !only || own.some(edition => only.editions.includes(edition))
}

/** The places of an equation with the figures that one statement may ask of. */
const chunksOf = (
  equation: CrossEquation,
  season: SeasonQuery,
  figures: number,
): readonly (readonly NamedPlace[])[] => {
  const places = placesOf(equation)
    .map(namedPlace)
    .filter(({ place }) => isPrinted(place, season))
  const size = Math.max(1, Math.floor(figures / figuresIn(placesOf(equation)[0]!)))
  return Array.from({ length: Math.ceil(places.length / size) }, (_, index) =>
    places.slice(index * size, (index + 1) * size),
  )
}

/** The number that a place compares; `near` looks at doubt when it tells. */
const numberOf = ({ relation }: CrossEquation, alias: string, { column, name }: NamedTerm): string =>
  `${relation === 'near' ? `${alias}.${column.name}` : sure(alias, column)} AS ${name}`

/**
 * Of several reports: the sum of the numbers, and how many have none; of what must be whole the sum alone. A count is below
 * 10^12, so that the sum of millions is one of 64 bits; wider ones would make every comparison slow.
 */
const together = ({ relation }: CrossEquation, { column, name }: NamedTerm): string => {
  const sum = `sum(m.${name})`
  const narrow = column.kind === 'count' ? `CAST(${sum} AS ${sqlTypes.count})` : sum
  return relation === 'near'
    ? `CASE WHEN count(m.${name}) = count(*) THEN ${narrow} END AS ${name}`
    : `${narrow} AS ${name}, count(*) - count(m.${name}) AS ${blanksOf(name)}`
}

/** What stands beside the reports of units, as a query. */
type BesideSql = (terms: readonly NamedTerm[], otherDoesNot: string | null) => string

/** The one report that a unit goes on with. */
const ofOne =
  (equation: CrossEquation, { year, tables }: SeasonQuery): BesideSql =>
  (terms, otherDoesNot) =>
    `SELECT l.unit AS unit, 1 AS others, 1 AS reported, o.doubtful AS doubtful, 0 AS doubts,
    ${terms.map(term => numberOf(equation, 'o', term)).join(',\n    ')}
  FROM ${tables.lineage} l JOIN ${tables.reports} o ON o.unit = l.unit_before AND o.year = ${year - 1}
  WHERE l.year = ${year} AND l.befores = 1${otherDoesNot ? ` AND NOT coalesce(${otherDoesNot}, false)` : ''}`

/** Several together; none where not one of them has come, or one has not the cells. */
const ofSeveral =
  (equation: CrossEquation, { year, tables }: SeasonQuery): BesideSql =>
  (terms, otherDoesNot) => {
    const of = (table: string, other: string, otherYear: number, where: string): string =>
      `${table} l LEFT JOIN ${tables.reports} o ON o.unit = l.${other} AND o.year = ${otherYear} WHERE l.year = ${year}${where}`
    const from =
      othersOf(equation) === 'units'
        ? of(tables.area, 'member', year, '')
        : of(tables.lineage, 'unit_before', year - 1, ' AND l.befores > 1')
    const doubt = anyDoubtful(
      'o',
      terms.map(({ column }) => column),
    )
    return `SELECT m.unit AS unit, count(*) AS others, count(m.reporter) AS reported, CAST(NULL AS VARCHAR) AS doubtful, sum(m.doubt) AS doubts,
    ${terms.map(term => together(equation, term)).join(',\n    ')}
  FROM (SELECT l.unit AS unit, o.unit AS reporter, CASE WHEN ${doubt} THEN 1 ELSE 0 END AS doubt, CASE WHEN ${otherDoesNot ?? '1 = 0'} THEN 1 END AS changed,
    ${terms.map(term => `${sure('o', term.column)} AS ${term.name}`).join(',\n    ')}
    FROM ${from}) m
  GROUP BY m.unit
  HAVING count(m.reporter) > 0 AND count(m.changed) = 0`
  }

const statementOf = (
  equation: CrossEquation,
  places: readonly NamedPlace[],
  { year, tables }: SeasonQuery,
  [beside, besideSql]: readonly [Beside, BesideSql],
): string => {
  const edition = byEdition(
    equation,
    places.map(({ place }) => place),
  )
  const terms = places.flatMap(termsOf)
  const forms = [...new Set(places.map(({ place }) => editionColumn(place.form)))]
  const own = terms.filter(({ of }) => of === 'this').map(term => numberOf(equation, 'r', term))
  // Said twice, since a join of all reports with few others is one of what is wide.
  const only =
    othersOf(equation) === 'units'
      ? ` AND r.unit IN (SELECT l.unit FROM ${tables.area} l WHERE l.year = ${year})`
      : ''
  return `WITH t AS (
  SELECT r.unit AS unit, r.doubtful AS doubtful, ${[...forms.map(form => `r.${form} AS ${form}`), ...own].join(',\n    ')}
  FROM ${tables.reports} r WHERE r.year = ${year}${edition ? ` AND ${edition.prints('r')}` : ''}${only}
), s AS (
  ${besideSql(
    terms.filter(({ of }) => of !== 'this'),
    edition?.otherDoesNot?.('o') ?? null,
  )}
)
SELECT t.unit AS unit, ${forms.map(form => `t.${form} AS ${form}`).join(', ')}, t.doubtful AS doubtful,
  s.doubtful AS other_doubtful, s.others AS others, s.reported AS reported, s.doubts AS doubts,
  concat('', ${places.map(named => numbersText(equation, named, beside)).join(',\n    ')}) AS numbers
FROM t JOIN s ON s.unit = t.unit
WHERE ${places.map(named => doesNotHold(equation, named, beside)).join('\n    OR ')}
ORDER BY unit`
}

/** How many units are compared with a report of another form, which has not the cells. */
const changedForm = (equation: CrossEquation, { year, tables, only }: SeasonQuery): readonly string[] => {
  if (othersOf(equation) !== 'yearBefore' || only?.editions.length === 1) return []
  const edition = byEdition(equation, placesOf(equation))
  if (edition && !edition.otherDoesNot) return []
  const forms = [...new Set(placesOf(equation).map(({ form }) => editionColumn(form)))]
  const differs = edition
    ? `${edition.prints('t')} AND ${edition.otherDoesNot?.('o')}`
    : `(${forms.map(each => `t.${each} <> o.${each}`).join(' OR ')})`
  return [
    `SELECT count(DISTINCT t.unit) AS changed
FROM ${tables.reports} t
  JOIN ${tables.lineage} l ON l.unit = t.unit AND l.year = t.year
  JOIN ${tables.reports} o ON o.unit = l.unit_before AND o.year = ${year - 1}
WHERE t.year = ${year} AND ${differs}
HAVING count(DISTINCT t.unit) > 0`,
  ]
}

/**
 * All statements of an equation: rows of units at whose places it does not hold, and the count of those without their
 * cells. Nearly all go on with one report, which needs no sum; a query of both would hold back what can be left out early.
 */
export const statementsOf = (equation: CrossEquation, season: SeasonQuery): readonly string[] => {
  const { joined, summed } = most[season.engine ?? 'trino']
  const statements = (figures: number, beside: readonly [Beside, BesideSql]): readonly string[] =>
    chunksOf(equation, season, figures).map(places => statementOf(equation, places, season, beside))
  const several = ['several', ofSeveral(equation, season)] as const
  if (othersOf(equation) === 'units') return statements(summed, several)
  return [
    ...statements(joined, ['one', ofOne(equation, season)]),
    ...(season.only?.mergers === false ? [] : statements(joined, several)),
    ...changedForm(equation, season),
  ]
}
