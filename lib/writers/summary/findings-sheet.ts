import type { Finding } from '../../checks/check.ts'
import { checkTitle } from '../check-title.ts'
import { differenceOf } from '../difference.ts'
import { findingPlace } from '../finding-place.ts'
import { gravestFirst } from '../gravest-first.ts'
import { severityWords } from '../words.ts'
import { addressOf, inSheet, rangeOf } from '../workbook/address.ts'
import { newSheet, put, type Sheet, type Style } from '../workbook/sheet.ts'
import * as styles from '../workbook/styles.ts'
import { linesIn, looksLikeFormula } from '../workbook/text.ts'
import { columnOf, firstFinding, firstReport, type Plan, sheetNames } from './plan.ts'
import type { SummaryInput, SummaryReport } from './record.ts'

const columns = [
  { head: '报告\nReport', width: 8 },
  { head: '机关\nAuthority', width: 18 },
  { head: '年度\nYear', width: 7 },
  { head: '级别\nSeverity', width: 9.5 },
  { head: '检查项\nCheck', width: 20 },
  { head: '位置\nPlace', width: 22 },
  { head: '单元格\nCell', width: 9 },
  { head: '说明\nMessage (Chinese)', width: 46 },
  { head: '应为\nExpected', width: 9 },
  { head: '表中\nPrinted', width: 9 },
  { head: '相差\nDiffers', width: 9 },
  { head: '原文摘录\nQuoted', width: 22 },
  { head: '文件\nFile', width: 28 },
  { head: '说明（英文）\nMessage (English)', width: 56 },
] as const
const printed = 12
/** Widths count digits of the default font; the list is set a point smaller. */
const smaller = 1.08
/** A spreadsheet takes some 65,000 links in a sheet; a finding has two. */
const mostLinked = 30_000

const safe = (style: Style, text: string | null) =>
  text !== null && looksLikeFormula(text) ? styles.textual(style) : style

const putFinding = (
  sheet: Sheet,
  plan: Plan,
  report: SummaryReport,
  index: number,
  finding: Finding,
  row: number,
) => {
  const { severity, message, expected, actual, cells, evidence } = finding
  const column = cells[0] === undefined ? null : columnOf(plan, report, cells[0])
  const check = `${checkTitle(finding.check)}\n${finding.check}`.trim()
  const place = findingPlace(report, finding)
  const quotes = evidence.map(({ quote }) => quote).join('\n')
  const texts = (at: number, text: string | null, style: Style = styles.listText) =>
    put(sheet, [row, at], text, safe(style, text))
  put(sheet, [row, 1], index + 1, styles.listLinkCentred)
  texts(2, report.authority)
  put(sheet, [row, 3], report.year, styles.listNumber)
  put(
    sheet,
    [row, 4],
    `${severityWords[severity].zh}\n${severityWords[severity].en}`,
    styles.severityStyle(severity),
  )
  texts(5, check)
  texts(6, place)
  const linked = column !== null && row < mostLinked
  put(sheet, [row, 7], linked ? '查看 →' : null, linked ? styles.listLinkCentred : styles.listNumber)
  texts(8, message.zh)
  put(sheet, [row, 9], expected ?? null, styles.listNumber)
  put(sheet, [row, 10], actual ?? null, styles.listNumber)
  put(sheet, [row, 11], differenceOf(finding), styles.listDifference)
  texts(12, quotes)
  texts(13, report.name)
  texts(14, message.en, styles.listTextEnglish)
  const link = (at: number, target: string) =>
    sheet.links.push({ address: addressOf(row, at), target: inSheet(sheetNames.reports, target) })
  if (row < mostLinked) link(1, addressOf(firstReport + index, 1))
  if (linked) link(7, addressOf(firstReport + index, column))
  const lines = [check, place, message.zh, quotes].map((text, at) =>
    linesIn(text, columns[[4, 5, 7, 11][at]!]!.width * smaller),
  )
  sheet.heights[row - 1] = Math.min(400, 6 + 14 * Math.max(2, ...lines))
}

/** Every finding of every report under one filter, each with a link to its cell. */
export const findingsSheet = ({ reports }: SummaryInput, plan: Plan): Sheet => {
  const sheet = newSheet(
    sheetNames.findings,
    columns.map(({ width }) => width),
  )
  columns.forEach(({ head }, index) => {
    put(sheet, [1, index + 1], head, styles.listHead)
  })
  sheet.heights[0] = 32
  let row = firstFinding
  reports.forEach((report, index) => {
    for (const finding of gravestFirst(report.findings))
      putFinding(sheet, plan, report, index, finding, row++)
  })
  if (row === firstFinding) put(sheet, [row, 1, 1, printed], '没有发现问题 Nothing found', styles.listText)
  else sheet.filter = rangeOf(1, 1, row - 1, columns.length)
  sheet.frozen = { rows: 1, columns: 3 }
  sheet.landscape = true
  sheet.repeat = '1:1'
  sheet.printed = rangeOf(1, 1, sheet.rows.length, printed)
  return sheet
}
