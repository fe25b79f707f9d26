import { heightOf, overlap, widthOf } from '../geometry.ts'
import type { Glyph, Ruling } from '../ink/model.ts'

/** A line through characters runs between these parts of their height; one below them underlines. */
const highest = 0.3
const lowest = 0.72
/** It covers a character for more than this part of its width. */
const covers = 0.6

/** The first place in a sorted list that is not less than a value. */
const firstFrom = (rulings: readonly Ruling[], at: number): number => {
  let [low, high] = [0, rulings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rulings[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** So many lines on the height of one character are a pattern, not a line through it. */
const mostLines = 200

/** A line down through a character runs between these parts of its width, over more than this part of its height. */
const leftmost = 0.2
const rightmost = 0.8
const coversDown = 0.5

/** Brackets and stops: half of their width is blank, and programs that set type let it hang over the side of a cell. */
const isHalfBlank = (text: string): boolean => /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}、。，．：；！？]$/u.test(text)

/** Whether a line runs down through a character. Between cells one never does: there it would stand beside it. */
const isCutDown = ({ box, text }: Glyph, down: readonly Ruling[]): boolean => {
  const right = box.left + rightmost * widthOf(box)
  const from = firstFrom(down, box.left + leftmost * widthOf(box))
  for (let at = from; at < down.length && at < from + mostLines && down[at]!.at <= right; at++) {
    const { from: top, to: bottom } = down[at]!
    if (overlap(top, bottom, box.top, box.bottom) > coversDown * heightOf(box)) return !isHalfBlank(text)
  }
  return false
}

/** Characters with those marked that a line is drawn through: the text is void, or deleted with its trace kept. */
export const withStruck = (glyphs: readonly Glyph[], rulings: readonly Ruling[]): Glyph[] => {
  const across = rulings.filter(ruling => ruling.across).sort((a, b) => a.at - b.at)
  const down = rulings.filter(ruling => !ruling.across).sort((a, b) => a.at - b.at)
  return glyphs.map(glyph => {
    const { box, flow, text } = glyph
    if (flow !== 0 || text.trim() === '') return glyph
    const bottom = box.top + lowest * heightOf(box)
    const from = firstFrom(across, box.top + highest * heightOf(box))
    for (let at = from; at < across.length && at < from + mostLines && across[at]!.at <= bottom; at++) {
      const ruling = across[at]!
      if (overlap(ruling.from, ruling.to, box.left, box.right) > covers * widthOf(box))
        return { ...glyph, struck: true as const }
    }
    return isCutDown(glyph, down) ? { ...glyph, overdrawn: true as const } : glyph
  })
}
