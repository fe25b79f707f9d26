import { placeNames } from '../../model/own-workbook.ts'
import { fixedIn } from '../workbook/address.ts'
import { bookOf } from '../workbook/book.ts'
import { findingsSheet } from './findings-sheet.ts'
import { planOf, sheetNames } from './plan.ts'
import type { SummaryInput } from './record.ts'
import { refusalsSheet } from './refusals-sheet.ts'
import { reportsSheet } from './reports-sheet.ts'

/**
 * `汇总.xlsx`: several reports in one workbook, a row for each with all figures as columns and sums below, all their
 * findings, and the files that gave none. The same records give the same bytes.
 */
export const writeSummary = (input: SummaryInput): Promise<Uint8Array> => {
  const plan = planOf(input)
  return bookOf(
    [reportsSheet(input, plan), findingsSheet(input, plan), refusalsSheet(input)],
    '政府信息公开工作年度报告汇总',
    [{ name: placeNames.summary, reference: fixedIn(sheetNames.reports, 'A1') }],
  )
}
