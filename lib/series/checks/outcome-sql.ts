import { editionColumn } from '../fact-columns.ts'
import type { CrossEquation, CrossPlace, PlacedTerm } from './cross-equation.ts'

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The editions that print all cells of the terms. */
export const editionsOf = (terms: readonly PlacedTerm[]): readonly string[] => {
  const [first, ...rest] = terms.map(({ column }) => column.editions)
  return (first ?? []).filter(edition => rest.every(editions => editions.includes(edition)))
}

export const oneOf = (editions: readonly string[]): string => `(${editions.map(quote).join(', ')})`

export interface NamedTerm extends PlacedTerm {
  /** What it is called in the SQL: among the report's own numbers, or among those beside it. */
  readonly name: string
}

/** A place with its terms named by its number. */
export interface NamedPlace {
  readonly at: number
  readonly place: CrossPlace
  readonly left: readonly NamedTerm[]
  readonly right: readonly NamedTerm[]
}

export const namedPlace = (place: CrossPlace, at: number): NamedPlace => {
  const named = (side: 'left' | 'right') =>
    place[side].map((term, index) => ({ ...term, name: `p${at}${side[0]}${index}` }))
  return { at, place, left: named('left'), right: named('right') }
}

export const termsOf = ({ left, right }: NamedPlace): readonly NamedTerm[] => [...left, ...right]

/** How many of several reports have no number there. */
export const blanksOf = (name: string): string => `${name}n`

/** Whether the terms of others are sums over several reports, with their blanks counted; else a number of one, or null. */
export type Beside = 'one' | 'several'

/** `t` has the report's own numbers, `s` those beside it. */
const termValue = ({ of, name }: NamedTerm): string => `${of === 'this' ? 't' : 's'}.${name}`

const isCounted = (term: NamedTerm, beside: Beside): boolean => term.of !== 'this' && beside === 'several'

const all = (terms: readonly NamedTerm[], each: (term: NamedTerm) => string, by: string): string =>
  terms.map(each).join(by)

/** With nothing for what is missing: the least that the terms can be together. */
const least = (terms: readonly NamedTerm[]): string =>
  all(terms, term => `coalesce(${termValue(term)}, 0)`, ' + ')

const missing = (terms: readonly NamedTerm[], beside: Beside): string =>
  all(
    terms,
    term => (isCounted(term, beside) ? `s.${blanksOf(term.name)} > 0` : `${termValue(term)} IS NULL`),
    ' OR ',
  )

export const apart = 50
export const times = 10

/** An amount of 18 digits has no room for one more. */
const widened = (term: NamedTerm): string =>
  term.column.kind === 'amount' ? `CAST(${termValue(term)} AS DECIMAL(38,6))` : termValue(term)

/** Where a place does not hold, or cannot be told to: `judgedOf` says the same of the numbers. */
export const doesNotHold = (
  { relation, over }: CrossEquation,
  { place, left, right }: NamedPlace,
  beside: Beside,
): string => {
  // One term each side; of a blank nothing is said.
  if (relation === 'near') {
    const [a, b] = [widened(left[0]!), widened(right[0]!)]
    return `(abs(${a} - ${b}) >= ${apart} AND (${a} >= ${times} * ${b} OR ${b} >= ${times} * ${a}))`
  }
  const differs =
    relation === 'atLeast'
      ? `${least(left)} < ${least(right)} OR ${missing(right, beside)}`
      : `${least(left)} <> ${least(right)} OR ${missing([...left, ...right], beside)}`
  // Over cells a place is one of those forms only that print it.
  return over === 'cells'
    ? `(t.${editionColumn(place.form)} IN ${oneOf(editionsOf(left))} AND (${differs}))`
    : `(${differs})`
}

const numberText = (term: NamedTerm, isWithBlanks: boolean): string => {
  const value = `coalesce(CAST(${termValue(term)} AS VARCHAR), '')`
  return isWithBlanks ? `${value}, ':', CAST(s.${blanksOf(term.name)} AS VARCHAR)` : value
}

/**
 * The numbers of a place, as `judgedOf` reads them: which place it is, and of each term the number, empty where there is none,
 * and of several reports how many have none: `12,86,87:2;`.
 */
export const numbersText = ({ relation }: CrossEquation, named: NamedPlace, beside: Beside): string =>
  `concat('${named.at},', ${termsOf(named)
    .map(term => numberText(term, relation !== 'near' && isCounted(term, beside)))
    .join(", ',', ")}, ';')`
