import { enteredMark } from '../../model/own-workbook.ts'
import { rememberFor } from '../../util/remember.ts'
import * as summary from '../../writers/summary/styles.ts'
import type { Style } from '../../writers/workbook/sheet.ts'
import * as book from '../../writers/workbook/styles.ts'

/** What a season adds to the styles of the workbooks of one report and of several. */

const grey = 'FF7F7F7F'

export const title: Style = summary.title
export const subtitle: Style = {
  font: summary.legend.font!,
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
}
export const backLink: Style = book.backLink
export const heading: Style = book.heading
export const hint: Style = { ...book.hint, font: summary.legend.font! }
export const head: Style = { ...book.listHead, font: { name: '宋体', size: 10, bold: true } }
export const headSmall: Style = {
  ...book.labelCentred,
  font: { name: '宋体', size: 10 },
  fill: book.fillOf('FFF7F7F7'),
}

export const text: Style = summary.text
export const centred: Style = summary.centred
export const link: Style = { ...summary.text, font: book.backLink.font! }
export const number: Style = summary.centred
export const day: Style = { ...summary.centred, numFmt: 'yyyy-mm-dd' }
export const difference: Style = { ...summary.centred, numFmt: '+General;-General;0' }
export const verdicts = summary.verdicts

/** A number that the report’s own findings name. */
export const flagged: Style = {
  ...summary.centred,
  fill: book.fillOf('FFFFE08A'),
  font: { name: '宋体', size: 10, bold: true, color: { argb: 'FF7F4F00' } },
}
/** One that a person typed in. */
export const entered: Style = { ...flagged, numFmt: `General" ${enteredMark}"` }
/** The word in the place of a number. */
export const without: Style = {
  ...summary.centred,
  font: { name: '宋体', size: 10, italic: true, color: { argb: grey } },
  fill: book.fillOf('FFF2F2F2'),
}
/** A cell that the report’s form does not have. */
export const outside: Style = {
  ...summary.outside,
  font: { name: '宋体', size: 10, color: { argb: grey } },
  alignment: { horizontal: 'center', vertical: 'middle' },
}

const tinted = (style: Style, argb: string): Style => ({ ...style, fill: book.fillOf(argb) })
export const good: Style = tinted(summary.centred, 'FFD5E8D4')
export const warning: Style = tinted(summary.centred, 'FFFFE08A')
/** The same for a sentence. */
export const warningText: Style = tinted(summary.text, 'FFFFE08A')
export const severe: Style = tinted(summary.centred, 'FFFFB3B3')
export const info: Style = tinted(summary.centred, 'FFBDD7EE')
export const muted: Style = {
  ...summary.text,
  font: { name: '宋体', size: 10, color: { argb: grey } },
}
export const mutedCentred: Style = { ...summary.centred, font: muted.font! }
export const english: Style = {
  ...book.listTextEnglish,
  font: summary.legend.font!,
  border: summary.text.border!,
}

/** How many units have no number in a cell: nothing to see where all have one. */
export const lack: Style = {
  font: { name: '宋体', size: 10, color: { argb: grey } },
  alignment: { horizontal: 'center', vertical: 'middle' },
  border: book.checkHead.border!,
  numFmt: '0" 家无数";;"·"',
}
export const lackHead: Style = {
  ...book.checkHead,
  font: { name: '宋体', size: 10, color: { argb: 'FF595959' } },
}
export const someLack: Style = {
  font: { color: { argb: 'FF9C5700' }, bold: true },
  fill: { ...book.fillOf('FFFFEB9C'), bgColor: { argb: 'FFFFEB9C' } },
}
/** In the official table: the sum is not that of all. */
export const incomplete: Style = { font: { color: { argb: 'FF9C5700' }, italic: true, bold: true } }
export const sum: Style = book.figureStyle(null, 'count')
export const sumFlagged: Style = { ...sum, fill: book.fillOf('FFFFF2CC') }

export const big: Style = {
  font: { name: '仿宋', size: 20, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle' },
  border: book.checkHead.border!,
}
export const bigHead: Style = {
  ...book.infoHead,
  font: { name: '宋体', size: 10, color: { argb: 'FF595959' } },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
}

const tints = ['good', 'warning', 'severe'] as const
const bigTints = {
  good: { ...big, fill: good.fill! },
  warning: { ...big, fill: warning.fill! },
  severe: { ...big, fill: severe.fill! },
}
export type Tint = (typeof tints)[number]
export const bigStyle = (tint: Tint | null): Style => (tint === null ? big : bigTints[tint])

const levels = Array.from(
  { length: 8 },
  (_, indent): Style => ({
    ...summary.text,
    alignment: { horizontal: 'left', vertical: 'middle', wrapText: true, indent },
  }),
)
/** A unit set in as deep as it stands below others. */
export const indented = (depth: number): Style => levels[Math.min(depth, levels.length - 1)]!

/** The style of what leads somewhere: its own size and weight, the colour and line of a link. */
export const linked = rememberFor(
  (style: Style): Style => ({
    ...style,
    font: { ...style.font, color: { argb: 'FF0563C1' }, underline: true },
  }),
)
export const textual = book.textual
export const checkCell: Style = { ...book.checkCell, border: summary.text.border! }
export const checkFails = book.checkFails
export const checkDiffers: Style = {
  font: { color: { argb: 'FF7F4F00' }, bold: true },
  fill: { ...book.fillOf('FFFFE08A'), bgColor: { argb: 'FFFFE08A' } },
}
export const sumNumberFlagged: Style = {
  ...summary.centred,
  font: { name: '宋体', size: 11, bold: true },
  fill: book.fillOf('FFFFF2CC'),
}
export const sumNumber: Style = { ...summary.centred, font: { name: '宋体', size: 11, bold: true } }
