import type { FormCell, FormKey } from '../../forms/form.ts'
import type { Report } from '../../report.ts'
import { cellsOf, formKeys, observed, stateAt } from '../cells-of.ts'
import { bothEditions, type Draft, defineCheck } from '../define-check.ts'
import { columnLabel, columnPlace, rowLabel, rowPlace, tableName } from '../labels.ts'
import { listOf } from '../wording.ts'

const rowName = (label: string) => (label === '' ? { zh: '数据行', en: 'the data row' } : rowPlace(label))

const missingInRow = (form: FormKey, cells: readonly FormCell[]): Draft => {
  const table = tableName(form)
  const row = rowName(cells[0] ? rowLabel(cells[0].row) : '')
  const columns = listOf(cells.map(({ column }) => columnPlace(columnLabel(column))))
  return {
    message: {
      zh: `${table.zh}${row.zh}缺少${columns.zh}：表式有这一格，文件中没有。请补全该行。`,
      en: `In ${table.en}, ${row.en}: ${columns.en} is in the form but not in the file. Complete the row.`,
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
  editions: bothEditions,
  title: { zh: '缺少单元格', en: 'Cells missing' },
  explanation: {
    zh: '表式有的格，文件中确实没有。整行、整列、整表缺少的另有提示；有而读不出的见 cell-unreadable、row-unreadable。',
    en: 'The form has the cell, and the file is seen not to have it. Rows, columns and tables missing as a whole are reported as such; what is there and cannot be read is cell-unreadable or row-unreadable.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form =>
      Map.groupBy(singly(report, form), ({ row }) => row.key)
        .values()
        .map(cells => missingInRow(form, cells))
        .toArray(),
    ),
})
