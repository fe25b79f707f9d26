import type { LossCodeOf } from '../../../losses/index.ts'
import { limits } from '../../limits.ts'
import { type Box, holds } from '../geometry.ts'
import type { Glyph, Ink } from '../ink/model.ts'
import { drawings } from './drawings.ts'

/** What of a cell is not read as it is seen: characters that nobody sees, and what is drawn beside its own. */
export type UnseenIn = (cell: Box, glyphs: readonly Glyph[]) => LossCodeOf<'pdf'>[]

/** Tells it of the cells of a page. */
export const unseenOn = (ink: Ink): UnseenIn => {
  const unseen = ink.unseen.slice(0, limits.pdf.unseen)
  const isDrawnIn = drawings(ink)
  return (cell, glyphs) => [
    ...(unseen.some(box => holds(cell, box)) ? (['hidden-text-dropped'] as const) : []),
    ...(isDrawnIn(cell, glyphs) ? (['drawing-in-cell'] as const) : []),
  ]
}
