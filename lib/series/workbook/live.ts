import { exactSum } from '../../figures/exact.ts'
import { columnOf } from '../columns.ts'
import { argumentsOf, type PlacedFigure } from './place.ts'

/** A live cell: what it shows where nothing recalculates, and the formula; left out where its sources have no sheet. */
export interface Live {
  readonly value: number | string
  readonly formula?: string
}

/** Spreadsheets take 8,192 characters; of what would take more there is the value. */
const longest = 8_000

/** A live cell of a value and its formula, where that can be written. */
export const liveCell = (value: number | string, formula: string | null): Live =>
  formula === null || formula.length > longest ? { value } : { value, formula }

/** What a live cell says where blanks leave the outcome open. */
export const open = '待核'

const numbersOf = (figures: readonly PlacedFigure[]): readonly number[] =>
  figures.map(({ value }) => value).filter(value => value !== null)

/** The figure itself, with the word in its place where there is no number. */
export const liveFigure = (figure: PlacedFigure): Live => {
  const reference = argumentsOf([figure])
  return liveCell(figure.shown, reference && `IF(${reference}="","",${reference})`)
}

const isAmount = (figures: readonly PlacedFigure[]): boolean =>
  figures.some(({ key }) => columnOf(key).kind === 'amount')

/** The sum of figures; nothing where none of them is a number. */
export const liveSum = (figures: readonly PlacedFigure[]): Live => {
  const numbers = numbersOf(figures)
  const all = argumentsOf(figures)
  const sum = isAmount(figures) ? `ROUND(SUM(${all}),6)` : `SUM(${all})`
  const value = numbers.length === 0 ? '' : exactSum(numbers)
  return liveCell(value, all && `IF(COUNT(${all})=0,"",${sum})`)
}

/** One cell less another of the same sheet; nothing where one of them is no number. */
export const liveChange = (
  [from, before]: readonly [string, number | string],
  [to, now]: readonly [string, number | string],
): Live => ({
  value: typeof before === 'number' && typeof now === 'number' ? exactSum([now, -before]) : '',
  formula: `IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),ROUND(${to}-${from},6),"")`,
})
