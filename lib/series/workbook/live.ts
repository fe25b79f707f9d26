import { exactSum } from '../../figures/exact.ts'
import { put, type Sheet, type Style } from '../../writers/workbook/sheet.ts'
import { columnOf } from '../columns.ts'
import { isEntered } from './figure.ts'
import { anyFlagged, argumentsOf, type PlacedFigure } from './place.ts'
import * as styles from './styles.ts'

/** A live cell: what it shows where nothing recalculates, and the formula; left out where its sources have no sheet. */
export interface Live {
  readonly value: number | string
  readonly formula?: string
  /** Findings of the reports name a number of it. */
  readonly isFlagged?: boolean
  /** It is one number, and a person typed it in. */
  readonly isEntered?: boolean
}

/** Spreadsheets take 8,192 characters; of what would take more there is the value. */
const longest = 8_000

/** A live cell of a value and its formula, where that can be written. */
export const liveCell = (value: number | string, formula: string | null): Live =>
  formula === null || formula.length > longest ? { value } : { value, formula }

/** What a live cell says where blanks leave the outcome open. */
export const open = '待核'

const flaggedAs = (figures: readonly PlacedFigure[], live: Live): Live =>
  anyFlagged(figures) ? { ...live, isFlagged: true } : live

const numbersOf = (figures: readonly PlacedFigure[]): readonly number[] =>
  figures.map(({ value }) => value).filter(value => value !== null)

/** The figure itself, with the word in its place where there is no number. */
export const liveFigure = (figure: PlacedFigure): Live => {
  const reference = argumentsOf([figure])
  const live = flaggedAs([figure], liveCell(figure.shown, reference && `IF(${reference}="","",${reference})`))
  return isEntered(figure.flagged) ? { ...live, isEntered: true } : live
}

const isAmount = (figures: readonly PlacedFigure[]): boolean =>
  figures.some(({ key }) => columnOf(key).kind === 'amount')

/** The sum of figures; nothing where none of them is a number. */
export const liveSum = (figures: readonly PlacedFigure[]): Live => {
  const numbers = numbersOf(figures)
  const all = argumentsOf(figures)
  const sum = isAmount(figures) ? `ROUND(SUM(${all}),6)` : `SUM(${all})`
  const value = numbers.length === 0 ? '' : exactSum(numbers)
  return flaggedAs(figures, liveCell(value, all && `IF(COUNT(${all})=0,"",${sum})`))
}

/** One cell less another of the same sheet; nothing where one of them is no number. */
export const liveChange = (
  [from, before]: readonly [string, number | string],
  [to, now]: readonly [string, number | string],
): Live => ({
  value: typeof before === 'number' && typeof now === 'number' ? exactSum([now, -before]) : '',
  formula: `IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),ROUND(${to}-${from},6),"")`,
})

/** Puts a live cell: a number, coloured where a finding names it, or the word in its place. */
export const putLive = (
  sheet: Sheet,
  [row, column]: readonly [number, number],
  { value, formula, isFlagged, isEntered }: Live,
  style: Style = styles.number,
): void => {
  const marked = isEntered ? styles.entered : isFlagged ? styles.flagged : style
  const own = typeof value === 'string' && value !== '' ? styles.without : marked
  put(sheet, [row, column], value, own, formula)
}
