import { gravestFirst } from '../gravest-first.ts'
import type { JudgedReport } from '../judged-report.ts'
import { marksOf } from '../marks.ts'
import { bookOf } from './book.ts'
import { formSheet } from './form-sheet.ts'
import { otherTableSheets } from './other-tables.ts'
import { overviewSheet } from './overview.ts'
import { namesOf, planOf } from './plan.ts'
import { tidySheet } from './tidy.ts'

/**
 * `<stem>.xlsx`: an overview with the findings, the statutory tables laid out like the official form with live checks,
 * the other tables of the document, and one tidy sheet of all figures. The same report gives the same bytes.
 */
export const writeWorkbook = (judged: JudgedReport): Promise<Uint8Array> => {
  const { report, source } = judged
  const findings = gravestFirst(judged.findings)
  const plan = planOf(report)
  const marks = marksOf(findings)
  const sheets = [
    overviewSheet(judged, findings, plan),
    ...plan.forms.map(planned => formSheet(report, planned, marks, plan)),
    ...otherTableSheets(report, plan),
    ...(plan.forms.length > 0 ? [tidySheet(judged, plan)] : []),
  ]
  return bookOf(sheets, report.title ?? source.name, namesOf(report, plan))
}
