import type { Box } from '../../readers/pdf/geometry.ts'
import type { Glyph, Ink } from '../../readers/pdf/ink/model.ts'
import { blankInk } from './blank-ink.ts'
import { glyphsIn, type PlacedText, usualSize } from './glyphs.ts'
import type { MatchedLabels } from './labels/index.ts'
import { type ReadCell, type ReadPage, textOf } from './read-page.ts'

/** So far from its rulings a text stands at least, in points: what was read of it may lie upon them. */
const padding = 1

const within = (box: Box, cell: Box): Box => {
  const left = Math.min(Math.max(box.left, cell.left + padding), cell.right - 2 * padding)
  return {
    left,
    right: Math.max(Math.min(box.right, cell.right - padding), left + padding),
    top: Math.max(box.top, cell.top),
    bottom: Math.min(box.bottom, cell.bottom),
  }
}

/** Stands for what is printed and cannot be read. */
const unknown = '\ufffd'

/** A text broken over the lines that were read, as long as each of them is. */
const broken = (text: string, boxes: readonly Box[]): PlacedText[] => {
  const characters = [...text]
  const all = boxes.reduce((sum, { left, right }) => sum + right - left, 0)
  let [width, from] = [0, 0]
  return boxes.flatMap((box, at) => {
    width += box.right - box.left
    const to = at === boxes.length - 1 ? characters.length : Math.round((characters.length * width) / all)
    const piece = characters.slice(from, to).join('')
    from = to
    return piece === '' ? [] : [{ text: piece, box }]
  })
}

/** What stands in a cell, line by line. */
const textsIn = (cell: ReadCell, labels: MatchedLabels): PlacedText[] => {
  if (cell.content === 'unread') return [{ text: unknown, box: within(middleOf(cell.box), cell.box) }]
  const wording = labels.wordings.get(cell)
  const lines = cell.lines.map(({ text, box }) => ({ text, box: within(box, cell.box) }))
  if (wording === undefined || wording === textOf(cell)) return lines
  return broken(
    wording,
    lines.map(({ box }) => box),
  )
}

/** A place as large as a digit in the middle of a cell. */
const middleOf = ({ left, top, right, bottom }: Box): Box => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return { left: x - 3, right: x + 3, top: y - 4, bottom: y + 4 }
}

/** A page that was read as the ink of a PDF's: its words and figures in their places between its rulings. */
export const inkOfPage = (page: ReadPage, labels: MatchedLabels): Ink => {
  const texts = [
    ...page.grids.flatMap(({ cells }) => cells.flatMap(cell => textsIn(cell, labels))),
    ...page.lines.filter(({ text }) => text.trim() !== ''),
  ]
  const usual = usualSize(texts)
  const glyphs: Glyph[] = texts.flatMap(text => glyphsIn(text, usual))
  return { ...blankInk(page), glyphs, rulings: page.rulings }
}
