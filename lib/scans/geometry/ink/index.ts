import type { Printed } from '../../../model/scan.ts'
import type { Box } from '../../../readers/pdf/geometry.ts'
import type { CellInk, Grey, LineCrop, StraightPage } from '../../contract.ts'
import { cropped } from '../raster.ts'
import { densest } from './blank.ts'
import { cellGrey, outsideOf } from './cell-grey.ts'
import { digitHeightOf } from './digit-height.ts'
import { levelsOf } from './levels.ts'
import { lineCrop, type Place } from './line-crop.ts'
import { type LineGroup, lineGroups } from './line-groups.ts'
import { marksOf, type Stroke } from './marks.ts'

/** A grain of a bilevel picture weighs no more, in pixels of full ink. */
const grain = 1.4
/** A speck weighs less than a decimal point: as a part of the square of the height of a digit. */
const speck = 0.01
/** A window as large as a digit holds more of ink than this, even of a thin 1. */
const leastDense = 0.07
/** Soft edges of rulings reach so far into a cell, in points. */
const softEdge = 1.1
/** A place of that size with ink is darker than paper by this, on the mean, and by this part of the noise of single pixels. */
const leastDepth = 7
const noisyDepth = 0.55
/** Width of a digit beside its height. */
const digitWidth = 0.6

/** What is left of a ruling at the rim: long and thin. */
const isRest = ({ left, top, right, bottom }: Stroke, { width, height }: Grey, rim: number): boolean => {
  const [across, down] = [right - left, bottom - top]
  const atEnd = top <= rim || bottom >= height - rim
  const atSide = left <= rim || right >= width - rim
  return (atEnd && down <= 3 && across >= 2 * down) || (atSide && across <= 3 && down >= 2 * across)
}

/** A line as wide as all that stands in its rows, faint pieces of strokes among it: readers must see a digit that is half gone. */
const withFaint = (line: LineGroup, faint: readonly Stroke[]): LineGroup => {
  const own = faint.filter(({ top, bottom }) => {
    const middle = (top + bottom) / 2
    return middle > line.top && middle < line.bottom
  })
  return {
    ...line,
    left: Math.min(line.left, ...own.map(({ left }) => left)),
    right: Math.max(line.right, ...own.map(({ right }) => right)),
  }
}

/** `faint`: too little to be a stroke, too much to be a grain. */
const cropsOf = (place: Place, strokes: readonly Stroke[], faint: readonly Stroke[]): readonly LineCrop[] => {
  const { digitHeight, marks } = place
  const salt = new Set(marks.strokes.filter(({ mass }) => mass <= grain).map(({ label }) => label))
  const lines = lineGroups(strokes, digitHeight).map(line => withFaint(line, faint))
  return lines.map(line => {
    const others = new Set(
      lines.flatMap(other => (other === line ? [] : other.strokes.map(({ label }) => label))),
    )
    return lineCrop(place, line, salt, others)
  })
}

const leastMass = (digitHeight: number): number => Math.max(2 * grain, speck * digitHeight ** 2)

/** A blank needs both tests; of black and white alone no place is proven to be blank, since a thin nought leaves no trace there. */
const printedBy = (hasStrokes: boolean, isDense: boolean, bilevel: boolean): Printed => {
  if (hasStrokes) return isDense ? 'ink' : 'unsure'
  return isDense || bilevel ? 'unsure' : 'blank'
}

/** What is printed in a cell of a page, line by line, and whether anything is, by two tests that know nothing of each other. */
export const inkOf = (page: StraightPage, cell: Box): CellInk => {
  const { ink, soft, trace, noise } = levelsOf(page)
  const digitHeight = digitHeightOf(page)
  const outside = outsideOf(page)
  const grey = cellGrey(page, cell, ink)
  const rim = outside + 4
  const marks = marksOf(grey, ink, { below: soft, rim: outside + 2 })
  const seen = marks.strokes.filter(stroke => !isRest(stroke, grey, rim))
  const strokes = seen.filter(({ mass }) => mass >= leastMass(digitHeight))
  const faint = seen.filter(({ mass }) => mass > grain && mass < leastMass(digitHeight))
  const [across, down] = [Math.round(digitHeight * digitWidth), Math.round(digitHeight)]
  const rest = outside + Math.round(page.scale * softEdge)
  const dense = densest(grey, trace, { across, down, rim: rest })
  const isDense = dense.part >= leastDense || dense.depth >= Math.max(leastDepth, noise * noisyDepth)
  const printed = printedBy(strokes.length > 0, isDense, page.bilevel)
  const place: Place = {
    page,
    left: Math.round(cell.left * page.scale) - outside,
    top: Math.round(cell.top * page.scale) - outside,
    grey,
    marks,
    digitHeight,
  }
  return { printed, lines: cropsOf(place, strokes, faint) }
}

/** The crops of a line of text outside the tables. */
export const lineAt = (page: StraightPage, { left, top, right, bottom }: Box): LineCrop => {
  const { scale } = page
  const { ink } = levelsOf(page)
  const digitHeight = digitHeightOf(page)
  const [x, y] = [Math.floor(left * scale) - 2, Math.floor(top * scale) - 2]
  const grey = cropped(page.grey, x, y, Math.ceil(right * scale) + 2, Math.ceil(bottom * scale) + 2)
  const marks = marksOf(grey, ink)
  const place: Place = { page, left: x, top: y, grey, marks, digitHeight }
  const salt = new Set(marks.strokes.filter(({ mass }) => mass <= grain).map(({ label }) => label))
  const kept = marks.strokes.filter(({ mass }) => mass >= leastMass(digitHeight))
  const whole = { left: 2, top: 2, right: grey.width - 2, bottom: grey.height - 2, strokes: kept }
  return lineCrop(place, whole, salt, new Set())
}
