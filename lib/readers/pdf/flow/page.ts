import { areaOf, holds } from '../geometry.ts'
import type { Ink } from '../ink/model.ts'
import { upright } from '../ink/upright.ts'
import { limits } from '../limits.ts'
import type { PageLossCode } from '../losses.ts'
import { framesOf } from '../rulings/frames.ts'
import { type Grid, gridOf } from '../rulings/grid.ts'
import { hasHalfRuled } from '../rulings/half-ruled.ts'
import { joinRulings } from '../rulings/join.ts'
import { fillGrids } from '../tables/fill.ts'
import { withoutDoubles } from '../text/doubles.ts'
import { linesOf } from '../text/lines.ts'
import { boxOf, type Item, type PageFlow } from './items.ts'

/** A frame around other frames is decoration: a border of the page, a box around a table. */
const withoutBorders = (grids: readonly Grid[]): Grid[] =>
  grids.filter(
    grid =>
      grid.cells.length > 1 ||
      !grids.some(
        other => other !== grid && areaOf(other.box) < areaOf(grid.box) && holds(grid.box, other.box),
      ),
  )

/** The lines and ruled tables of a page, top to bottom. */
export const pageFlow = (drawn: Ink): PageFlow => {
  const ink = upright(drawn)
  const lost: PageLossCode[] = []
  const joined = ink.overdrawn ? [] : joinRulings(ink.rulings)
  const dense = ink.overdrawn || joined.length > limits.rulings
  if (dense) lost.push('drawing-too-dense')
  const frames = dense ? [] : framesOf(joined)
  if (!dense && hasHalfRuled(joined, frames)) lost.push('table-without-rulings')
  const grids = frames.flatMap(frame => gridOf(frame) ?? [])
  const seen = ink.glyphs.filter(
    ({ box }) => box.right > 0 && box.left < ink.width && box.bottom > 0 && box.top < ink.height,
  )
  const { parts, outside } = fillGrids(withoutBorders(grids), withoutDoubles(seen), ink.page)
  const level = outside.filter(({ flow }) => flow === 0)
  if (outside.some(({ flow, text }) => flow !== 0 && text.trim() !== '')) lost.push('rotated-text-dropped')
  const lines = linesOf(level, false)
  const items: Item[] = [
    ...lines.map(line => ({ kind: 'line', page: ink.page, line }) as const),
    ...parts.map(part => ({ kind: 'part', page: ink.page, part }) as const),
  ]
  return {
    page: ink.page,
    width: ink.width,
    height: ink.height,
    items: items.sort((a, b) => boxOf(a).top - boxOf(b).top),
    lost,
  }
}
