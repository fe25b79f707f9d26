import { isFigure } from './continued.ts'
import { isEmpty, type Part, type PartCell } from './part.ts'

/** Words and two figures, or three figures, at the end of a line: a row that no ruling divides. */
const severalFigures = /(?:[^\s\d.,+-]\S*\s+|(?:^|\s)[+-]?\d[\d.,]*\s+)[+-]?\d[\d.,]*\s+[+-]?\d[\d.,]*$/u
/** So many lines of figures in cells beside each other are rows that no ruling divides. */
const mostLines = 4

const hasSeveral = (cell: PartCell): boolean => cell.lines.some(({ text }) => severalFigures.test(text))

const isTall = (cell: PartCell): boolean =>
  cell.lines.filter(({ text }) => isFigure(text)).length >= mostLines

/**
 * Whether rulings enclose a table without dividing its columns, or its rows: an outer frame, lines across or lines down
 * alone. What such cells hold are not figures but tables.
 */
export const isUndivided = ({ cells }: Part): boolean => {
  const filled = cells.filter(cell => !isEmpty(cell))
  const across = filled.filter(hasSeveral).length
  const down = filled.filter(isTall).length
  return (across > 0 && across * 3 >= filled.length) || (down > 1 && down * 3 >= filled.length)
}
