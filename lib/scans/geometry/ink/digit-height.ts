import { median, widthOf } from '../../../readers/pdf/geometry.ts'
import { rememberFor } from '../../../util/remember.ts'
import type { StraightPage } from '../../contract.ts'
import { cellGrey } from './cell-grey.ts'
import { levelsOf } from './levels.ts'
import { marksOf } from './marks.ts'

/** In points: digits from the smallest print to a heading's. */
const lowest = 3.5
const highest = 14
/** A digit of 10.5 points, as most forms have them. */
const usual = 7
/** Cells of figures are narrow; so many are enough to know. */
const widest = 0.3
const mostCells = 80
/** A figure has so many digits at most. */
const mostDigits = 8

/** Heights of what stands in a cell if it may be a figure: a few marks of one height beside each other. */
const heightsIn = (page: StraightPage, cell: StraightPage['cells'][number]): number[] => {
  const { ink } = levelsOf(page)
  const { strokes } = marksOf(cellGrey(page, cell, ink), ink)
  const tall = strokes.filter(({ top, bottom }) => bottom - top >= lowest * page.scale)
  const heights = tall.map(({ top, bottom }) => bottom - top)
  const [least, most] = [Math.min(...heights), Math.max(...heights)]
  const isFigure =
    tall.length > 0 &&
    tall.length <= mostDigits &&
    most <= highest * page.scale &&
    most - least <= Math.max(2, most * 0.15) &&
    tall.every(({ left, right, top, bottom }) => right - left < (bottom - top) * 0.9)
  return isFigure ? heights : []
}

/** Height of a digit in pixels, as most of the page has them. */
export const digitHeightOf: (page: StraightPage) => number = rememberFor(page => {
  const narrow = page.cells.filter(cell => widthOf(cell) < page.width * widest)
  const every = Math.max(1, Math.floor(narrow.length / mostCells))
  const heights = narrow.filter((_, at) => at % every === 0).flatMap(cell => heightsIn(page, cell))
  return heights.length > 0 ? median(heights) : usual * page.scale
})
