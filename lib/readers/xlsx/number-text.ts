import Big from 'big.js'
import { remember } from '../../util/remember.ts'
import type { StoryLoss } from '../story/model.ts'
import { dateText } from './dates.ts'
import type { CellText } from './strings.ts'

/** What a number format does to a number, where it can be told. */
interface Plan {
  readonly before: string
  readonly after: string
  /** Decimals shown. */
  readonly decimals: number
  readonly percent: boolean
}

/** Literals, bracketed conditions and colours, spacing, fill, and what remains. */
const TOKENS = /"([^"]*)"|\[([^\]]*)\]|[\\!](.)|_.|\*.|General|AM\/PM|./gsu

interface Piece {
  readonly kind: 'literal' | 'code'
  readonly text: string
}

/** Excel takes no longer format; nor does it take long to look at one so short, sixty thousand times over. */
const longestFormat = 255

/** A section without spacing, colours and language marks; null where it has a condition or fills the cell with a mark. */
const piecesOf = remember(
  (section: string): Piece[] | null => {
    const pieces: Piece[] = []
    for (const [token, quoted, bracket, escaped] of section.matchAll(TOKENS)) {
      if (quoted !== undefined || escaped !== undefined)
        pieces.push({ kind: 'literal', text: quoted ?? escaped! })
      else if (bracket !== undefined) {
        if (/^[<>=]/.test(bracket)) return null
        const currency = /^\$([^-]+)/.exec(bracket)?.[1]
        if (currency !== undefined) pieces.push({ kind: 'literal', text: currency })
        else if (/^[hms]+$/i.test(bracket)) pieces.push({ kind: 'code', text: bracket })
      } else if (/^\*\S/u.test(token)) return null
      // A character that fills the cell is seen beside the number; blanks are not.
      else if (/^[\s$¥￥()+\-:/]$/.test(token)) pieces.push({ kind: 'literal', text: token })
      else if (!/^[_*]./su.test(token)) pieces.push({ kind: 'code', text: token })
    }
    return pieces
  },
  1_000,
  longestFormat,
)

/** The sections of a format: for numbers above zero, below, zero, and for text. */
const sectionsOf = remember(
  (format: string): string[] => {
    const sections: string[] = []
    for (let rest = format; ; ) {
      const section = /^(?:"[^"]*"|[\\!].|[^;])*/su.exec(rest)![0]
      sections.push(section)
      if (section.length === rest.length) return sections
      rest = rest.slice(section.length + 1)
    }
  },
  1_000,
  longestFormat,
)

/** What General is called in Chinese and Japanese editions, which write it into files now and then. */
const localGeneral = /G\/(?:通用格式|標準|标准)/gu

/** What a zero is shown as where its format has no place for its digit: `-`, 无, nothing. Null where it shows a digit. */
const zeroText = (section: string): string | null => {
  // A fraction shows its whole number, whatever its places.
  if (/[#?]\s*\/\s*[#?\d]/u.test(section)) return null
  const pieces = piecesOf(section)
  if (!pieces || pieces.some(({ kind, text }) => kind === 'code' && !/^[#?,.]+$/.test(text))) return null
  return pieces
    .filter(({ kind }) => kind === 'literal')
    .map(({ text }) => text)
    .join('')
    .trim()
}

/** Whether a number below zero is shown without anything that says so: its format drops the sign. */
const dropsSign = (section: string | undefined): boolean =>
  section !== undefined && !piecesOf(section)?.some(({ text }) => /[-−(负]/u.test(text))

const isDate = (pieces: readonly Piece[]): boolean =>
  pieces.some(
    ({ kind, text }) => kind === 'code' && /^(?:[ymdhseg]+|AM\/PM)$/i.test(text) && text !== 'General',
  )

/** Digits, decimals and a percent sign in one piece, with fixed words around: anything else cannot be told. */
const planOf = (pieces: readonly Piece[]): Plan | null => {
  const shape = pieces
    .map(({ kind, text }) => (kind === 'literal' ? 'L' : text === 'General' ? 'G' : text))
    .join('')
  const match = /^L*(?:G|@|[#0?]+(?:,[#0?]+)*(?:\.([#0?]*))?)L*(%?)L*$/u.exec(shape)
  if (match === null) return null
  const middle = pieces.findIndex(({ kind }) => kind === 'code')
  const literals = (from: number, to?: number): string =>
    pieces
      .slice(from, to)
      .filter(({ kind }) => kind === 'literal')
      .map(({ text }) => text)
      .join('')
      .trim()
  const free = /G|@/.test(shape)
  return {
    before: literals(0, middle),
    after: literals(middle),
    decimals: free ? Number.POSITIVE_INFINITY : (match[1]?.length ?? 0),
    percent: match[2] === '%',
  }
}

/** White by the section's own colour (18.8.31: [White], [Color2]), as the Chinese edition writes it too. */
const whiteSection = /\[(?:white|白色?|(?:color|颜色)\s*2)\]/iu

/** Whether a format shows what is in the cell in white: the section that is used for it says so. */
export const isWhiteFormat = (format: string, stored: string | null): boolean => {
  if (format.length > longestFormat || !format.includes('[')) return false
  const [first = '', below = first, zero = first, text = ''] = sectionsOf(format)
  const value = stored === null ? null : fifteenDigits(stored)
  const used = value === null ? text : value.gt(0) ? first : value.lt(0) ? below : zero
  return whiteSection.test(used)
}

/**
 * What a format makes of a text: its fourth section, or its only one if that has a place for text. A section without
 * that place shows its own words instead, or nothing: the text is read as stored then, and said.
 */
export const textShown = (stored: string, format: string): CellText => {
  const asStored = { text: stored, losses: [] }
  if (stored === '' || format === 'General' || format === '@' || format.length > longestFormat)
    return asStored
  const sections = sectionsOf(format)
  const section = sections.length >= 4 ? sections[3]! : sections.find(each => each.includes('@'))
  if (section === undefined) return asStored
  const pieces = piecesOf(section)
  const places = pieces?.filter(({ kind, text }) => kind === 'code' && text === '@').length ?? 0
  if (places !== 1 || pieces!.some(({ kind, text }) => kind === 'code' && text !== '@'))
    return { text: stored, losses: ignored(stored) }
  const shown = pieces!.map(({ kind, text }) => (kind === 'code' ? stored : text)).join('')
  const adds = pieces!.some(({ kind, text }) => kind === 'literal' && /[\d０-９]/u.test(text))
  return { text: shown, losses: adds ? ignored(stored) : [] }
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu

/** A stored number with the fifteen digits that Excel shows; what lies beyond is left over from binary arithmetic. */
export const fifteenDigits = (stored: string): Big | null => {
  const value = Number(stored)
  return !decimal.test(stored.trim()) || !Number.isFinite(value) ? null : new Big(value.toPrecision(15))
}

const ignored = (text: string): StoryLoss[] => [{ code: 'number-format-ignored', detail: text }]

/**
 * The text of a number in a cell. Digits are never rounded away: where the format shows fewer, that is a loss.
 * Words the format adds, such as a unit, belong to the text. Where a format changes the number itself in a way not
 * known here (thousands left out, conditions, fractions) the text says so and is no number. A zero that is shown as a
 * mark is that mark; one that is not shown at all, by its format or because its sheet `hidesZeros`, is read as stored,
 * and said, as is a number whose minus sign is not shown.
 */
export const numberText = (
  stored: string,
  format: string,
  from1904: boolean,
  hidesZeros = false,
): CellText => {
  const value = fifteenDigits(stored)
  if (value === null) return { text: stored, losses: [] }
  const plain = value.toFixed()
  if (format.length > longestFormat) return { text: `格式过长：${plain}`, losses: ignored(plain) }
  const [first = '', below, zero = first] = sectionsOf(format.replace(localGeneral, 'General'))
  const instead = value.eq(0) ? zeroText(zero) : null
  if (instead !== null && instead !== '')
    return { text: instead, losses: /\d/u.test(instead) ? ignored(plain) : [] }
  const pieces = piecesOf(first)
  if (pieces && isDate(pieces)) return { text: dateText(Number(plain), from1904), losses: [] }
  const plan = pieces && planOf(pieces)
  if (!plan) return { text: `格式“${format}”：${plain}`, losses: ignored(plain) }
  const shown = plan.percent ? value.times(100) : value
  const text = `${plan.before}${shown.toFixed()}${plan.percent ? '%' : ''}${plan.after}`
  const rounded = plan.decimals < 100 && !shown.round(plan.decimals).eq(shown)
  const hidden = instead === '' || (value.eq(0) && hidesZeros)
  const unsigned = value.lt(0) && dropsSign(below)
  return { text, losses: rounded || hidden || unsigned ? ignored(text) : [] }
}
