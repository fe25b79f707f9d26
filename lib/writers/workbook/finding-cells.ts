import type { Finding } from '../../checks/check.ts'
import type { Report } from '../../model/report.ts'
import { checkTitle } from '../check-title.ts'
import { differenceOf } from '../difference.ts'
import { findingPlace } from '../finding-place.ts'
import { severityWords } from '../words.ts'
import { put, type Sheet, type Style } from './sheet.ts'
import * as styles from './styles.ts'
import { linesIn, looksLikeFormula } from './text.ts'

/** The columns that every list of findings has side by side, from the severity to what is quoted. */
export const findingColumns = (cellWidth: number) =>
  [
    { head: '级别\nSeverity', width: 9.5 },
    { head: '检查项\nCheck', width: 20 },
    { head: '位置\nPlace', width: 22 },
    { head: '单元格\nCell', width: cellWidth },
    { head: '说明\nMessage (Chinese)', width: 46 },
    { head: '应为\nExpected', width: 9 },
    { head: '表中\nPrinted', width: 9 },
    { head: '相差\nDiffers', width: 9 },
    { head: '原文摘录\nQuoted', width: 22 },
  ] as const

/** Widths count digits of the default font; the list is set a point smaller. */
const smaller = 1.08

/** A text of a document, kept from becoming a formula when somebody edits its cell. */
export const putText = (
  sheet: Sheet,
  [row, column]: readonly [number, number],
  text: string | null,
  style: Style = styles.listText,
): void =>
  put(sheet, [row, column], text, text !== null && looksLikeFormula(text) ? styles.textual(style) : style)

/** Puts a finding into those columns, of which `first` is the severity's; the cell's own is left to the caller. Gives the lines it takes. */
export const putFindingCells = (
  sheet: Sheet,
  row: number,
  first: number,
  report: Pick<Report, 'editions'>,
  finding: Finding,
): number => {
  const { severity, message, expected, actual, evidence } = finding
  const check = `${checkTitle(finding.check)}\n${finding.check}`.trim()
  const place = findingPlace(report, finding)
  const quotes = evidence.map(({ quote }) => quote).join('\n')
  const { zh, en } = severityWords[severity]
  const isPart = finding.causedBy !== undefined
  const style = isPart ? styles.listPart : styles.listText
  put(
    sheet,
    [row, first],
    `${zh}\n${en}`,
    (isPart ? styles.partSeverityStyle : styles.severityStyle)(severity),
  )
  putText(sheet, [row, first + 1], check, style)
  putText(sheet, [row, first + 2], place, style)
  putText(sheet, [row, first + 4], message.zh, style)
  put(sheet, [row, first + 5], expected ?? null, styles.listNumber)
  put(sheet, [row, first + 6], actual ?? null, styles.listNumber)
  put(sheet, [row, first + 7], differenceOf(finding), styles.listDifference)
  putText(sheet, [row, first + 8], quotes)
  const width = (at: number) => sheet.widths[first - 1 + at]! * smaller
  return Math.max(
    2,
    linesIn(check, sheet.widths[first]!),
    linesIn(place, width(2)),
    linesIn(message.zh, width(4)),
    linesIn(quotes, width(8)),
  )
}

/** The height in points of a row with so many lines. */
export const heightOf = (lines: number): number => Math.min(400, 6 + 14 * lines)
