import type { Block, Cell, Table } from '../../model/document.ts'
import type { CellReading } from '../../model/scan.ts'
import { areaOf, type Box, common } from '../../readers/pdf/geometry.ts'
import type { MatchedLabels } from './labels/index.ts'
import type { ReadCell, ReadPage } from './read-page.ts'

/** Two boxes are one place where what they share is more than this part of what they cover together. */
const samePlace = 0.7

const shareOf = (a: Box, b: Box): number => {
  const both = common(a, b)
  const area = both ? areaOf(both) : 0
  return area / Math.max(areaOf(a) + areaOf(b) - area, Number.EPSILON)
}

const cellsOf = ({ grids }: ReadPage): readonly ReadCell[] => grids.flatMap(({ cells }) => cells)

/** The cell that was read at a place of a page; null where none was, or others. */
const cellAt = (page: ReadPage, box: Box): ReadCell | null =>
  cellsOf(page).find(cell => shareOf(cell.box, box) > samePlace) ?? null

/** The cells of a table with their places on the page as it was handed in: those of a cell that was read are its own. */
const onOriginal = (table: Table, pages: ReadonlyMap<number, ReadPage>): Table => ({
  ...table,
  cells: table.cells.map((cell): Cell => {
    const { source } = cell
    const page = source.kind === 'page' ? pages.get(source.page) : undefined
    if (!page || source.kind !== 'page') return cell
    const [left, top, right, bottom] = source.box
    const box = { left, top, right, bottom }
    return { ...cell, source: { ...source, box: cellAt(page, box)?.place ?? page.onOriginal(box) } }
  }),
})

/** Blocks of straight pages with the places of their cells on the pages as they were handed in. */
export const blocksOnOriginal = (blocks: readonly Block[], pages: readonly ReadPage[]): Block[] => {
  const byNumber = new Map(pages.map(page => [page.page, page]))
  return blocks.map(block => (block.kind === 'table' ? onOriginal(block, byNumber) : block))
}

/** What was read in the cells that are no labels of the form: words where figures should be are told too. */
export const cellReadings = (
  pages: readonly ReadPage[],
  { similarities, wordings }: MatchedLabels,
): CellReading[] =>
  pages.flatMap(page =>
    cellsOf(page)
      .filter(cell => !wordings.has(cell))
      .map(cell => ({
        page: page.page,
        box: cell.place,
        printed: cell.printed,
        readings: cell.readings,
        label: similarities.get(cell) ?? null,
        crop: cell.crop,
      })),
  )
