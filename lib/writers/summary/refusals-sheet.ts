import { rangeOf } from '../workbook/address.ts'
import { newSheet, put, type Sheet } from '../workbook/sheet.ts'
import * as styles from '../workbook/styles.ts'
import { linesIn, looksLikeFormula } from '../workbook/text.ts'
import { sheetNames } from './plan.ts'
import type { SummaryInput } from './record.ts'

const columns = [
  { head: '序号\nNo.', width: 7 },
  { head: '文件\nFile', width: 36 },
  { head: '结果\nOutcome', width: 14 },
  { head: '原因\nReason', width: 44 },
  { head: '怎么办\nWhat to do', width: 44 },
  { head: '代码\nCode', width: 18 },
  { head: '原因（英文）\nReason (English)', width: 44 },
] as const

const outcomeWords = { rejected: '未受理\nRefused', failed: '转换失败\nFailed' } as const

/** The files without figures, each with the reason and what to do. */
export const refusalsSheet = ({ refusals }: SummaryInput): Sheet => {
  const sheet = newSheet(
    sheetNames.refusals,
    columns.map(({ width }) => width),
  )
  columns.forEach(({ head }, index) => {
    put(sheet, [1, index + 1], head, styles.listHead)
  })
  sheet.heights[0] = 32
  refusals.forEach(({ name, kind, reason }, index) => {
    const row = index + 2
    const texts = [
      name,
      outcomeWords[kind],
      reason.sentence.zh,
      reason.remedy.zh,
      reason.code,
      reason.sentence.en,
    ]
    put(sheet, [row, 1], index + 1, styles.listNumber)
    texts.forEach((text, at) => {
      put(
        sheet,
        [row, at + 2],
        text,
        looksLikeFormula(text) ? styles.textual(styles.listText) : styles.listText,
      )
    })
    const lines = texts.map((text, at) => linesIn(text, columns[at + 1]!.width))
    sheet.heights[row - 1] = 6 + 14 * Math.max(...lines)
  })
  if (refusals.length === 0)
    put(sheet, [2, 1, 1, columns.length], '没有未受理的文件 No file was refused', styles.listText)
  else sheet.filter = rangeOf(1, 1, refusals.length + 1, columns.length)
  sheet.frozen = { rows: 1, columns: 2 }
  sheet.landscape = true
  sheet.paper = 'A3'
  sheet.repeat = '1:1'
  return sheet
}
