import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { reportJson } from '../../../../lib/writers/json.ts'
import type { JudgedReport } from '../../../../lib/writers/judged-report.ts'
import {
  type SummaryInput,
  type SummaryReport,
  summaryReport,
  writeSummary,
} from '../../../../lib/writers/summary/index.ts'
import { rowOf } from '../../../../lib/writers/summary/plan.ts'

/** A report's row of the summary, made from its JSON output as it is stored. */
export const recordOf = (judged: JudgedReport, name = '一.docx'): SummaryReport =>
  summaryReport(JSON.parse(JSON.stringify(reportJson(judged))), name, {
    workbook: `${name}/一.xlsx`,
    page: `${name}/一.html`,
    json: `${name}/一.json`,
  })

export const opened = async (input: SummaryInput): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeSummary(input)).slice().buffer)
  return workbook
}

export const partsOf = async (input: SummaryInput): Promise<ReadonlyMap<string, string>> =>
  new Map(
    Object.entries(unzipSync(await writeSummary(input))).map(([name, bytes]) => [
      name,
      new TextDecoder().decode(bytes),
    ]),
  )

/** Column of a figure, found by its key as a program would find it. */
export const columnOfKey = (sheet: ExcelJS.Worksheet, key: string, nth = 0): number => {
  const found: number[] = []
  sheet.getRow(rowOf.key).eachCell((cell, column) => {
    if (cell.value === key) found.push(column)
  })
  if (found[nth] === undefined) throw new Error(`no column ${key}`)
  return found[nth]
}

/** Row whose first cell says so. */
export const rowSaying = (sheet: ExcelJS.Worksheet, text: RegExp): ExcelJS.Row => {
  const found: ExcelJS.Row[] = []
  sheet.eachRow(row => {
    if (text.test(String(row.getCell(1).value))) found.push(row)
  })
  if (!found[0]) throw new Error(`no row says ${text}`)
  return found[0]
}

/** What a cell shows: a formula's stored result, else its value. */
export const shownIn = (cell: ExcelJS.Cell): unknown => (cell.formula ? (cell.result ?? '') : cell.value)
