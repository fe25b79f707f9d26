import type { LossCodeOf } from '../../../losses/index.ts'
import type { Glyph } from '../ink/model.ts'
import { linesOf } from '../spelling/lines.ts'
import { fillGrids } from '../tables/fill.ts'
import { isUndivided } from '../tables/undivided.ts'
import { unseenOn } from '../tables/unseen-in.ts'
import { boxOf, type Item, type PageFlow } from './items.ts'
import type { RuledPage } from './ruled-page.ts'

/** The lines and ruled tables of a page, top to bottom, without the characters of `furniture`. */
export const pageFlow = (ruled: RuledPage, furniture: ReadonlySet<Glyph>): PageFlow => {
  const { ink, grids } = ruled
  const lost: LossCodeOf<'pages'>[] = [...ruled.lost]
  const glyphs = ruled.glyphs.filter(glyph => !furniture.has(glyph))
  const unseenIn = unseenOn(ink)
  const filled = fillGrids(grids, glyphs, ink, unseenIn)
  const undivided = new Set(filled.parts.filter(isUndivided).map(({ box }) => box))
  const { parts, outside } =
    undivided.size === 0
      ? filled
      : fillGrids(
          grids.filter(({ box }) => !undivided.has(box)),
          glyphs,
          ink,
          unseenIn,
        )
  const level = outside.filter(({ flow }) => flow === 0)
  if (outside.some(({ flow, text }) => flow !== 0 && text.trim() !== '')) lost.push('rotated-text-dropped')
  const lines = linesOf(level, false)
  const items: Item[] = [
    ...lines.map(line => ({ kind: 'line', page: ink.page, line }) as const),
    ...parts.map(part => ({ kind: 'part', page: ink.page, part }) as const),
  ]
  return {
    page: ink.page,
    toPage: ruled.toPage,
    width: ink.width,
    height: ink.height,
    outside: level,
    unseenIn,
    items: items.sort((a, b) => boxOf(a).top - boxOf(b).top),
    lost,
  }
}
