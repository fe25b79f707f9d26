import { type Box, boxOfAll, widthOf } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'

/** Characters painted one directly behind the other on one line. */
export interface GlyphRun {
  readonly glyphs: readonly Glyph[]
  readonly box: Box
}

/** Characters of one word follow each other without a gap, in ems; between those of two cells there is at least a ruling. */
const noGap = 0.04

const follows = (before: Glyph, next: Glyph): boolean => {
  return (
    next.flow === 0 &&
    before.flow === 0 &&
    next.text.trim() !== '' &&
    before.text.trim() !== '' &&
    Math.abs(next.size - before.size) < 0.1 * next.size &&
    Math.abs(next.box.bottom - before.box.bottom) < 0.1 * next.size &&
    Math.abs(next.box.left - before.box.right) < noGap * next.size
  )
}

/** Characters that belong together whatever ruling runs through them, in the order of painting. */
export const runsOf = (glyphs: readonly Glyph[]): GlyphRun[] => {
  const runs: Glyph[][] = []
  for (const glyph of glyphs) {
    const run = runs.at(-1)
    if (run && follows(run.at(-1)!, glyph)) run.push(glyph)
    else runs.push([glyph])
  }
  return runs.map(run => ({ glyphs: run, box: boxOfAll(run.map(({ box }) => box)) }))
}

/** A space at the end of a cell's text may well reach over the ruling. */
export const isBlank = ({ glyphs }: GlyphRun): boolean => glyphs.every(({ text }) => text.trim() === '')

const narrow = /^[\p{Script=Latin}\d.,+\-%％．，]$/u

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
