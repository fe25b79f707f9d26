import type { FormCell, FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed, stateAt } from '../../model/figures-of.ts'
import { columnLabel, columnPlace, rowLabel, rowName, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf } from '../wording.ts'

const draftOf = (form: FormKey, cells: readonly FormCell[]): FindingDraft => {
  const table = tableName(form)
  const rows = [...Map.groupBy(cells, ({ row }) => row.key).values()].map(own => {
    const row = rowName(own[0] ? rowLabel(own[0].row) : '')
    const columns = listOf(own.map(({ column }) => columnPlace(columnLabel(column))))
    return { zh: `${row.zh}缺少${columns.zh}`, en: `${row.en}: ${columns.en}` }
  })
  const places = listOf(rows, 12)
  return {
    message:
      rows.length === 1
        ? {
            zh: `${table.zh}${places.zh}：表式有这一格，文件中没有。请补全该行。`,
            en: `In ${table.en}, ${places.en} is in the form but not in the file. Complete the row.`,
          }
        : {
            zh: `${table.zh}有 ${rows.length} 行缺少单元格，表式有而文件中没有，请补全：${places.zh}。`,
            en: `In ${table.en} ${rows.length} rows lack cells that the form has; complete them: ${places.en}.`,
          },
    cells: cells.map(({ key }) => key),
  }
}

/** Cells whose row or column is missing as a whole have that said of them. */
const singly = (report: Report, form: FormKey): readonly FormCell[] => {
  const own = <Each extends { readonly form: FormKey }>(all: readonly Each[]) =>
    all.filter(each => each.form === form)
  const rows = new Set(own(observed(report, 'rowMissing')).map(({ row }) => row))
  const columns = new Set(own(observed(report, 'columnMissing')).flatMap(each => each.columns))
  return cellsOf(report, form).filter(
    ({ key, row, column }) =>
      stateAt(report, key) === 'missing' && !rows.has(row.key) && !columns.has(column.key),
  )
}

export const cellMissing = defineCheck({
  id: 'cell-missing',
  severity: 'error',
  title: { zh: '缺少单元格', en: 'Cells missing' },
  explanation: {
    zh: '表式有的格，文件中确实没有。整行、整列、整表缺少的另有提示；有而读不出的见 cell-unreadable、row-unreadable。每张表合为一条。',
    en: 'The form has the cell, and the file is seen not to have it. Rows, columns and tables missing as a whole are reported as such; what is there and cannot be read is cell-unreadable or row-unreadable. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const cells = singly(report, form)
      return cells.length === 0 ? [] : [draftOf(form, cells)]
    }),
})
