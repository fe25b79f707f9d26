import { heightOf, overlap } from '../geometry.ts'
import { sideBySide } from '../refusals.ts'
import type { PageFlow } from './items.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** As many lines beside each other are no signature or caption. */
const leastLines = 5
/** Lines of a column take at least this part of the page's width; cells of tables without rulings are narrower. */
const leastWidth = 0.2
/** Where between two columns the gap may be, in parts of the text's width. */
const gutters = [0.38, 0.42, 0.46, 0.48, 0.5, 0.52, 0.54, 0.58, 0.62]
/** Lines across the gap, such as a title, may be this part of all. */
const mostAcross = 0.2
/** Tables of fewer rows beside each other are boxes. */
const leastRows = 3

interface Piece extends Segment {
  readonly top: number
  readonly bottom: number
}

const isTwoColumns = (pieces: readonly Piece[], gutter: number, width: number): boolean => {
  const wide = (piece: Piece): boolean => piece.to - piece.from >= width * leastWidth
  const left = pieces.filter(piece => piece.to <= gutter && wide(piece))
  const right = pieces.filter(piece => piece.from >= gutter && wide(piece))
  const beside = left.filter(piece =>
    right.some(
      other => overlap(piece.top, piece.bottom, other.top, other.bottom) > 0.3 * (piece.bottom - piece.top),
    ),
  )
  if (beside.length < leastLines) return false
  const top = Math.min(...beside.map(piece => piece.top))
  const bottom = Math.max(...beside.map(piece => piece.bottom))
  const across = pieces.filter(
    piece => piece.from < gutter && piece.to > gutter && piece.top >= top && piece.bottom <= bottom,
  )
  return across.length <= beside.length * mostAcross
}

const hasTablesAbreast = (page: PageFlow): boolean => {
  const parts = page.items.flatMap(item =>
    item.kind === 'part' && item.part.rows >= leastRows && item.part.cells.length > leastRows
      ? [item.part.box]
      : [],
  )
  return parts.some((box, at) =>
    parts
      .slice(at + 1)
      .some(
        other =>
          overlap(box.left, box.right, other.left, other.right) === 0 &&
          overlap(box.top, box.bottom, other.top, other.bottom) >
            0.5 * Math.min(heightOf(box), heightOf(other)),
      ),
  )
}

/** Throws Problem `format-unsupported` where a page is set in columns or has tables beside each other. */
export const refuseColumns = (pages: readonly PageFlow[]): void => {
  for (const page of pages) {
    const pieces = page.items.flatMap(item =>
      item.kind === 'line'
        ? segmentsOf(item.line).map(segment => ({
            ...segment,
            top: item.line.box.top,
            bottom: item.line.box.bottom,
          }))
        : [],
    )
    const left = Math.min(...pieces.map(piece => piece.from))
    const right = Math.max(...pieces.map(piece => piece.to))
    const columns = gutters.some(part => isTwoColumns(pieces, left + (right - left) * part, page.width))
    if (columns || hasTablesAbreast(page)) throw sideBySide(page.page)
  }
}
