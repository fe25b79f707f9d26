import type { Verdict } from '../../checks/check.ts'
import type { Style } from '../workbook/sheet.ts'
import * as styles from '../workbook/styles.ts'

/** What the summary adds to the styles of the workbook. */

export const title: Style = {
  ...styles.title,
  font: { name: '仿宋', size: 16, bold: true },
  alignment: { horizontal: 'left', vertical: 'middle' },
}
export const counts: Style = {
  font: { name: '宋体', size: 11, bold: true },
  alignment: { horizontal: 'left', vertical: 'middle' },
}
export const way: Style = styles.backLink
export const fixedHead: Style = { ...styles.listHead, font: { name: '宋体', size: 10, bold: true } }
export const group: Style = {
  ...styles.listHead,
  font: { name: '宋体', size: 11, bold: true },
  alignment: { horizontal: 'left', vertical: 'middle' },
}
export const legend: Style = {
  font: { name: '宋体', size: 10, color: { argb: 'FF595959' } },
  alignment: { vertical: 'middle', wrapText: true },
}
export const head: Style = { ...styles.labelCentred, font: { name: '宋体', size: 10 } }
export const key: Style = {
  ...styles.labelCentred,
  font: { name: '宋体', size: 7, color: { argb: 'FF595959' } },
}
const cell = { font: { name: '宋体', size: 10 }, border: styles.label.border! } as const
export const text: Style = {
  ...cell,
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
}
export const centred: Style = {
  ...cell,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
}
export const link: Style = { ...centred, font: styles.backLink.font! }
/** The report has no such figure: its edition knows none, or its table is not there. */
export const outside: Style = { ...cell, fill: styles.fillOf('FFE7E6E6') }
export const absent: Style = { ...centred, fill: styles.fillOf(styles.pale('warning')) }
export const remark: Style = { ...text, fill: styles.fillOf(styles.pale('warning')) }

export const verdicts: Readonly<Record<Verdict, Style>> = {
  valid: { ...centred, fill: styles.verdictStyle('valid').fill! },
  needsReview: { ...centred, fill: styles.verdictStyle('needsReview').fill! },
  invalid: { ...centred, fill: styles.verdictStyle('invalid').fill! },
  notAssessable: { ...centred, fill: styles.verdictStyle('notAssessable').fill! },
}

export const sumLabel: Style = { ...text, font: { name: '宋体', size: 10, bold: true } }
export const sum: Style = { ...centred, font: { name: '宋体', size: 10, bold: true } }
export const notNumbers: Style = { ...centred, font: { name: '宋体', size: 10, color: { argb: 'FF595959' } } }
export const someNotNumbers: Style = {
  font: { color: { argb: 'FF7F4F00' }, bold: true },
  fill: { ...styles.fillOf('FFFFE08A'), bgColor: { argb: 'FFFFE08A' } },
}
