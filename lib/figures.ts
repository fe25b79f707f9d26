import Big from 'big.js'
import type { FigureState } from './report.ts'

/** What one printed cell says, before it has a name. */
export interface PrintedFigure {
  readonly state: FigureState
  /** In 万元 for amounts; a plain count otherwise. Null unless `state` is `number`. */
  readonly value: number | null
  /** The printed text without padding. */
  readonly text: string
  readonly printedUnit?: string
  readonly remark?: string
}

/** What the column expects: a count, or an amount in 万元 with the unit its header prints, if any. */
export interface FigureColumn {
  readonly unit?: '万元'
  readonly headerUnit?: string
}

/** Powers of ten that turn a printed unit of money into 万元. */
const moneyScale: Readonly<Record<string, number>> = {
  元: -4,
  百元: -2,
  千元: -1,
  万元: 0,
  万: 0,
  十万元: 1,
  百万元: 2,
  千万元: 3,
  亿元: 4,
}
const countUnits = new Set([...'个件项条份次人家宗篇部户起例批', '人次', '件次', '批次', '户次'])
/** A count of more digits has no place in these forms, and beyond fifteen a number would lose some. */
const longestInteger = 12
const longestNumber = 15

/** A remark beside a number is a few words; what is longer is running text, and costs the pattern its square. */
const longestPrinted = 300

const padding = /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]/u
const notApplicable = /^(?:[-/\\]{1,4}|无|不适用)$/u
const number =
  /^([+-]?)[ \u00a0\u3000]?((?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?)[ \u00a0\u3000]*([^\d\s([]*)\s*([([].*[)\]])?$/su

/** A remark that is nothing but the unit of the amount before it: （元）, [单位：千元]. */
const unitRemark = /^[([]\s*(?:单位:?)?\s*(.*?)\s*[)\]]$/su

/** The unit an amount prints; null where a remark beside it speaks of money in a way that cannot be told. */
const moneyUnit = (unit: string, remark: string | undefined): string | null => {
  if (unit !== '' || remark === undefined || !/[元万]/u.test(remark)) return unit
  const named = unitRemark.exec(remark)?.[1] ?? ''
  return Object.hasOwn(moneyScale, named) ? named : null
}

/** Full-width forms and the many dashes as ASCII. Nothing else: NFKC would make digits of `①` and `²`. */
const toAscii = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/gu, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe63]/gu, '-')

/** Without the white space around it: blanks, no-break spaces, ideographic spaces, zero-width characters. */
export const trimPadding = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && padding.test(text[start]!)) start++
  while (end > start && padding.test(text[end - 1]!)) end--
  return text.slice(start, end)
}

/** Nearly every filled cell of these forms: digits and nothing else, none of them a leading zero. */
const bareCount = new RegExp(`^(?:0|[1-9]\\d{0,${longestInteger - 1}})$`)

const anyDigit = /[\d０-９]/u
const longestMark = 4

const plain = (state: FigureState, text: string): PrintedFigure => ({ state, value: null, text })

/**
 * Reads the printed text of a cell. Anything that is not beyond doubt one number with an optional sign,
 * thousands separators, unit and bracketed remark stays `text`: no digit is dropped, added or rounded.
 */
export const readFigure = (printed: string, column: FigureColumn = {}): PrintedFigure => {
  const text = trimPadding(printed)
  if (text === '') return plain('blank', text)
  if (column.unit === undefined && bareCount.test(text)) return { state: 'number', value: Number(text), text }
  if (text.length > longestPrinted) return plain('text', text)
  // A label: nothing below would find a number or a mark in it.
  if (text.length > longestMark && !anyDigit.test(text)) return plain('text', text)
  const ascii = toAscii(text)
  if (notApplicable.test(ascii)) return plain('notApplicable', text)
  const match = number.exec(ascii)
  if (match === null) return plain('text', text)
  const [, sign = '', digits = '', besideIt = '', remark] = match
  const unit = column.unit ? moneyUnit(besideIt, remark) : besideIt
  if (unit === null) return plain('text', text)
  const bare = digits.replaceAll(',', '')
  if (bare.split('.')[0]!.length > longestInteger || bare.replace('.', '').length > longestNumber)
    return plain('text', text)
  const scale = column.unit ? moneyScale[unit || column.headerUnit || '万元'] : 0
  const known = column.unit ? scale !== undefined : unit === '' || countUnits.has(unit)
  if (!known) return plain('text', text)
  const exact = new Big(bare)
  if (scale) exact.e += exact.c[0] === 0 ? 0 : scale
  const value = Number(exact.toFixed()) * (sign === '-' && !exact.eq(0) ? -1 : 1)
  return {
    state: 'number',
    value,
    text,
    ...(unit ? { printedUnit: unit } : {}),
    ...(remark ? { remark: text.slice(ascii.length - remark.length) } : {}),
  }
}
