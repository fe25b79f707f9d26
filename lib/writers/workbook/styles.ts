import type { Severity, Verdict } from '../../checks/check.ts'
import { enteredMark } from '../../model/own-workbook.ts'
import { rememberFor } from '../../util/remember.ts'
import type { Mark } from '../marks.ts'
import type { Style } from './sheet.ts'

/** Styles are shared objects: exceljs looks each up once per workbook by identity. */

const line = { style: 'thin', color: { argb: 'FF000000' } } as const
const faint = { style: 'hair', color: { argb: 'FF7F7F7F' } } as const
const broken = { style: 'dashed', color: { argb: 'FF595959' } } as const
const boxed = { left: line, right: line, top: line, bottom: line }
const faintlyBoxed = { left: faint, right: faint, top: faint, bottom: faint }
const dashed = { left: broken, right: broken, top: broken, bottom: broken }
const middle = { vertical: 'middle', wrapText: true } as const
const centre = { horizontal: 'center', ...middle } as const
const left = { horizontal: 'left', ...middle } as const

const songti = { name: '宋体', size: 11 }
const small = { name: '宋体', size: 9, color: { argb: 'FF595959' } }
const linkFont = { name: '宋体', size: 10, color: { argb: 'FF0563C1' }, underline: true }

export const fillOf = (argb: string) =>
  ({
    type: 'pattern',
    pattern: 'solid',
    fgColor: { argb },
  }) as const

/** 宋体 everywhere; where it is not installed Excel, WPS and LibreOffice take another Chinese face. */
export const defaultFont = songti

export const title: Style = { font: { name: '仿宋', size: 18, bold: true }, alignment: centre }
export const subtitle: Style = { font: small, alignment: { horizontal: 'right', vertical: 'middle' } }
export const backLink: Style = { font: linkFont, alignment: { vertical: 'middle' } }
export const heading: Style = {
  font: { name: '宋体', size: 12, bold: true },
  alignment: { vertical: 'middle' },
}
export const hint: Style = { font: small, alignment: { vertical: 'top', wrapText: true } }

export const hintCentred: Style = { font: { name: '宋体', size: 10 }, alignment: centre }
export const infoHead: Style = {
  font: { ...songti, bold: true },
  alignment: left,
  border: faintlyBoxed,
  fill: fillOf('FFF2F2F2'),
}
export const infoValue: Style = { font: songti, alignment: left, border: faintlyBoxed }

/** The official form: black on white, thin lines. */
export const label: Style = { font: songti, alignment: left, border: boxed }
export const labelCentred: Style = { font: songti, alignment: centre, border: boxed }
export const corner: Style = { font: { name: '宋体', size: 10 }, alignment: centre, border: boxed }
const figure: Style = { font: songti, alignment: centre, border: boxed }

const fills: Readonly<
  Record<Severity, { readonly strong: string; readonly pale: string; readonly text: string }>
> = {
  error: { strong: 'FFFFB3B3', pale: 'FFFFE9E9', text: 'FF9C0006' },
  warning: { strong: 'FFFFE08A', pale: 'FFFFF7DC', text: 'FF7F4F00' },
  info: { strong: 'FFBDD7EE', pale: 'FFEAF2FA', text: 'FF1F3864' },
}

export const severityColour = (severity: Severity): string => fills[severity].strong
export const pale = (severity: Severity): string => fills[severity].pale

export type FigureKind = 'count' | 'signed' | 'amount' | 'text' | 'missing' | 'unreadable'

const formats: Readonly<Partial<Record<FigureKind, string>>> = {
  signed: '+General;-General;General',
  amount: 'General"万元"',
  text: '@',
}
const figureStyles = new Map<string, Style>()

/** Shows a number as its format does, with our mark behind it; the number itself is what stands in the cell. */
const marked = (format: string): string =>
  format
    .split(';')
    .map(section => `${section}" ${enteredMark}"`)
    .join(';')

/**
 * A figure's cell: plain or coloured by its gravest finding, with the sign of 本年增/减, as text where it is none; with
 * our mark where a person typed it in.
 */
export const figureStyle = (mark: Mark | null, kind: FigureKind, isEntered = false): Style => {
  const key = `${kind} ${isEntered} ${mark ? `${mark.severity} ${mark.main}` : ''}`
  const known = figureStyles.get(key)
  if (known) return known
  const colour = mark && fills[mark.severity]
  const format = isEntered ? marked(formats[kind] ?? 'General') : formats[kind]
  const style: Style = {
    ...figure,
    ...(format ? { numFmt: format } : {}),
    ...(kind === 'missing' ? { font: { ...songti, italic: true, color: { argb: 'FF7F7F7F' } } } : {}),
    ...(kind === 'unreadable' ? { font: { ...small, color: { argb: 'FF595959' } }, border: dashed } : {}),
    ...(colour ? { fill: fillOf(mark.main ? colour.strong : colour.pale) } : {}),
    ...(colour && mark.main ? { font: { ...songti, bold: true, color: { argb: colour.text } } } : {}),
  }
  figureStyles.set(key, style)
  return style
}

/** Our own cells beside the form look different, so that nobody takes them for part of it. */
export const checkHead: Style = {
  font: small,
  alignment: centre,
  border: faintlyBoxed,
  fill: fillOf('FFF2F2F2'),
}
export const checkLabel: Style = { ...checkHead, alignment: { horizontal: 'right', ...middle } }
/** Shows the difference the formula gives: ✓, or by how much the printed side is too large or too small. */
export const checkCell: Style = {
  font: { ...small, color: { argb: 'FF375623' } },
  alignment: centre,
  border: faintlyBoxed,
  numFmt: '"✗ 多"General;"✗ 少"General;"✓";@',
}
export const checkFails: Style = {
  font: { color: { argb: 'FF9C0006' }, bold: true },
  // Excel takes the colour of a conditional fill from its background.
  fill: { ...fillOf('FFFFB3B3'), bgColor: { argb: 'FFFFB3B3' } },
}
export const checkLink: Style = { font: linkFont, alignment: centre, border: faintlyBoxed }

export const listHead: Style = {
  font: { ...songti, bold: true },
  alignment: centre,
  border: boxed,
  fill: fillOf('FFE7E6E6'),
}
export const listText: Style = {
  font: { name: '宋体', size: 10 },
  alignment: { ...left, vertical: 'top' },
  border: faintlyBoxed,
}
export const listTextEnglish: Style = {
  ...listText,
  font: { name: '宋体', size: 9, color: { argb: 'FF595959' } },
}
export const listNumber: Style = { ...listText, alignment: { horizontal: 'center', vertical: 'top' } }
/** What stands under another is set off. */
export const listPart: Style = {
  ...listText,
  font: small,
  alignment: { ...left, vertical: 'top', indent: 1 },
}
export const listPartNumber: Style = {
  ...listPart,
  alignment: { horizontal: 'right', vertical: 'top' },
}
export const listLink: Style = { ...listText, font: linkFont }
export const listLinkCentred: Style = { ...listNumber, font: linkFont }

const verdictOf = (fill: string, text: string): Style => ({
  font: { name: '宋体', size: 14, bold: true, color: { argb: text } },
  alignment: centre,
  border: boxed,
  fill: fillOf(fill),
})

const severityStyles = {
  error: { ...listNumber, fill: fillOf(fills.error.strong) },
  warning: { ...listNumber, fill: fillOf(fills.warning.strong) },
  info: { ...listNumber, fill: fillOf(fills.info.strong) },
} as const
export const severityStyle = (severity: Severity): Style => severityStyles[severity]

const partStyles = {
  error: { ...listPart, fill: fillOf(fills.error.pale) },
  warning: { ...listPart, fill: fillOf(fills.warning.pale) },
  info: { ...listPart, fill: fillOf(fills.info.pale) },
} as const
/** The severity of a finding that stands under another. */
export const partSeverityStyle = (severity: Severity): Style => partStyles[severity]

const verdictStyles: Readonly<Record<Verdict, Style>> = {
  valid: verdictOf('FFD5E8D4', 'FF1E4620'),
  needsReview: verdictOf(fills.warning.strong, fills.warning.text),
  invalid: verdictOf(fills.error.strong, fills.error.text),
  notAssessable: verdictOf('FFD9D9D9', 'FF404040'),
}
export const verdictStyle = (verdict: Verdict): Style => verdictStyles[verdict]

export const plain: Style = { font: songti }
export const tidyHead: Style = { font: { ...songti, bold: true } }
export const listDifference: Style = { ...listNumber, numFmt: '+General;-General;0' }

/** The style with the number format “text”: what looks like a formula then stays text when edited. */
export const textual = rememberFor((style: Style): Style => ({ ...style, numFmt: '@' }))
