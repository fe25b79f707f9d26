import type { FormLayout, LayoutCell } from '../../forms/layout.ts'
import { put, type Sheet } from './sheet.ts'
import { corner, label, labelCentred } from './styles.ts'
import { linesIn } from './text.ts'

/** Rows above the form: its title, and a line with the way back and the edition. */
export const formTop = 2

const widths: Readonly<Record<number, readonly number[]>> = {
  0: [],
  1: [34],
  3: [7, 17, 38],
}

/** Widths of the form's columns, in the proportions of the printed one. */
export const formWidths = ({ labelColumns, columns }: FormLayout): number[] => {
  const figures = columns - labelColumns
  const each = figures > 10 ? 8.5 : figures > 5 ? 10 : 19
  return [...(widths[labelColumns] ?? []), ...Array.from({ length: figures }, () => each)]
}

const lineHeight = 15
const padding = 8
const tallest = 400

const textHeight = (cell: LayoutCell, columnWidths: readonly number[]): number => {
  const width = columnWidths
    .slice(cell.column - 1, cell.column - 1 + cell.columnSpan)
    .reduce((sum, next) => sum + next, 0)
  return linesIn(cell.text, width) * lineHeight + padding
}

/** Heights at which every label fits; a merged label grows the last of its rows if it must. */
export const formHeights = (layout: FormLayout, columnWidths: readonly number[]): number[] => {
  const heights = Array.from({ length: layout.rows }, () => lineHeight + padding)
  const labels = layout.cells.filter(({ kind }) => kind !== 'figure').sort((a, b) => a.rowSpan - b.rowSpan)
  for (const cell of labels) {
    const last = cell.row + cell.rowSpan - 2
    const room = heights.slice(cell.row - 1, last + 1).reduce((sum, next) => sum + next, 0)
    const lack = textHeight(cell, columnWidths) - room
    if (lack > 0) heights[last] = Math.min(tallest, heights[last]! + lack)
  }
  return heights
}

/** The labels of the official form, merged as printed. */
export const putLabels = (sheet: Sheet, layout: FormLayout): void => {
  for (const { kind, row, column, rowSpan, columnSpan, text } of layout.cells) {
    if (kind === 'figure') continue
    const style =
      kind === 'corner' && layout.labelColumns > 1
        ? corner
        : kind === 'rowHeader' && layout.labelColumns > 1 && rowSpan === 1
          ? label
          : labelCentred
    put(sheet, [row + formTop, column, rowSpan, columnSpan], text, style)
  }
}
