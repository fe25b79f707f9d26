import { figureColumns, figureRows } from '../figure-table.ts'
import type { JudgedReport } from '../judged-report.ts'
import type { Plan } from './plan.ts'
import { newSheet, type Sheet, type SheetCell } from './sheet.ts'
import * as styles from './styles.ts'
import { looksLikeFormula } from './text.ts'

const plain = (value: string | number | null): SheetCell | undefined => {
  if (value === null || value === '') return undefined
  if (typeof value === 'string' && looksLikeFormula(value))
    return { value, style: styles.textual(styles.plain) }
  return { value }
}

/** Every figure on a row of its own, as an Excel table: ready for filters, formulas and pivots. */
export const tidySheet = (judged: JudgedReport, plan: Plan): Sheet => {
  const heads = figureColumns.map(({ head }) => head)
  const sheet = newSheet(
    plan.tidy,
    figureColumns.map(({ width }) => width),
  )
  sheet.rows.push(heads.map(head => ({ value: head, style: styles.tidyHead })))
  for (const row of figureRows(judged)) sheet.rows.push(row.map(plain))
  sheet.table = { name: 'gongkai_figures', columns: heads }
  sheet.frozen = { rows: 1, columns: 0 }
  sheet.landscape = true
  sheet.repeat = '1:1'
  return sheet
}
