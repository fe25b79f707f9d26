import { cellPadding, continuation } from '../spelling/wrap.ts'
import type { TableDraftCell } from './draft.ts'
import { isEmpty } from './part.ts'

/** Numbers that begin a label or item: （三） 3. 三、 ③. */
const enumerator =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|第?[一二三四五六七八九十]{1,3}[、.．章条项]|\d{1,2}\s*[.．、)）]|[①-⑳])/u

/** Nothing but a number or a mark for none; `5.` is the number of a label. */
const isFigure = (text: string): boolean => /^[\s\d０-９.,，．+＋\-－/—%]*[\d０-９\-－/—%]\s*$/u.test(text)

/** In a cell narrower than this, in ems, lines of one character are no labels of their own. */
const narrowCell = 4.5

/** One character to a line: a label set from top to bottom in a narrow cell, or what is left of one. */
export const isStacked = (cell: TableDraftCell): boolean =>
  cell.lines.length > 0 &&
  !isFigure(cell.text) &&
  cell.lines.every(({ text, size }) => [...text].length === 1 && cell.room < narrowCell * size)

/**
 * What stands between the text of a cell at the end of a page and that of the cell below it on the next page, if the
 * second goes on where the first was cut; null if it is a text of its own.
 */
export const cutBetween = (above: TableDraftCell, below: TableDraftCell): '' | ' ' | null => {
  if (isEmpty(above) || isEmpty(below)) return ''
  if (enumerator.test(below.text) || isFigure(above.text) !== isFigure(below.text)) return null
  const line = above.lines.at(-1)!
  const next = below.lines[0]!
  if (isStacked(above) && isStacked(below)) return ''
  if (line.placed[0]!.glyph.flow !== next.placed[0]!.glyph.flow) return null
  // Base lines on two pages cannot be compared.
  return continuation({ ...line, base: 0 }, { ...next, base: 0 }, { width: above.room, padding: cellPadding })
}

/** Whether labels of this kind are numbered, so that one without a number must be the rest of another. */
export const isNumbered = (cell: { readonly text: string }): boolean => enumerator.test(cell.text)

export { isFigure }
