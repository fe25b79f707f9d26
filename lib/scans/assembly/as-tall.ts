import { heightOf, median } from '../../readers/pdf/geometry.ts'
import type { InkedCell } from './read-cells.ts'
import type { ReadCell } from './read-page.ts'

/** Digits of one table are of one height, but for a pixel or two: what is lower than this part of it is a sign like one. */
const lowest = 0.8
/** So many figures of a table tell how tall its digits are. */
const enough = 5
/** What no sign is taken for: other digits than a nought, and no comma, whose tail hangs below. */
const surelyDigits = /^\d*[1-9]\d*$/u

const heightIn = ({ ink }: InkedCell): number =>
  ink.lines.reduce((least, { box }) => Math.min(least, heightOf(box)), Number.POSITIVE_INFINITY)

/**
 * The cells of a table, and of each what is printed in it: `unsure` where it is read as a figure and lower than the figures
 * around it. A full stop, a degree sign or an `o` has the shape of a nought, and readers bring what they read to one height.
 */
export const asTall = (cells: readonly ReadCell[], inked: readonly InkedCell[]): readonly ReadCell[] => {
  const heights = inked.map(heightIn)
  const figures = cells.flatMap(({ content, readings }, at) =>
    content === 'figure' && heights[at]! < Infinity
      ? [{ height: heights[at]!, sure: readings.every(({ text }) => surelyDigits.test(text ?? '')) }]
      : [],
  )
  if (figures.length < enough) return cells
  // Where most noughts are such signs, they are not what the others are held to.
  const sure = figures.filter(figure => figure.sure)
  const least = lowest * median((sure.length > 0 ? sure : figures).map(({ height }) => height))
  return cells.map((cell, at) =>
    cell.content === 'figure' && heights[at]! < least ? { ...cell, printed: 'unsure' } : cell,
  )
}
