import { type Box, heightOf, holds } from '../../readers/pdf/geometry.ts'
import type { CellInk, LineCrop, Readers, StraightPage } from '../contract.ts'
import { asTall } from './as-tall.ts'
import { cropHash } from './crop.ts'
import { readCells } from './read-cells.ts'
import type { ReadGrid, ReadLine, ReadPage } from './read-page.ts'
import type { Tables } from './tables.ts'
import { titleBox } from './title-box.ts'

/** What shows the ink of a straight page (lib/scans/geometry/). */
export interface InkOfPage {
  readonly inkOf: (page: StraightPage, cell: Box) => CellInk
  readonly lineAt: (page: StraightPage, line: Box) => LineCrop
}

/** Lines lower than this, in heights of a digit, are specks and rules. */
const lowestLine = 0.5

const isLine = ({ box, digitHeight }: LineCrop, scale: number): boolean =>
  heightOf(box) * scale >= lowestLine * digitHeight

const readLines = async (
  page: StraightPage,
  boxes: readonly Box[],
  { lineAt }: InkOfPage,
  { words }: Readers,
): Promise<ReadLine[]> => {
  const lines = boxes.map(box => lineAt(page, box)).filter(line => isLine(line, page.scale))
  const reads = await words.read(lines)
  return lines.flatMap(({ box }, at): ReadLine[] => {
    const text = reads[at]!.text.trim()
    return text === '' ? [] : [{ box, place: page.onOriginal(box), text }]
  })
}

/** Reads a straight page, cell by cell and line by line; of the first one also where the title stands. */
export const readStraight = async (
  page: StraightPage,
  { grids, rulings }: Tables,
  ink: InkOfPage,
  readers: Readers,
  isFirst = false,
): Promise<ReadPage> => {
  const inked = grids.flatMap(grid => grid.cells.map(cell => ({ cell, ink: ink.inkOf(page, cell.box) })))
  const cells = await readCells(page, inked, readers)
  let from = 0
  const read = grids.map((grid): ReadGrid => {
    const to = from + grid.cells.length
    const own = asTall(cells.slice(from, to), inked.slice(from, to))
    from = to
    return { page: page.page, box: grid.box, cells: own }
  })
  const outside = page.lines.filter(line => !grids.some(({ box }) => holds(box, line)))
  const { page: number, width, height, onOriginal } = page
  const lines = await readLines(page, outside, ink, readers)
  const box = isFirst ? titleBox(lines) : null
  const title = box && { place: onOriginal(box), crop: await cropHash(page, box) }
  const whole = { page: number, width, height, rulings, grids: read, lines, onOriginal }
  return title ? { ...whole, title } : whole
}
