import { sqlTypes } from '../column.ts'
import { editionColumn } from '../fact-columns.ts'
import type { SeasonQuery } from './cross-check.ts'
import { type CrossEquation, type CrossPlace, othersOf, placesOf } from './cross-equation.ts'
import { blanksOf, editionsOf, type NamedTerm, namedTerms, oneOf, outcomeOf } from './outcome-sql.ts'

/** The SQL of an equation across reports, in what DuckDB and Trino have in common. */

/** Figures in one statement. */
const most = 25

/** Which reports print the cells of these places, and which of the others do not. Over cells a cell that is not printed is null. */
const byEdition = (equation: CrossEquation, places: readonly CrossPlace[]) => {
  const [place] = places
  if (equation.over === 'cells' || !place) return null
  const terms = [...place.left, ...place.right]
  const edition = editionColumn(place.form)
  const own = editionsOf(terms.filter(({ of }) => of === 'this'))
  const others = editionsOf(terms.filter(({ of }) => of !== 'this'))
  return {
    prints: `t.${edition} IN ${oneOf(own)}`,
    otherDoesNot: `o.${edition} NOT IN ${oneOf(others)}`,
  }
}

/** Name of the column that holds the outcome at a place. */
export const outcomeName = (place: number): string => `p${place}`

interface Chunk {
  /** Which of the equation's places, from 0. */
  readonly from: number
  readonly places: readonly CrossPlace[]
}

const figuresIn = ({ left, right }: CrossPlace): number => left.length + right.length

const chunksOf = (equation: CrossEquation): readonly Chunk[] => {
  const places = placesOf(equation)
  const size = Math.max(1, Math.floor(most / figuresIn(places[0]!)))
  return Array.from({ length: Math.ceil(places.length / size) }, (_, index) => ({
    from: index * size,
    places: places.slice(index * size, (index + 1) * size),
  }))
}

/** A figure of one report, and whether it has no number. */
const one = (alias: string, { column, name }: NamedTerm): string =>
  `${alias}.${column.name} AS ${name}, CASE WHEN ${alias}.${column.name} IS NULL THEN 1 ELSE 0 END AS ${blanksOf(name)}`

/**
 * The same of several reports: the sum of the numbers, and how many have none. A count is below 10^12, so that the sum of
 * millions is one of 64 bits; wider ones would make every comparison slow.
 */
const several = ({ column, name }: NamedTerm): string => {
  const sum = `sum(o.${column.name})`
  const narrow = column.kind === 'count' ? `CAST(${sum} AS ${sqlTypes.count})` : sum
  return `${narrow} AS ${name}, count(*) - count(o.${column.name}) AS ${blanksOf(name)}`
}

/** What the reports beside each unit's have together; none where not one of them has come, or one has not the cells. */
const othersSql = (
  equation: CrossEquation,
  terms: readonly NamedTerm[],
  { year, tables }: SeasonQuery,
  otherDoesNot: string | null,
): string => {
  const together = (table: string, member: string, of: string, where: string): string =>
    `SELECT l.unit AS unit, count(*) AS others, count(o.unit) AS reported,
    ${terms.map(several).join(',\n    ')}
  FROM ${table} l LEFT JOIN ${tables.reports} o ON o.unit = l.${member} AND o.year = ${of}
  WHERE l.year = ${year}${where}
  GROUP BY l.unit
  HAVING count(o.unit) > 0${otherDoesNot ? ` AND count(CASE WHEN ${otherDoesNot} THEN 1 END) = 0` : ''}`
  if (othersOf(equation) === 'units') return together(tables.area, 'member', String(year), '')
  // Nearly all go on with one report, which needs no sum.
  return `SELECT l.unit AS unit, 1 AS others, 1 AS reported,
    ${terms.map(term => one('o', term)).join(',\n    ')}
  FROM ${tables.lineage} l JOIN ${tables.reports} o ON o.unit = l.unit_before AND o.year = ${year - 1}
  WHERE l.year = ${year} AND l.befores = 1${otherDoesNot ? ` AND NOT coalesce(${otherDoesNot}, false)` : ''}
  UNION ALL
  ${together(tables.lineage, 'unit_before', String(year - 1), ' AND l.befores > 1')}`
}

const statementOf = (equation: CrossEquation, { from, places }: Chunk, season: SeasonQuery): string => {
  const edition = byEdition(equation, places)
  const terms = places.flatMap((place, at) => [
    ...namedTerms(place, from + at, 'left'),
    ...namedTerms(place, from + at, 'right'),
  ])
  const own = terms.filter(({ of }) => of === 'this')
  const others = terms.filter(({ of }) => of !== 'this')
  const outcomes = places.map((_, at) => outcomeName(from + at))
  const forms = [...new Set(places.map(({ form }) => editionColumn(form)))]
  return `WITH others AS (
  ${othersSql(equation, others, season, edition?.otherDoesNot ?? null)}
), sums AS (
  SELECT t.unit AS unit, s.others AS others, s.reported AS reported,
    ${forms.map(form => `t.${form} AS ${form}`).join(', ')},
    ${own.map(term => one('t', term)).join(',\n    ')},
    ${others.map(({ name }) => `s.${name} AS ${name}, s.${blanksOf(name)} AS ${blanksOf(name)}`).join(',\n    ')}
  FROM ${season.tables.reports} t JOIN others s ON s.unit = t.unit
  WHERE t.year = ${season.year}${edition ? ` AND ${edition.prints}` : ''}
), judged AS (
  SELECT sums.*,
    ${places.map((place, at) => `${outcomeOf(equation, place, from + at)} AS ${outcomeName(from + at)}`).join(',\n    ')}
  FROM sums
)
SELECT unit, others, reported,
  ${terms.map(({ name }) => `CAST(${name} AS VARCHAR) AS ${name}, ${blanksOf(name)}`).join(', ')},
  ${outcomes.join(', ')}
FROM judged WHERE ${outcomes.map(name => `${name} IS NOT NULL`).join(' OR ')} ORDER BY unit`
}

/** How many units are compared with a report of another form, which has not the cells. */
const changedForm = (equation: CrossEquation, { year, tables }: SeasonQuery): readonly string[] => {
  if (othersOf(equation) !== 'yearBefore') return []
  const edition = byEdition(equation, placesOf(equation))
  const forms = [...new Set(placesOf(equation).map(({ form }) => editionColumn(form)))]
  const differs = edition
    ? `${edition.prints} AND ${edition.otherDoesNot}`
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

/** All statements of an equation: rows of units at whose places it does not hold, and the count of those without their cells. */
export const statementsOf = (equation: CrossEquation, season: SeasonQuery): readonly string[] => [
  ...chunksOf(equation).map(chunk => statementOf(equation, chunk, season)),
  ...changedForm(equation, season),
]
