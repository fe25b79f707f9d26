import type { PageSize } from '../../model/picture.ts'
import type { PrintedPage } from '../../readers/open-document.ts'
import { charactersIn } from './glyphs.ts'
import type { ReadLine, ReadPage } from './read-page.ts'

const charactersOf = ({ text, place: [left, top, right, bottom] }: ReadLine): PrintedPage['asWritten'] =>
  charactersIn({ text, box: { left, top, right, bottom } }).map(({ text: character, box }) => ({
    text: character,
    box: [box.left, box.top, box.right, box.bottom],
  }))

/** Pages as they were handed in, with what was read of each in its place. */
export const printedPages = (sizes: readonly PageSize[], pages: readonly ReadPage[]): PrintedPage[] => {
  const byNumber = new Map(pages.map(page => [page.page, page]))
  return sizes.map(size => {
    const page = byNumber.get(size.page)
    const read = page
      ? [...page.grids.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)), ...page.lines]
      : []
    const lines = read.filter(({ text }) => text !== '').map(charactersOf)
    return { ...size, lines, asWritten: lines.flat(), without: null }
  })
}
