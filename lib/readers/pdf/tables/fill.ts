import type { LossCodeOf } from '../../../losses/index.ts'
import { areaOf, type Box, holds, middleX, middleY, overlap, widthOf } from '../geometry.ts'
import type { Glyph, Ink } from '../ink/model.ts'
import type { Grid, GridCell } from '../rulings/grid.ts'
import { type CellText, cellText } from '../spelling/cell-text.ts'
import { trackingOf } from '../spelling/tracking.ts'
import { cellsInDoubt } from './across.ts'
import { type Part, rowsOf } from './part.ts'
import { type GlyphRun, isBlank, mustStayWhole, runsOf } from './runs.ts'
import { trimmed } from './trim.ts'
import type { UnseenIn } from './unseen-in.ts'

/** The tables of a page with their text, and the characters that stand in none. */
export interface Filled {
  readonly parts: readonly Part[]
  readonly outside: readonly Glyph[]
}

interface Slot {
  readonly cell: GridCell
  readonly glyphs: Glyph[]
  crossing: boolean
}

/** Text set tight against a ruling reaches over it by less than the rest of this part. */
const nearlyAll = 0.85

const sharedWidth = (cell: GridCell, box: Box): number =>
  overlap(cell.box.left, cell.box.right, box.left, box.right)

/** The rulings inside a run, where it crosses from cell to cell or out of the table. */
const crossed = (cells: readonly GridCell[], box: Box): number[] => {
  const at = new Set<number>()
  for (const { box: cell } of cells)
    for (const x of [cell.left, cell.right]) if (box.left < x && x < box.right) at.add(x)
  return [...at]
}

/** Lines at the very edge of a page may lie outside it by less. */
const bleed = 3

const isBeyond = ({ left, right }: Box, { width }: Ink): boolean => left < -bleed || right > width + bleed

/** Digits, or characters, with spaces between them. */
const looksSpaced = /\d \d|[\u4e00-\u9fff] [\u4e00-\u9fff] /u

/** The texts of the cells of a table, which may be letter-spaced as a whole. */
const cellTexts = (slots: readonly Slot[]): CellText[] => {
  const plain = slots.map(({ cell, glyphs }) => cellText(glyphs, cell.box))
  if (!plain.some(({ text }) => looksSpaced.test(text))) return plain
  const tracking = trackingOf(plain.flatMap(({ lines }) => lines.map(({ placed }) => placed)))
  if (tracking.digits === 0 && tracking.wide === 0) return plain
  return slots.map(({ cell, glyphs }) => cellText(glyphs, cell.box, tracking))
}

/** Puts the characters of a page into the ruled cells they stand in; those of nested tables into the innermost. */
export const fillGrids = (
  grids: readonly Grid[],
  glyphs: readonly Glyph[],
  ink: Ink,
  unseenIn: UnseenIn,
): Filled => {
  const tables = grids
    .map(grid => ({ grid, slots: grid.cells.map((cell): Slot => ({ cell, glyphs: [], crossing: false })) }))
    .sort((a, b) => areaOf(a.grid.box) - areaOf(b.grid.box))
  const outside: Glyph[] = []
  const slotAt = (slots: readonly Slot[], box: Box): Slot | undefined =>
    slots.find(({ cell }) => holds(cell.box, box))

  const putWhole = (run: GlyphRun, row: readonly Slot[]): void => {
    const widest = row.reduce((a, b) => (sharedWidth(b.cell, run.box) > sharedWidth(a.cell, run.box) ? b : a))
    widest.glyphs.push(...run.glyphs)
    if (isBlank(run)) return
    if (sharedWidth(widest.cell, run.box) < nearlyAll * widthOf(run.box)) widest.crossing = true
  }

  const put = (run: GlyphRun): void => {
    const table = tables.find(({ grid }) => run.glyphs.some(({ box }) => holds(grid.box, box)))
    if (!table) {
      outside.push(...run.glyphs)
      return
    }
    const y = middleY(run.box)
    const row = table.slots.filter(
      ({ cell }) => cell.box.top <= y && y <= cell.box.bottom && sharedWidth(cell, run.box) > 0,
    )
    const whole = crossed(
      row.map(({ cell }) => cell),
      run.box,
    ).some(ruling => mustStayWhole(run, ruling))
    if (whole && row.length > 0) {
      putWhole(run, row)
      return
    }
    for (const glyph of run.glyphs) {
      const slot = slotAt(table.slots, glyph.box)
      if (slot) slot.glyphs.push(glyph)
      else outside.push(glyph)
    }
  }
  for (const run of runsOf(glyphs)) put(run)
  for (const { slots } of tables) for (const slot of cellsInDoubt(slots)) slot.crossing = true
  const parts = tables.map(({ grid, slots }): Part => {
    const contents = cellTexts(slots)
    const cells = slots.map(({ cell, crossing }, at) => {
      const content = contents[at]!
      // The ruling that a text runs over is no stroke through it.
      const losses: LossCodeOf<'pdf'>[] = crossing
        ? content.losses.filter(code => code !== 'text-overdrawn')
        : [...content.losses]
      if (crossing) losses.push('text-crosses-ruling')
      if (isBeyond(cell.box, ink)) losses.push('cell-beyond-page')
      losses.push(...unseenIn(cell.box, slots[at]!.glyphs))
      return { ...cell, ...content, losses }
    })
    return trimmed({ page: ink.page, box: grid.box, xs: grid.xs, rows: rowsOf(grid), cells }, grid)
  })
  return { parts: parts.sort((a, b) => a.box.top - b.box.top || middleX(a.box) - middleX(b.box)), outside }
}
