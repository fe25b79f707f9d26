import type { Finding } from '../../checks/check.ts'
import { gravestFirst } from '../gravest-first.ts'
import { addressOf, inSheet, rangeOf } from '../workbook/address.ts'
import { findingColumns, heightOf, putFindingCells, putText } from '../workbook/finding-cells.ts'
import { newSheet, put, type Sheet } from '../workbook/sheet.ts'
import * as styles from '../workbook/styles.ts'
import { columnOf, firstFinding, firstReport, type Plan, sheetNames } from './plan.ts'
import type { SummaryInput, SummaryReport } from './record.ts'

const columns = [
  { head: '报告\nReport', width: 8 },
  { head: '机关\nAuthority', width: 18 },
  { head: '年度\nYear', width: 7 },
  ...findingColumns(9),
  { head: '文件\nFile', width: 28 },
  { head: '说明（英文）\nMessage (English)', width: 56 },
] as const
const printed = 12
/** A spreadsheet takes some 65,000 links in a sheet; a finding has two. */
const mostLinked = 30_000

const putFinding = (
  sheet: Sheet,
  plan: Plan,
  report: SummaryReport,
  index: number,
  finding: Finding,
  row: number,
) => {
  const { message, cells } = finding
  const column = cells[0] === undefined ? null : columnOf(plan, report, cells[0])
  const linked = column !== null && row < mostLinked
  put(sheet, [row, 1], index + 1, styles.listLinkCentred)
  putText(sheet, [row, 2], report.authority)
  put(sheet, [row, 3], report.year, styles.listNumber)
  sheet.heights[row - 1] = heightOf(putFindingCells(sheet, row, 4, report, finding))
  put(sheet, [row, 7], linked ? '查看 →' : null, linked ? styles.listLinkCentred : styles.listNumber)
  putText(sheet, [row, 13], report.name)
  putText(sheet, [row, 14], message.en, styles.listTextEnglish)
  const link = (at: number, target: string) =>
    sheet.links.push({ address: addressOf(row, at), target: inSheet(sheetNames.reports, target) })
  if (row < mostLinked) link(1, addressOf(firstReport + index, 1))
  if (linked) link(7, addressOf(firstReport + index, column))
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
