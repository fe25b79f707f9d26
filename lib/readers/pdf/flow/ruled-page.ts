import type { LossCodeOf } from '../../../losses/index.ts'
import { limits } from '../../limits.ts'
import { type Box, heightOf, holds, median, widthOf } from '../geometry.ts'
import type { Glyph, Ink } from '../ink/model.ts'
import { scaled } from '../ink/scaled.ts'
import { upright } from '../ink/upright.ts'
import { boxOfFrame, framesOf } from '../rulings/frames.ts'
import { type Grid, gridOf } from '../rulings/grid.ts'
import { hasHalfRuled } from '../rulings/half-ruled.ts'
import { joinRulings } from '../rulings/join.ts'
import { withoutDoubles } from '../spelling/doubles.ts'
import { withStruck } from '../spelling/struck.ts'

/** A page turned to be read, with the grids its rulings make and the characters that are seen. */
export interface RuledPage {
  readonly ink: Ink
  /** From its places to those on the page as it is shown. */
  readonly toPage: (box: Box) => Box
  readonly grids: readonly Grid[]
  /** What the rulings themselves enclose; cells that go on over the page may reach beyond. */
  readonly frames: readonly Box[]
  readonly glyphs: readonly Glyph[]
  readonly lost: readonly LossCodeOf<'pages'>[]
}

/** A row of one cell is low and wide, and stands where the page begins or ends. */
const lowest = 0.2
const widest = 0.4
const nearEdge = 0.25

const isRowAtEdge = ({ box }: Grid, { width, height }: Ink): boolean =>
  heightOf(box) < lowest * height &&
  widthOf(box) > widest * width &&
  (box.top < nearEdge * height || box.bottom > (1 - nearEdge) * height)

/**
 * A frame of one cell is decoration, around the page or a paragraph; but a row across all columns, alone on its page,
 * may belong to a table on the next one.
 */
const withoutBorders = (grids: readonly Grid[], ink: Ink): Grid[] =>
  grids.filter(
    grid =>
      grid.cells.length > 1 ||
      (isRowAtEdge(grid, ink) && !grids.some(other => other !== grid && holds(grid.box, other.box))),
  )

/** Faint characters larger than the text by this are a watermark. */
const largerThanText = 1.8

const isWatermark = (glyph: Glyph, size: number): boolean =>
  glyph.faint === true && glyph.size > size * largerThanText

/** Finds the rulings and characters of a page. */
export const ruledPage = (drawn: Ink): RuledPage => {
  const { ink, toPage } = scaled(upright(drawn))
  const lost: LossCodeOf<'pages'>[] = []
  const joined = ink.overdrawn ? [] : joinRulings(ink.rulings)
  const across = joined.filter(ruling => ruling.across).length
  const pairs = across * (joined.length - across)
  const dense = ink.overdrawn || joined.length > limits.pdf.rulings || pairs > limits.pdf.rulingPairs
  if (ink.onPicture) lost.push('picture-text-kept')
  if (dense) lost.push('drawing-too-dense')
  const frames = dense ? [] : framesOf(joined)
  if (!dense && hasHalfRuled(joined, frames)) lost.push('table-without-rulings')
  const on = ink.glyphs.filter(
    ({ box }) => box.right > 0 && box.left < ink.width && box.bottom > 0 && box.top < ink.height,
  )
  const size = median(on.map(glyph => glyph.size))
  const seen = on.filter(glyph => !isWatermark(glyph, size))
  if (seen.length < on.length) lost.push('watermark-dropped')
  return {
    ink,
    toPage,
    grids: withoutBorders(
      frames.flatMap(frame => gridOf(frame) ?? []),
      ink,
    ),
    frames: frames.map(boxOfFrame),
    glyphs: withoutDoubles(dense ? seen : withStruck(seen, ink.rulings)),
    lost,
  }
}
