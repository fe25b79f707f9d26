import type { Finding } from '../../checks/check.ts'
import { dayOf } from '../../entered/entered-words.ts'
import { gravestFirst } from '../gravest-first.ts'
import { addressOf, inSheet, rangeOf } from '../workbook/address.ts'
import { findingColumns, heightOf, putFindingCells, putText } from '../workbook/finding-cells.ts'
import { newSheet, put, type Sheet } from '../workbook/sheet.ts'
import * as styles from '../workbook/styles.ts'
import { linesIn } from '../workbook/text.ts'
import { columnOf, firstFinding, firstReport, type Plan, sheetNames } from './plan.ts'
import type { FindingDecision, SummaryInput, SummaryReport } from './record.ts'

const columns = [
  { head: '报告\nReport', width: 8 },
  { head: '机关\nAuthority', width: 18 },
  { head: '年度\nYear', width: 7 },
  ...findingColumns(9),
] as const
/** What persons decided, where there is anybody to decide. */
const decisionColumns = [
  { head: '处理\nDecision', width: 10 },
  { head: '理由\nReason', width: 26 },
  { head: '经办人\nBy', width: 10 },
  { head: '时间\nWhen', width: 11 },
] as const
const lastColumns = [
  { head: '文件\nFile', width: 28 },
  { head: '说明（英文）\nMessage (English)', width: 56 },
] as const

const putDecision = (sheet: Sheet, row: number, decision: FindingDecision | undefined): number => {
  const { length } = columns
  const style = decision ? styles.listText : styles.listNumber
  putText(sheet, [row, length + 1], decision?.decision ?? null, style)
  putText(sheet, [row, length + 2], decision?.reason ?? null, style)
  putText(sheet, [row, length + 3], decision?.by ?? null, style)
  putText(sheet, [row, length + 4], decision ? dayOf(decision.at) : null, style)
  return linesIn(decision?.reason ?? '', decisionColumns[1].width)
}

/** A spreadsheet takes some 65,000 links in a sheet; a finding has two. */
const mostLinked = 30_000

const putFinding = (
  sheet: Sheet,
  plan: Plan,
  report: SummaryReport,
  index: number,
  finding: Finding,
  row: number,
  printed: number,
) => {
  const { message, cells } = finding
  const column = cells[0] === undefined ? null : columnOf(plan, report, cells[0])
  const linked = column !== null && row < mostLinked
  put(sheet, [row, 1], index + 1, styles.listLinkCentred)
  putText(sheet, [row, 2], report.authority)
  put(sheet, [row, 3], report.year, styles.listNumber)
  const lines = putFindingCells(sheet, row, 4, report, finding)
  const more = printed > columns.length ? putDecision(sheet, row, report.decisions?.get(finding.id)) : 0
  sheet.heights[row - 1] = heightOf(Math.max(lines, more))
  put(sheet, [row, 7], linked ? '查看 →' : null, linked ? styles.listLinkCentred : styles.listNumber)
  putText(sheet, [row, printed + 1], report.name)
  putText(sheet, [row, printed + 2], message.en, styles.listTextEnglish)
  const link = (at: number, target: string) =>
    sheet.links.push({ address: addressOf(row, at), target: inSheet(sheetNames.reports, target) })
  if (row < mostLinked) link(1, addressOf(firstReport + index, 1))
  if (linked) link(7, addressOf(firstReport + index, column))
}

/** Every finding of every report under one filter, each with a link to its cell. */
export const findingsSheet = ({ reports }: SummaryInput, plan: Plan): Sheet => {
  const isDecided = reports.some(({ decisions }) => decisions !== undefined)
  const shown = [...columns, ...(isDecided ? decisionColumns : [])]
  const printed = shown.length
  const all = [...shown, ...lastColumns]
  const sheet = newSheet(
    sheetNames.findings,
    all.map(({ width }) => width),
  )
  all.forEach(({ head }, index) => {
    put(sheet, [1, index + 1], head, styles.listHead)
  })
  sheet.heights[0] = 32
  let row = firstFinding
  reports.forEach((report, index) => {
    for (const finding of gravestFirst(report.findings))
      putFinding(sheet, plan, report, index, finding, row++, printed)
  })
  if (row === firstFinding) put(sheet, [row, 1, 1, printed], '没有发现问题 Nothing found', styles.listText)
  else sheet.filter = rangeOf(1, 1, row - 1, all.length)
  sheet.frozen = { rows: 1, columns: 3 }
  sheet.landscape = true
  sheet.paper = 'A3'
  sheet.repeat = '1:1'
  sheet.printed = rangeOf(1, 1, sheet.rows.length, printed)
  return sheet
}
