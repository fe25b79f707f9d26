import type { Table } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { around, type PageBox } from './boxes.ts'

export type PageSource = Extract<Source, { kind: 'page' }>

/** What of a table stands on a page. */
export interface TableOnPage {
  readonly page: number
  readonly boxes: readonly PageBox[]
  /** Around all of it. */
  readonly box: PageBox
  /** How far the page is turned clockwise to be read: its text runs up, down or upside down. */
  readonly turn: 0 | 90 | 180 | 270
}

const middle = ([left, top, right, bottom]: PageBox): readonly [number, number] => [
  (left + right) / 2,
  (top + bottom) / 2,
]

/** From the first cell of a row to the last of it. */
export const turnOf = (sources: readonly PageSource[]): TableOnPage['turn'] => {
  for (const row of Map.groupBy(sources, source => source.row).values()) {
    const [first, last] = [row[0]!, row.at(-1)!]
    if (first.column === last.column) continue
    const [x0, y0] = middle(first.box)
    const [x1, y1] = middle(last.box)
    const [across, down] = [x1 - x0, y1 - y0]
    if (Math.abs(across) >= Math.abs(down)) return across > 0 ? 0 : 180
    return down > 0 ? 270 : 90
  }
  return 0
}

/** The part of a table on each page on which cells of it stand. */
export const partsByPage = ({ cells }: Table): ReadonlyMap<number, TableOnPage> => {
  const sources = cells.flatMap(({ source }) => (source.kind === 'page' ? [source] : []))
  return new Map(
    [...Map.groupBy(sources, ({ page }) => page)].map(([page, own]) => {
      const boxes = own.map(({ box }) => box)
      return [page, { page, boxes, box: around(boxes), turn: turnOf(own) }]
    }),
  )
}

/** Where in a box its rows begin and end, and how long a row is. */
const directionOf = ({ turn, box }: TableOnPage) => {
  const level = turn % 180 === 0
  return {
    start: level ? 1 : 0,
    end: level ? 3 : 2,
    side: level ? 0 : 1,
    otherSide: level ? 2 : 3,
    breadth: level ? box[2] - box[0] : box[3] - box[1],
    /** Rows are counted from the end of the box where the page is upside down, or its text runs down. */
    reversed: turn === 180 || turn === 270,
  } as const
}

/** Rows before and after that are shown too are no longer than this part of a row's length. */
const mostContext = 0.09
/** Around the outermost rulings, so that they are seen, in the same measure. */
const margin = 0.003
/** Ends of cells that lie on one ruling differ by less, in points. */
const sameRuling = 1.5

/** All of a table's breadth, from one place to another. */
const slice = (table: TableOnPage, from: number, to: number): PageBox => {
  const { start, breadth } = directionOf(table)
  const edge = breadth * margin
  const [left, top, right, bottom] = table.box
  return start === 1
    ? [left - edge, from - edge, right + edge, to + edge]
    : [from - edge, top - edge, to + edge, bottom + edge]
}

/** As much of a table as shows these cells as a person looks for them: whole rows, with those before and after them. */
export const rowsAround = (table: TableOnPage, cells: readonly PageBox[]): PageBox => {
  const { start, end, breadth } = directionOf(table)
  const own = around(cells)
  let [from, to] = [own[start], own[end]]
  for (const box of table.boxes) {
    const isLow = box[end] - box[start] < breadth * mostContext
    if (isLow && Math.abs(box[end] - own[start]) < sameRuling) from = Math.min(from, box[start])
    if (isLow && Math.abs(box[start] - own[end]) < sameRuling) to = Math.max(to, box[end])
  }
  return slice(table, from, to)
}

/** Headers higher than this part of their length are none. */
const highestHeader = 0.3

/** The rows that say what stands in the column of a cell: those over the figures above it. Null where the page has none. */
export const headerOver = (
  table: TableOnPage,
  cell: PageBox,
  isFigure: (box: PageBox) => boolean,
): PageBox | null => {
  const { start, end, side, otherSide, breadth, reversed } = directionOf(table)
  const centre = (cell[side] + cell[otherSide]) / 2
  const [near, far] = reversed ? ([start, end] as const) : ([end, start] as const)
  const sign = reversed ? -1 : 1
  const above = table.boxes
    .filter(
      box => box[side] < centre && box[otherSide] > centre && (cell[far] - box[near]) * sign > -sameRuling,
    )
    .toSorted((a, b) => (b[near] - a[near]) * sign)
  const first = above.findIndex(box => !isFigure(box))
  if (first < 0) return null
  const next = above.findIndex((box, index) => index > first && isFigure(box))
  const own = around(above.slice(first, next < 0 ? above.length : next))
  return own[end] - own[start] > breadth * highestHeader ? null : slice(table, own[start], own[end])
}

/** How long these cells reach from row to row, beside the length of a row. */
export const steepness = (table: TableOnPage, cells: readonly PageBox[]): number => {
  const { start, end, breadth } = directionOf(table)
  const own = around(cells)
  return (own[end] - own[start]) / breadth
}
