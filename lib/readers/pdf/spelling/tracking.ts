import { median } from '../geometry.ts'
import type { Placed } from './local.ts'
import { isWide } from './wide.ts'

/** How far apart characters of one word are set, in ems: between ideographs, and between the digits of a number. */
export interface Tracking {
  readonly wide: number
  readonly digits: number
}

export const untracked: Tracking = { wide: 0, digits: 0 }

/** Gaps that differ by less, in ems, are the same. */
export const evenness = 0.12
/** Wider gaps are none within a word. */
const widest = 2
/** Less is the ordinary fit of a font. */
const least = 0.12
/** So many of all gaps must be the same. */
const most = 0.6

export const isDigit = (text: string): boolean => /^[\d０-９.,，．]$/u.test(text)

/** The gap before each character that directly follows another on its line, in ems. */
const gapsOf = (placed: readonly Placed[], isOne: (text: string) => boolean): number[] =>
  placed.flatMap((item, at) => {
    const before = placed[at - 1]
    if (!before || !isOne(before.glyph.text) || !isOne(item.glyph.text)) return []
    const gap = (item.from - before.to) / item.glyph.size
    return gap < widest ? [gap] : []
  })

/** The gap that nearly all have. 0 where they have none, or differ. */
const common = (gaps: readonly number[], fewest: number, share: number): number => {
  const usual = median(gaps)
  if (gaps.length < fewest || usual < least) return 0
  const same = gaps.filter(gap => Math.abs(gap - usual) <= evenness).length
  return same >= share * gaps.length ? usual : 0
}

const fewestWide = 8
const fewestDigits = 3
/** Digits are set no farther apart, in ems, where nothing else is. */
export const widestDigits = 0.6

/**
 * How lines of a table are letter-spaced. Digits count as spaced only where no two of them anywhere stand at another
 * distance: then what stands nearer or farther would be another number.
 */
export const trackingOf = (lines: readonly (readonly Placed[])[], fewest: number = fewestWide): Tracking => {
  const wide = common(
    lines.flatMap(line => gapsOf(line, isWide)),
    fewest,
    most,
  )
  const own = lines.map(line => gapsOf(line, isDigit))
  const digits = common(own.flat(), fewestDigits, 1)
  // Two numbers of one digit each may stand as far apart: only labels set alike, or longer numbers, tell.
  const isShown =
    (wide > 0 && Math.abs(digits - wide) <= evenness) ||
    (digits <= widestDigits && own.some(gaps => gaps.length > 1))
  return { wide, digits: isShown ? digits : 0 }
}
