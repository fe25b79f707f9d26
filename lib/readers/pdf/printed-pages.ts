import type { NoPicture } from '../../model/picture.ts'
import type { PrintedCharacter, PrintedPage } from '../open-document.ts'
import type { OpenFile } from './engine/open.ts'
import type { ShownPage } from './engine/shown-page.ts'
import { middleX, middleY } from './geometry.ts'
import type { Glyph, Ink } from './ink/model.ts'

const printed = ({ text, box: { left, top, right, bottom } }: Glyph): PrintedCharacter => ({
  text,
  box: [left, top, right, bottom],
})

/** Where a character stands along its line, and on which line, in the direction in which it is read. */
const along = ({ flow, box }: Glyph): number =>
  flow === 0 ? box.left : flow === 180 ? -box.right : flow === 90 ? box.top : -box.bottom
const across = ({ flow, box }: Glyph): number => {
  const middle = flow % 180 === 0 ? middleY(box) : middleX(box)
  return flow === 0 || flow === 270 ? middle : -middle
}

/** Characters of a line stand no further apart from row to row, in parts of their size. */
const sameLine = 0.4

/** Characters put into lines by where they stand. */
const linesOf = (glyphs: readonly Glyph[]): PrintedPage['lines'] =>
  [...Map.groupBy(glyphs, ({ flow }) => flow).values()].flatMap(own => {
    const lines: Glyph[][] = []
    for (const glyph of own.toSorted((a, b) => across(a) - across(b))) {
      const last = lines.at(-1)
      if (last && across(glyph) - across(last[0]!) <= glyph.size * sameLine) last.push(glyph)
      else lines.push([glyph])
    }
    return lines.map(line => line.toSorted((a, b) => along(a) - along(b)).map(printed))
  })

const withoutOf = (page: ShownPage | null, { width, height }: Ink): NoPicture | null => {
  const whole = page?.within({ left: 0, top: 0, right: width, bottom: height })
  if (!page || !whole) return 'failed'
  if (page.costly) return 'bounds'
  return page.leavesOut(whole) ? 'font' : null
}

/** The pages of a PDF as they are printed, those aside that cannot be read. Throws where PDFium fails. */
export const printedPages = ({ pages, draw }: OpenFile<Ink>): readonly PrintedPage[] => {
  const all: PrintedPage[] = []
  draw(pageOf => {
    for (const ink of pages) {
      if (ink === null) continue
      const { page, width, height, glyphs } = ink
      const without = withoutOf(pageOf(page), ink)
      all.push({ page, width, height, lines: linesOf(glyphs), asWritten: glyphs.map(printed), without })
    }
  })
  return all
}
