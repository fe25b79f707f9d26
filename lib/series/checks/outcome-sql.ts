import { editionColumn } from '../fact-columns.ts'
import type { CrossEquation, CrossPlace, PlacedTerm } from './cross-equation.ts'

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The editions that print all cells of the terms. */
export const editionsOf = (terms: readonly PlacedTerm[]): readonly string[] => {
  const [first, ...rest] = terms.map(({ column }) => column.editions)
  return (first ?? []).filter(edition => rest.every(editions => editions.includes(edition)))
}

export const oneOf = (editions: readonly string[]): string => `(${editions.map(quote).join(', ')})`

const sum = (parts: readonly string[]): string => parts.map(part => `coalesce(${part}, 0)`).join(' + ')

/** What a term is called in the rows: the sum of its printed numbers, and how many of them are not there. */
export const termName = (place: number, side: 'left' | 'right', term: number): string =>
  `p${place}_${side}${term}`
export const blanksOf = (name: string): string => `${name}_blank`

export interface NamedTerm extends PlacedTerm {
  readonly name: string
}

export const namedTerms = (place: CrossPlace, at: number, side: 'left' | 'right'): readonly NamedTerm[] =>
  place[side].map((term, index) => ({ ...term, name: termName(at, side, index) }))

/**
 * The outcome at a place: `broken` where no non-negative number in the place of the blanks makes it hold, `open` where some
 * do and some do not, null where it holds.
 */
export const outcomeOf = (equation: CrossEquation, place: CrossPlace, at: number): string => {
  const sides = { left: namedTerms(place, at, 'left'), right: namedTerms(place, at, 'right') }
  const left = `(${sum(sides.left.map(({ name }) => name))})`
  const right = `(${sum(sides.right.map(({ name }) => name))})`
  const blanks = (terms: readonly NamedTerm[]): string =>
    `(${terms.map(({ name }) => blanksOf(name)).join(' + ') || '0'})`
  const [leftBlank, rightBlank] = [blanks(sides.left), blanks(sides.right)]
  const signed = blanks([...sides.left, ...sides.right].filter(({ column }) => column.signed))
  const allBlanks = `${leftBlank} + ${rightBlank}`
  const anyBlank = `${allBlanks} > 0`
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
    case 'near': {
      // One term each side; of a blank nothing is said.
      const [a, b] = [sides.left[0]!.name, sides.right[0]!.name]
      return `CASE WHEN (${a} >= 10 * ${b} AND ${a} - ${b} >= 50 OR ${b} >= 10 * ${a} AND ${b} - ${a} >= 50) AND ${allBlanks} = 0 THEN 'broken' END`
    }
  }
}
