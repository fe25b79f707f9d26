import { type Box, common, heightOf, holds, overlap, widthOf } from '../geometry.ts'
import { bandsOf, byBand } from '../ink/bands.ts'
import type { Glyph, Ink } from '../ink/model.ts'
import { floatingOf, isAmong, standsIn } from './floating.ts'

/** What is nearer to the sides of a cell is a part of its rulings. */
const padding = 2.5
/** What is lower than this is a dot or a dash, what is larger goes over cells: a seal, a flourish. */
const leastHeight = 3
const largest = 40

/** Of a drawing that a character is upon, or that is upon it, is told elsewhere. */
const isBeside = (mark: Box, glyphs: readonly Glyph[]): boolean =>
  !glyphs.some(
    ({ box }) =>
      overlap(box.left - 1, box.right + 1, mark.left, mark.right) > 0 &&
      overlap(box.top, box.bottom, mark.top, mark.bottom) > 0,
  )

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
})

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom

/** Whether what hangs together with a mark is of a cell: it lies in it, or is as small as a digit or two. */
const isOfCell = (whole: Box, cell: Box): boolean =>
  isWithin(whole, grown(cell, padding)) ||
  (widthOf(whole) < largest && heightOf(whole) < largest && holds(cell, whole))

const digit = /[\d０-９]/u

/** A dot is smaller than this, in points; what is larger stands beside a figure by more than a bold outline does. */
const dot = 4
const leastBeside = 1.2

/** Whether something drawn on the line of a figure reaches beyond its characters, or is a dot among them. */
const isBesideFigure = (whole: Box, seen: readonly Glyph[], figures: readonly Glyph[]): boolean => {
  if (widthOf(whole) < dot && heightOf(whole) < dot) return isAmong(whole, figures)
  const level = figures.some(
    ({ box, size }) =>
      overlap(box.top + 0.2 * heightOf(box), box.bottom - 0.25 * heightOf(box), whole.top, whole.bottom) >
        1 && Math.max(box.left - whole.right, whole.left - box.right) < size,
  )
  const covered = seen.reduce(
    (sum, { box }) => sum + overlap(box.left - 0.8, box.right + 0.8, whole.left, whole.right),
    0,
  )
  return level && widthOf(whole) - covered >= leastBeside
}

/** Tells whether something is drawn in a cell beside its characters, or a short line down stands in it: a 1, as it were. */
export const drawings = ({ marks, rulings }: Ink): ((cell: Box, glyphs: readonly Glyph[]) => boolean) => {
  const down = rulings.flatMap(({ across, at, from, to }) =>
    across || to - from > largest || to - from < leastHeight
      ? []
      : [{ left: at - 0.5, right: at + 0.5, top: from, bottom: to }],
  )
  const floating = floatingOf(rulings)
  const markBands = byBand(marks, ({ box }) => [box.top, box.bottom])
  const lineBands = byBand(down, ({ top, bottom }) => [top, bottom])
  return (cell, glyphs) => {
    if (marks.length === 0 && rulings.length === 0) return false
    const inner = grown(cell, -padding)
    const seen = glyphs.filter(({ text }) => text.trim() !== '')
    const figures = seen.filter(({ text }) => digit.test(text))
    const [first, last] = bandsOf(cell.top, cell.bottom)
    let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let band = first; band <= last; band++) {
      if (figures.length > 0 || seen.length === 0)
        for (const stroke of floating.down.get(band) ?? [])
          if (standsIn(stroke, cell) && (seen.length === 0 || isAmong(stroke, figures))) return true
      for (const stroke of floating.across.get(band) ?? [])
        if (standsIn(stroke, cell) && isAmong(stroke, figures)) return true
      for (const line of lineBands.get(band) ?? [])
        if (isWithin(line, inner) && isBeside(line, seen)) return true
      for (const { box, whole } of markBands.get(band) ?? []) {
        if (figures.length > 0 && isOfCell(whole, cell) && isBesideFigure(whole, seen, figures)) return true
        const shared = common(box, inner)
        if (shared === null || !isOfCell(whole, cell) || !isBeside(shared, seen)) continue
        top = Math.min(top, shared.top)
        bottom = Math.max(bottom, shared.bottom)
      }
    }
    return bottom - top >= leastHeight
  }
}
