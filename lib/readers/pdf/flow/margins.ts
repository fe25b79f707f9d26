import { type Box, middleX, middleY } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'
import { linesOf } from '../spelling/lines.ts'
import { keyOf, margin, samePlace } from './furniture.ts'
import type { RuledPage } from './ruled-page.ts'

/** Fewer characters that are no digits may as well be the rest of a cell that the page break cut. */
const leastCharacters = 4

interface MarginText {
  readonly page: number
  readonly key: string
  readonly top: number
  readonly glyphs: readonly Glyph[]
}

const isInside = (frames: readonly Box[], { box }: Glyph): boolean => {
  const [x, y] = [middleX(box), middleY(box)]
  return frames.some(frame => frame.left <= x && x <= frame.right && frame.top <= y && y <= frame.bottom)
}

const marginTexts = ({ ink, frames, glyphs }: RuledPage): MarginText[] => {
  const outside = glyphs.filter(
    glyph =>
      glyph.flow === 0 &&
      (glyph.box.bottom < ink.height * margin || glyph.box.top > ink.height * (1 - margin)) &&
      !isInside(frames, glyph),
  )
  return linesOf(outside, false)
    .filter(({ text }) => text.replace(/[\d\s]/gu, '').length >= leastCharacters)
    .map(({ text, box, placed }) => ({
      page: ink.page,
      key: keyOf(text),
      top: box.top,
      glyphs: placed.map(({ glyph }) => glyph),
    }))
}

/**
 * Characters of headers and footers that stand so near to a table without line above or below that they would be
 * taken for text of its cells: the same line stands on other pages at the same height.
 */
export const marginGlyphs = (pages: readonly RuledPage[]): ReadonlySet<Glyph> => {
  const texts = pages.filter(({ frames }) => frames.length > 0).flatMap(marginTexts)
  const byKey = Map.groupBy(texts, ({ key }) => key)
  const isRepeated = (text: MarginText): boolean =>
    byKey
      .get(text.key)!
      .some(other => other.page !== text.page && Math.abs(other.top - text.top) <= samePlace)
  return new Set(texts.filter(isRepeated).flatMap(({ glyphs }) => glyphs))
}
