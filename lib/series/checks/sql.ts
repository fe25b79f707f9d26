import { editionColumn } from '../fact-columns.ts'
import type { SeasonQuery } from './cross-check.ts'
import { type CrossEquation, type CrossPlace, othersOf, type PlacedTerm, placesOf } from './cross-equation.ts'

/** The SQL of an equation across reports, in what DuckDB and Trino have in common. */

/** Figures in one statement. */
const most = 25

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Which reports stand beside each: those it follows from, or the units under it. */
const joinOf = (equation: CrossEquation, { tables }: SeasonQuery): string =>
  othersOf(equation) === 'yearBefore'
    ? `JOIN ${tables.lineage} l ON l.unit = t.unit AND l.year = t.year
  LEFT JOIN ${tables.reports} o ON o.unit = l.unit_before AND o.year = t.year - 1`
    : `JOIN ${tables.area} l ON l.unit = t.unit AND l.year = t.year
  LEFT JOIN ${tables.reports} o ON o.unit = l.member AND o.year = t.year`

/** The editions that print all cells of the terms. */
const editionsOf = (terms: readonly PlacedTerm[]): readonly string[] => {
  const [first, ...rest] = terms.map(({ column }) => column.editions)
  return (first ?? []).filter(edition => rest.every(editions => editions.includes(edition)))
}

const oneOf = (editions: readonly string[]): string => `(${editions.map(quote).join(', ')})`

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

const sum = (parts: readonly string[]): string => parts.map(part => `coalesce(${part}, 0)`).join(' + ')

/** What a term is called in the rows: the sum of its printed numbers, and how many of them are not there. */
export const termName = (place: number, side: 'left' | 'right', term: number): string =>
  `p${place}_${side}${term}`
export const blanksOf = (name: string): string => `${name}_blank`

interface NamedTerm extends PlacedTerm {
  readonly name: string
}

const namedTerms = (place: CrossPlace, at: number, side: 'left' | 'right'): readonly NamedTerm[] =>
  place[side].map((term, index) => ({ ...term, name: termName(at, side, index) }))

const selected = ({ of, column, name }: NamedTerm): string =>
  of === 'this'
    ? `max(t.${column.name}) AS ${name}, count(*) - count(t.${column.name}) AS ${blanksOf(name)}`
    : `sum(o.${column.name}) AS ${name}, count(*) - count(o.${column.name}) AS ${blanksOf(name)}`

/**
 * The outcome at a place: `broken` where no non-negative number in the place of the blanks makes it hold, `open` where some
 * do and some do not, null where it holds.
 */
const outcomeOf = (equation: CrossEquation, place: CrossPlace, at: number): string => {
  const sides = { left: namedTerms(place, at, 'left'), right: namedTerms(place, at, 'right') }
  const left = `(${sum(sides.left.map(({ name }) => name))})`
  const right = `(${sum(sides.right.map(({ name }) => name))})`
  const blanks = (terms: readonly NamedTerm[]): string =>
    `(${terms.map(({ name }) => blanksOf(name)).join(' + ') || '0'})`
  const [leftBlank, rightBlank] = [blanks(sides.left), blanks(sides.right)]
  const signed = blanks([...sides.left, ...sides.right].filter(({ column }) => column.signed))
  const anyBlank = `${leftBlank} + ${rightBlank} > 0`
  const below = `${left} < ${right} AND ${leftBlank} = 0`
  // Over cells a place is one of those forms only that print it.
  const foreign =
    equation.over === 'cells'
      ? `coalesce(${editionColumn(place.form)}, '') NOT IN ${oneOf(editionsOf(place.left))}`
      : '1 = 0'
  switch (equation.relation) {
    case 'equal':
      return `CASE WHEN ${foreign} THEN NULL WHEN ${signed} = 0 AND (${below} OR ${right} < ${left} AND ${rightBlank} = 0) THEN 'broken' WHEN ${anyBlank} THEN 'open' END`
    case 'atLeast':
      return `CASE WHEN ${foreign} THEN NULL WHEN ${below} THEN 'broken' WHEN ${left} < ${right} OR ${rightBlank} > 0 THEN 'open' END`
    case 'withOwn':
      return `CASE WHEN ${foreign} THEN NULL WHEN ${below} THEN 'broken' WHEN ${anyBlank} OR ${left} > ${right} THEN 'open' END`
    case 'near':
      return `CASE WHEN ${foreign} OR ${anyBlank} THEN NULL WHEN ${left} >= 10 * ${right} AND ${left} - ${right} >= 50 OR ${right} >= 10 * ${left} AND ${right} - ${left} >= 50 THEN 'broken' END`
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

const statementOf = (equation: CrossEquation, { from, places }: Chunk, season: SeasonQuery): string => {
  const edition = byEdition(equation, places)
  const terms = places.flatMap((place, at) => [
    ...namedTerms(place, from + at, 'left'),
    ...namedTerms(place, from + at, 'right'),
  ])
  const outcomes = places.map((_, at) => outcomeName(from + at))
  const forms = [...new Set(places.map(({ form }) => editionColumn(form)))]
  return `WITH sums AS (
  SELECT t.unit AS unit, count(*) AS others, count(o.unit) AS reported,
    ${forms.map(form => `max(t.${form}) AS ${form}`).join(', ')},
    ${terms.map(selected).join(',\n    ')}
  FROM ${season.tables.reports} t
  ${joinOf(equation, season)}
  WHERE t.year = ${season.year}${edition ? ` AND ${edition.prints}` : ''}
  GROUP BY t.unit
  HAVING count(o.unit) > 0${edition ? ` AND count(CASE WHEN ${edition.otherDoesNot} THEN 1 END) = 0` : ''}
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
const changedForm = (equation: CrossEquation, season: SeasonQuery): readonly string[] => {
  if (othersOf(equation) !== 'yearBefore') return []
  const edition = byEdition(equation, placesOf(equation))
  const forms = [...new Set(placesOf(equation).map(({ form }) => editionColumn(form)))]
  const differs = edition
    ? `${edition.prints} AND ${edition.otherDoesNot}`
    : `(${forms.map(each => `t.${each} <> o.${each}`).join(' OR ')})`
  return [
    `SELECT count(DISTINCT t.unit) AS changed
FROM ${season.tables.reports} t
  ${joinOf(equation, season)}
WHERE t.year = ${season.year} AND ${differs}
HAVING count(DISTINCT t.unit) > 0`,
  ]
}

/** All statements of an equation: rows of units at whose places it does not hold, and the count of those without their cells. */
export const statementsOf = (equation: CrossEquation, season: SeasonQuery): readonly string[] => [
  ...chunksOf(equation).map(chunk => statementOf(equation, chunk, season)),
  ...changedForm(equation, season),
]
