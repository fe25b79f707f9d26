import Big from 'big.js'
import type { FigureState } from '../model/report.ts'
import { numeralValue } from './numerals.ts'
import { remarkOf, restates } from './remarks.ts'
import { asSeen, mixesWidths, toAscii, trimPadding } from './typography.ts'
import { amountPower, countPower, type Unit, unitNamed } from './units.ts'

/** What one printed cell says, before it has a name. */
export interface PrintedFigure {
  readonly state: FigureState
  /** In 万元 for amounts; a plain count otherwise. Null unless `state` is `number`. */
  readonly value: number | null
  /** The printed text without padding. */
  readonly text: string
  readonly printedUnit?: string
  readonly remark?: string
  /** Code points inside the number that no eye sees: the number was read without them. */
  readonly invisible?: readonly string[]
}

/** What the column expects: a count, or an amount in 万元; and the unit printed around it, if any. */
export interface FigureColumn {
  readonly unit?: '万元'
  /** The unit of money around an amount; one that cannot be told is no unit's name. */
  readonly headerUnit?: string
  /** The power of ten of the unit around a count: 4 under 万件. */
  readonly power?: number
}

/** A count of more digits has no place in these forms, and beyond fifteen a number would lose some. */
const longestInteger = 12
const longestNumber = 15

/** A remark beside a number is a few words; what is longer is running text, and costs the pattern its square. */
const longestPrinted = 300

const notApplicable = /^(?:[-/\\]{1,4}|无|不适用)$/u
/** Groups of three behind a comma, or behind one of the narrow spaces that print sets there. */
const number =
  /^([+-]?)[ \u00a0\u3000]?((?:[1-9]\d{0,2}([,\u00a0\u2006\u2008\u2009\u202f])\d{3}(?:\3\d{3})*|0|[1-9]\d*)(?:\.\d+)?)\s*([^\d\s([。;]*)\s*([([].*[)\]])?[。;]?$/su
const inNumerals = /^()([〇零一二两三四五六七八九十百千万]{1,16}?)()([^\d\s([。;]*)\s*([([].*[)\]])?[。;]?$/su
/** Not the number before a label: 三、, 一是. */
const startsInNumerals =
  /^[〇零一二两三四五六七八九十][〇零一二两三四五六七八九十百千万]{0,15}(?![〇零一二两三四五六七八九十百千万、.．,，:：])/u
/** A number in numerals with its unit and a short remark. */
const longestInNumerals = 30

/** Nearly every filled cell of these forms: digits and nothing else, none of them a leading zero. */
const bareCount = new RegExp(`^(?:0|[1-9]\\d{0,${longestInteger - 1}})$`)

const anyDigit = /[\d０-９]/u
const longestMark = 4

const plain = (state: FigureState, text: string): PrintedFigure => ({ state, value: null, text })

interface Parts {
  readonly sign: string
  /** Digits with at most one point. */
  readonly digits: string
  /** A no-break space stood inside. */
  readonly parted: boolean
  readonly beside: string
  readonly remark: string | undefined
}

const digitParts = (ascii: string): Parts | null => {
  const match = number.exec(ascii)
  if (!match) return null
  const [, sign = '', printed = '', separator, beside = '', remark] = match
  const digits = separator === undefined ? printed : printed.replaceAll(separator, '')
  return { sign, digits, parted: separator === '\u00a0', beside, remark }
}

/** 五件, 十二: the longest beginning that is a number, so that 五万件 is fifty thousand. */
const numeralParts = (ascii: string): Parts | null => {
  if (ascii.length > longestInNumerals || !startsInNumerals.test(ascii)) return null
  const all = /^[〇零一二两三四五六七八九十百千万]+/u.exec(ascii)![0]
  const value = numeralValue(all)
  const match = value === null ? null : inNumerals.exec(`〇${ascii.slice(all.length)}`)
  if (!match) return null
  return { sign: '', digits: String(value), parted: false, beside: match[4] ?? '', remark: match[5] }
}

/** Exactly, never through binary floating point. */
const shifted = (digits: string, power: number): Big => new Big(`${digits}e${power}`)

/** The unit a cell prints, in words beside its number or alone in brackets; null where it is not for certain one. */
const unitOf = (
  { beside, remark, digits }: Parts,
  amount: boolean,
): { unit: Unit | null; commented: boolean } | null => {
  const said = beside === '' ? null : unitNamed(beside)
  if (beside !== '' && !said) return null
  if (remark === undefined) return { unit: said, commented: false }
  const inside = remark.slice(1, -1)
  const told = remarkOf(inside, remark.startsWith('['), Number(digits))
  if (told.kind === 'unit') {
    if (!said) return { unit: told.unit, commented: false }
    // 12件（次）: the same thing twice.
    return said.power === told.unit.power && said.kind === told.unit.kind
      ? { unit: said, commented: true }
      : null
  }
  const money = said && amount ? amountPower(said) : null
  if (money !== null && restates(inside, Number(digits) * 10 ** (money + 4)))
    return { unit: said, commented: true }
  // What money a remark speaks of may be the unit of the amount.
  const mixed = amount && !said && /[元万亿千百]/u.test(inside)
  return told.kind === 'comment' && !mixed ? { unit: said, commented: true } : null
}

/** The power of ten between print and figure; null where it cannot be told. */
const powerOf = (unit: Unit | null, { unit: amount, headerUnit, power = 0 }: FigureColumn): number | null => {
  if (amount) {
    const around = unit ?? unitNamed(headerUnit ?? '万元')
    return around && amountPower(around)
  }
  if (!unit) return power
  const own = countPower(unit)
  // 45件 under （万件）: one of the two is wrong.
  return own !== null && (power === 0 || own === power) ? own : null
}

/** 12.000 is twelve to us, and twelve thousand where a point parts the thousands: no count is printed so. */
const isGrouped = (digits: string): boolean => /^\d{1,3}\.000$/.test(digits)

const read = (ascii: string, text: string, column: FigureColumn): PrintedFigure | null => {
  const parts = digitParts(ascii) ?? numeralParts(ascii)
  if (!parts) return null
  const found = unitOf(parts, column.unit !== undefined)
  const power = found && powerOf(found.unit, column)
  if (!found || power === null) return null
  const { digits, sign, remark } = parts
  if (digits.split('.')[0]!.length > longestInteger || digits.replace('.', '').length > longestNumber)
    return null
  if (column.unit === undefined && power === 0 && isGrouped(digits)) return null
  const exact = shifted(digits, power)
  const value = Number(exact.toFixed()) * (sign === '-' && !exact.eq(0) ? -1 : 1)
  if (!column.unit && Math.abs(value) >= 10 ** longestNumber) return null
  return {
    state: 'number',
    value,
    text,
    ...(found.unit ? { printedUnit: found.unit.name } : {}),
    ...(remark !== undefined && found.commented ? { remark: text.slice(ascii.lastIndexOf(remark)) } : {}),
    ...(parts.parted ? { invisible: ['U+00A0'] } : {}),
  }
}

/**
 * Reads the printed text of a cell. Anything that is not beyond doubt one number with an optional sign,
 * thousands separators, unit and a bracketed remark that leaves it alone stays `text`: no digit is dropped, added or rounded.
 */
export const readFigure = (printed: string, column: FigureColumn = {}): PrintedFigure => {
  const text = trimPadding(printed)
  if (text === '') return plain('blank', text)
  if (column.unit === undefined && !column.power && bareCount.test(text))
    return { state: 'number', value: Number(text), text }
  if (text.length > longestPrinted) return plain('text', text)
  // A label: nothing below would find a number or a mark in it.
  if (
    text.length > longestMark &&
    !anyDigit.test(text) &&
    (text.length > longestInNumerals || !startsInNumerals.test(text))
  )
    return plain('text', text)
  const seen = asSeen(text)
  const ascii = toAscii(seen.text)
  if (notApplicable.test(ascii)) return plain('notApplicable', text)
  const figure = mixesWidths(seen.text) ? null : read(ascii, seen.text, column)
  if (!figure) return plain('text', text)
  const invisible = [...seen.invisible, ...(figure.invisible ?? [])]
  return { ...figure, text, ...(invisible.length > 0 ? { invisible } : {}) }
}
