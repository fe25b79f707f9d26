import { editionColumn } from '../fact-columns.ts'
import type { SqlRow } from './cross-check.ts'
import { type CrossEquation, type CrossPlace, placesOf } from './cross-equation.ts'
import { isDoubtfulIn } from './doubt-sql.ts'
import { apart, editionsOf, times } from './outcome-sql.ts'
import type { FilledTerm } from './words.ts'

/** An equation at one place of one unit where it does not hold. */
export interface Judged {
  readonly unit: string
  readonly place: CrossPlace
  readonly outcome: 'broken' | 'open'
  readonly left: readonly FilledTerm[]
  readonly right: readonly FilledTerm[]
  /** How many reports it is compared with, and how many of them have come. */
  readonly others: number
  readonly reported: number
}

/** A term with its number in millionths, so that sums of many are exact. */
interface Term extends FilledTerm {
  readonly exact: bigint
}

const exactOf = (number: string): bigint => {
  const [whole, digits = ''] = number.split('.')
  return BigInt(`${whole}${digits.padEnd(6, '0')}`)
}

/** With nothing for what is missing: the least that the terms can be together. */
const least = (terms: readonly Term[]): bigint => terms.reduce((sum, { exact }) => sum + exact, 0n)

const isMissing = (terms: readonly Term[]): boolean => terms.some(({ blanks }) => blanks > 0)

const distance = (a: bigint, b: bigint): bigint => (a < b ? b - a : a - b)

/** Whether it is broken, whatever non-negative numbers stand in the place of what is missing; open; or holds: null. */
const outcomeOf = (
  { relation }: CrossEquation,
  left: readonly Term[],
  right: readonly Term[],
): Judged['outcome'] | null => {
  const [a, b] = [least(left), least(right)]
  const all = [...left, ...right]
  if (relation === 'near') {
    if (isMissing(all) || all.some(({ doubtful }) => doubtful)) return null
    const isFar = a >= BigInt(times) * b || b >= BigInt(times) * a
    return distance(a, b) >= BigInt(apart) * 1_000_000n && isFar ? 'broken' : null
  }
  const holds = relation === 'atLeast' ? a >= b && !isMissing(right) : a === b && !isMissing(all)
  if (holds) return null
  const isBelow = a < b && !isMissing(left)
  if (relation !== 'equal') return isBelow ? 'broken' : 'open'
  const isAbove = a > b && !isMissing(right)
  const isSignedMissing = isMissing(all.filter(({ term }) => term.column.signed))
  return (isBelow || isAbove) && !isSignedMissing ? 'broken' : 'open'
}

/** The terms of a place as a row has them: `86,87:2`, see `numbersText`. */
const termsOf = (row: SqlRow, place: CrossPlace, texts: readonly string[]): readonly Term[] => {
  // Which of several reports it is that has a doubtful number there, the sum does not tell.
  const severalDoubtful = Number(row['doubts']) > 0
  const digits = (name: 'doubtful' | 'other_doubtful') => (row[name] ?? null) as string | null
  const own = digits('doubtful')
  const others = digits('other_doubtful')
  return [...place.left, ...place.right].map((term, index) => {
    const [number, count] = texts[index]!.split(':') as [string, string?]
    const blanks = count === undefined ? (number === '' ? 1 : 0) : Number(count)
    const isOneOfSeveral = count !== undefined && severalDoubtful && blanks > 0
    return {
      term,
      value: number === '' ? null : Number(number),
      exact: number === '' ? 0n : exactOf(number),
      blanks,
      doubtful: isDoubtfulIn(term.of === 'this' ? own : others, term.column) || isOneOfSeveral,
    }
  })
}

/** Over cells a place is one of those forms only that print it. */
const isPrinted = ({ over, relation }: CrossEquation, { form, left }: CrossPlace, row: SqlRow): boolean =>
  over !== 'cells' || relation === 'near' || editionsOf(left).includes(String(row[editionColumn(form)]))

/** The equation at those places of a row where it does not hold. */
export const judgedOf = (equation: CrossEquation, row: SqlRow): readonly Judged[] => {
  const places = placesOf(equation)
  const [unit, others, reported] = [String(row['unit']), Number(row['others']), Number(row['reported'])]
  const written = String(row['numbers']).split(';').slice(0, -1)
  return written.flatMap((text): readonly Judged[] => {
    const [at, ...texts] = text.split(',') as [string, ...string[]]
    const place = places[Number(at)]!
    if (!isPrinted(equation, place, row)) return []
    const terms = termsOf(row, place, texts)
    const [left, right] = [terms.slice(0, place.left.length), terms.slice(place.left.length)]
    const outcome = outcomeOf(equation, left, right)
    return outcome ? [{ unit, place, outcome, left, right, others, reported }] : []
  })
}
