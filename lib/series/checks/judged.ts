import type { SqlRow } from './cross-check.ts'
import { type CrossEquation, type CrossPlace, placesOf } from './cross-equation.ts'
import type { FilledTerm } from './words.ts'

/** An equation at one place of one unit where it does not hold, as its row gives it. */
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

const written = /(\d+)([bo])([^;]*);/gu

/** The equation at the places that a row names; see `placeText`. */
export const judgedOf = (equation: CrossEquation, row: SqlRow): readonly Judged[] => {
  const places = placesOf(equation)
  const [unit, others, reported] = [String(row['unit']), Number(row['others']), Number(row['reported'])]
  // Which of several reports it is that has a doubtful number there, the sum does not tell.
  const severalDoubtful = Number(row['doubts']) > 0
  return [...String(row['places']).matchAll(written)].map(([, at, outcome, texts]) => {
    const place = places[Number(at)]!
    const terms = [...place.left, ...place.right]
    const filled = texts!.split(',').map((text, index): FilledTerm => {
      const [number, count] = text.replace('?', '').split(':')
      const value = number === '' ? null : Number(number)
      const blanks = count === undefined ? (value === null ? 1 : 0) : Number(count)
      const isOneOfSeveral = count !== undefined && severalDoubtful && blanks > 0
      return { term: terms[index]!, value, blanks, doubtful: text.endsWith('?') || isOneOfSeveral }
    })
    return {
      unit,
      place,
      outcome: outcome === 'b' ? 'broken' : 'open',
      left: filled.slice(0, place.left.length),
      right: filled.slice(place.left.length),
      others,
      reported,
    }
  })
}
