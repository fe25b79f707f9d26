import { type Box, boxOfAll, widthOf } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'

/** Characters painted one directly behind the other on one line. */
export interface GlyphRun {
  readonly glyphs: readonly Glyph[]
  readonly box: Box
}

/** Characters of one word follow each other without a gap, in ems; between those of two cells there is at least a ruling. */
const noGap = 0.04

/** Digits set apart follow each other at one distance, in ems: no more than this, nearly the same as the next one. */
const widestGap = 0.4
const evenGap = 0.03

const narrow = /^[\p{Script=Latin}\d.,+\-%％．，]$/u

/** How far a character stands behind the one painted before it, in ems; null where it does not stand on its line. */
const gapBehind = (before: Glyph | undefined, next: Glyph | undefined): number | null =>
  before !== undefined &&
  next !== undefined &&
  next.flow === 0 &&
  before.flow === 0 &&
  next.text.trim() !== '' &&
  before.text.trim() !== '' &&
  Math.abs(next.size - before.size) < 0.1 * next.size &&
  Math.abs(next.box.bottom - before.box.bottom) < 0.1 * next.size
    ? (next.box.left - before.box.right) / next.size
    : null

const isNarrow = (glyph: Glyph | undefined): boolean => glyph !== undefined && narrow.test(glyph.text)

/**
 * Whether two digits or letters stand as near as those of one number: without a gap, or at the distance that another
 * beside them keeps, as those of a letter-spaced number do.
 */
export const areOneNumber = (
  first: Glyph | undefined,
  second: Glyph,
  third: Glyph,
  fourth: Glyph | undefined,
): boolean => {
  const gap = gapBehind(second, third)
  if (!isNarrow(second) || !isNarrow(third) || gap === null || gap > widestGap) return false
  if (Math.abs(gap) < noGap) return true
  const beside = [
    isNarrow(first) ? gapBehind(first, second) : null,
    isNarrow(fourth) ? gapBehind(third, fourth) : null,
  ]
  return gap > 0 && beside.some(other => other !== null && Math.abs(other - gap) < evenGap)
}

/** Characters that belong together whatever ruling runs through them, in the order of painting. */
export const runsOf = (glyphs: readonly Glyph[]): GlyphRun[] => {
  const follows = (at: number): boolean => {
    const [before, next] = [glyphs[at - 1]!, glyphs[at]!]
    const gap = gapBehind(before, next)
    return (
      (gap !== null && Math.abs(gap) < noGap) || areOneNumber(glyphs[at - 2], before, next, glyphs[at + 1])
    )
  }
  const runs: Glyph[][] = []
  glyphs.forEach((glyph, at) => {
    const run = runs.at(-1)
    if (run && follows(at)) run.push(glyph)
    else runs.push([glyph])
  })
  return runs.map(run => ({ glyphs: run, box: boxOfAll(run.map(({ box }) => box)) }))
}

/** A space at the end of a cell's text may well reach over the ruling. */
export const isBlank = ({ glyphs }: GlyphRun): boolean => glyphs.every(({ text }) => text.trim() === '')

/**
 * Whether a run must not be cut where a ruling stands: the ruling passes through a character, or exactly between two
 * digits or letters of one word.
 */
export const mustStayWhole = (run: GlyphRun, ruling: number): boolean => {
  const { glyphs } = run
  const pierced = glyphs.find(({ box }) => box.left < ruling && ruling < box.right)
  if (pierced) {
    const share = (ruling - pierced.box.left) / widthOf(pierced.box)
    if (share > 0.15 && share < 0.85) return true
  }
  const at = glyphs.findIndex(({ box }) => (box.left + box.right) / 2 > ruling)
  if (at <= 0) return false
  return narrow.test(glyphs[at - 1]!.text) && narrow.test(glyphs[at]!.text)
}
