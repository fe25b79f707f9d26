import type { Label } from '../../forms/form.ts'
import type { FormLayout } from '../../forms/layout.ts'
import { cellsOfForm } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import { placeWords, stateWords } from '../words.ts'
import type { Plan, PlannedForm } from './plan.ts'
import { newSheet, type Sheet, type SheetCell } from './sheet.ts'
import * as styles from './styles.ts'
import { looksLikeFormula } from './text.ts'

const columns = [
  { head: '机关 Authority', width: 20 },
  { head: '年度 Year', width: 11 },
  { head: '版式 Edition', width: 13 },
  { head: '表键 Table key', width: 22 },
  { head: '表 Table', width: 26 },
  { head: '行键 Row key', width: 34 },
  { head: '行 Row', width: 44 },
  { head: '列键 Column key', width: 26 },
  { head: '列 Column', width: 28 },
  { head: '指标键 Figure key', width: 52 },
  { head: '数值 Value', width: 13 },
  { head: '单位 Unit', width: 10 },
  { head: '状态 State', width: 11 },
  { head: '原文 Printed', width: 16 },
  { head: '位置 Source', width: 20 },
]

const joined = (path: readonly Label[]): string => path.map(({ label }) => label).join(' › ')

const plain = (value: string | number | null): SheetCell | undefined => {
  if (value === null || value === '') return undefined
  if (typeof value === 'string' && looksLikeFormula(value))
    return { value, style: styles.textual(styles.plain) }
  return { value }
}

/** The cells of a figure's row that are the same in every report. */
interface Fixed {
  readonly key: string
  readonly cells: readonly (SheetCell | undefined)[]
}

const fixedRows = new WeakMap<FormLayout, readonly Fixed[]>()

const fixedOf = ({ form, edition, layout }: PlannedForm): readonly Fixed[] => {
  const known = fixedRows.get(layout)
  if (known) return known
  const rows = cellsOfForm(edition, form).map(({ key, row, column }) => ({
    key,
    cells: [form, layout.form.title, row.key, joined(row.path), column.key, joined(column.path), key].map(
      plain,
    ),
  }))
  fixedRows.set(layout, rows)
  return rows
}

/** Every figure on a row of its own, as an Excel table: ready for filters, formulas and pivots. */
export const tidySheet = (report: Report, plan: Plan): Sheet => {
  const sheet = newSheet(
    plan.tidy,
    columns.map(({ width }) => width),
  )
  sheet.rows.push(columns.map(({ head }) => ({ value: head, style: styles.tidyHead })))
  const whose = [report.authority, report.year].map(plain)
  for (const planned of plan.forms) {
    const edition = plain(planned.edition)
    for (const { key, cells } of fixedOf(planned)) {
      const { value, unit, state, text, source } = report.figures.get(key)!
      const own = [value, unit ?? null, stateWords[state].zh, text, placeWords(source)].map(plain)
      sheet.rows.push([...whose, edition, ...cells, ...own])
    }
  }
  sheet.table = { name: 'gongkai_figures', columns: columns.map(({ head }) => head) }
  sheet.frozen = { rows: 1, columns: 0 }
  sheet.landscape = true
  sheet.repeat = '1:1'
  return sheet
}
