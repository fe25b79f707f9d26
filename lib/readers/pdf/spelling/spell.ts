import type { LossCodeOf } from '../../../losses/index.ts'
import { readRaised } from '../../style/mark.ts'
import type { Placed } from './local.ts'
import type { Tracking } from './tracking.ts'
import { isWide } from './wide.ts'

/** The text of a line, and what became of raised marks in it. */
export interface Spelled {
  readonly text: string
  readonly losses: readonly LossCodeOf<'pdf'>[]
}

/** How wide a gap is a space, in ems: between ideographs, beside one, and between letters or digits. */
const spaces = [0.8, 0.5, 0.2] as const
/** With a blank printed in the gap a narrower one will do. */
const printedSpace = 0.1

/** Raised marks are smaller than the line and stand higher, in parts of its size; or are raised so much that size does not matter. */
const smallestMark = 0.4
const largestMark = 0.9
const markRise = 0.15
/** Digits as small as this behind a larger one may be a mark wherever they stand. */
const smallDigit = 0.8
/** Off the base line by this much, a digit that is only a little smaller is one too: a browser's subscripts. */
const offLine = 0.08
const highRise = 0.28

/** Whether characters of one size, with their base line, are raised beside those of another. */
export const isRaisedBeside = (
  own: { readonly size: number; readonly base: number },
  { size, base }: { readonly size: number; readonly base: number },
): boolean => {
  const rise = base - own.base
  if (own.size < smallestMark * size) return false
  return rise >= highRise * size || (own.size <= largestMark * size && rise >= markRise * size)
}

const isSpaced = (before: Placed, next: Placed, blank: boolean, tracking: Tracking): boolean => {
  const em = Math.min(before.glyph.size, next.glyph.size)
  const apart = (next.from - before.to) / em
  // Most characters are set so near to each other that it does not matter what they are.
  if (apart <= printedSpace) return false
  const digits = /\d/u.test(before.glyph.text) && /\d/u.test(next.glyph.text)
  const gap = apart - (digits ? tracking.digits : tracking.wide)
  const wides = Number(isWide(before.glyph.text)) + Number(isWide(next.glyph.text))
  return gap > (blank ? printedSpace : spaces[2 - wides]!)
}

/** Characters that share more than this part of the narrower one are printed over each other. */
const shared = 0.5

const isOverlapping = (before: Placed, next: Placed): boolean =>
  before.to - next.from > shared * Math.min(before.to - before.from, next.to - next.from)

/** The characters of a line, left to right, as text. `inCell`: a raised mark must not become part of a figure. */
export const spell = (
  placed: readonly Placed[],
  size: number,
  base: number,
  inCell: boolean,
  tracking: Tracking,
): Spelled => {
  let text = ''
  const losses: LossCodeOf<'pdf'>[] = []
  let before: Placed | undefined
  let blank = false
  let judged = -1
  const isRaised = ({ glyph, base: own }: Placed): boolean =>
    isRaisedBeside({ size: glyph.size, base: own }, { size, base })
  // Lowered, or on the line: either way a mark, or a figure set in two sizes.
  const isSmallDigit = ({ glyph, base: own }: Placed, said: string): boolean => {
    const small = Math.abs(own - base) >= offLine * size ? largestMark : smallDigit
    return glyph.size <= small * size && /\d/u.test(glyph.text) && /\d$/u.test(said)
  }
  const seen = (item: Placed): boolean => item.glyph.text.trim() !== ''
  for (let at = 0; at < placed.length; at++) {
    const item = placed[at]!
    if (!seen(item)) {
      blank = true
      continue
    }
    if (at > judged && isRaised(item)) {
      let end = at
      while (end + 1 < placed.length && (isRaised(placed[end + 1]!) || !seen(placed[end + 1]!))) end++
      const raised = placed
        .slice(at, end + 1)
        .map(({ glyph }) => glyph.text)
        .join('')
      const reads = readRaised({
        text: raised.trim(),
        linked: false,
        inCell,
        before: text.trimEnd().slice(-1),
      })
      // Characters as large as the others may be a line of their own that stands too near.
      if (reads === 'mark' && item.glyph.size <= largestMark * size) {
        losses.push('note-mark-dropped')
        at = end
        continue
      }
      judged = end
      if (reads !== 'text') losses.push('raised-digits-kept')
    } else if (inCell && at > judged && isSmallDigit(item, text)) losses.push('raised-digits-kept')
    if (item.glyph.struck) losses.push('struck-text-kept')
    else if (item.glyph.overdrawn) losses.push('text-overdrawn')
    if (inCell && before && isOverlapping(before, item)) losses.push('text-overlaps')
    // Struck and valid digits side by side must not read as one number.
    if (inCell && before && before.glyph.struck !== item.glyph.struck) text += '\n'
    else if (before && isSpaced(before, item, blank, tracking)) text += ' '
    text += item.glyph.text.trim()
    before = item
    blank = false
  }
  return { text, losses }
}
