import type { Region } from './address.ts'
import type { Sheet } from './sheet.ts'
import type { CellText } from './strings.ts'

/**
 * A web table opened in Excel: each paragraph of a cell has a row of its own, and the cells beside it are merged over
 * those rows. An eye sees one box, since no line is ruled between the paragraphs. Such boxes are made one cell again.
 */

const bandKey = (top: number, bottom: number): string => `${top}/${bottom}`

/** A box is no taller: a label has a few lines. */
const mostLines = 12

const covers = ({ top, bottom, left, right }: Region, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** Whether the rows of a column are one box: ruled above and below and nowhere between, with more than one text in it. */
const isBox = (sheet: Sheet, column: number, top: number, bottom: number): boolean => {
  const ruled = (row: number, edge: 'top' | 'bottom'): boolean =>
    sheet.rules.get(row)?.get(column)?.[edge] ?? false
  const between = (row: number): boolean => ruled(row, 'bottom') || ruled(row + 1, 'top')
  if (!between(top - 1) || !between(bottom)) return false
  let texts = 0
  for (let row = top; row <= bottom; row++) {
    if (row < bottom && between(row)) return false
    if ((sheet.cells.get(row)?.get(column)?.text ?? '') !== '') texts++
  }
  return texts > 1
}

const joined = (cells: readonly CellText[]): CellText => ({
  text: cells.map(({ text }) => text).join('\n'),
  losses: cells.flatMap(({ losses }) => losses),
})

/** The sheet with such boxes as merged cells: only where a cell beside them is merged over the very same rows. */
export const withRuledBoxes = (sheet: Sheet): Sheet => {
  if (sheet.rules.size === 0) return sheet
  const bands = new Map(
    sheet.merged
      .filter(({ top, bottom }) => bottom > top && bottom - top < mostLines)
      .map(({ top, bottom }) => [bandKey(top, bottom), { top, bottom }]),
  )
  const boxes = [...bands.values()].flatMap(({ top, bottom }): Region[] => {
    const columns = new Set<number>()
    for (let row = top; row <= bottom; row++)
      for (const column of sheet.cells.get(row)?.keys() ?? []) columns.add(column)
    return [...columns]
      .filter(column => isBox(sheet, column, top, bottom))
      .map(column => ({ top, bottom, left: column, right: column }))
      .filter(box => {
        const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at)
        return !sheet.merged.some(merged => rows.some(row => covers(merged, row, box.left)))
      })
  })
  if (boxes.length === 0) return sheet
  const cells = new Map([...sheet.cells].map(([row, each]) => [row, new Map(each)]))
  for (const { top, bottom, left } of boxes) {
    const parts: CellText[] = []
    for (let row = top; row <= bottom; row++) {
      const part = cells.get(row)?.get(left)
      if (part && (part.text !== '' || part.losses.length > 0)) parts.push(part)
      cells.get(row)?.delete(left)
    }
    cells.set(top, (cells.get(top) ?? new Map<number, CellText>()).set(left, joined(parts)))
  }
  return { ...sheet, cells, merged: [...sheet.merged, ...boxes] }
}
