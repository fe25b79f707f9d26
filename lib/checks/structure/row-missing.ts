import type { FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { cellsRead } from '../../model/figures-of.ts'
import { rowLabel, rowName, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { unsettled } from '../../model/unsettled.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf } from '../wording.ts'

const draftOf = (report: Report, form: FormKey, rows: readonly string[]): FindingDraft => {
  const cells = cellsRead(report, form).filter(({ row }) => rows.includes(row.key))
  const table = tableName(form)
  const names = [...new Set(cells.map(({ row }) => rowLabel(row)))].map(rowName)
  const named = listOf(names, 25)
  const count = rows.length > 1 ? ` ${rows.length} 行：` : ''
  return {
    message: {
      zh: `${table.zh}缺少${count}${named.zh}。请按表式补上（没有发生的填 0）。`,
      en: `In ${table.en} ${rows.length > 1 ? `${rows.length} rows are` : 'a row is'} missing: ${named.en}. Add what the form has (0 where nothing happened).`,
    },
    cells: cells.map(({ key }) => key),
    place: `${form} ${rows.join(' ')}`,
  }
}

export const rowMissing = defineCheck({
  id: 'row-missing',
  severity: 'error',
  title: { zh: '缺少表式所列的行', en: 'A row of the form is missing' },
  explanation: {
    zh: '表式有这一行，文件中没有。只在确实没有时提示；没有读出的见 row-unreadable。每张表合为一条。',
    en: 'The form has the row, and the file is seen not to have it; what could not be read is row-unreadable. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const rows = unsettled(report, 'rowMissing')
        .filter(each => each.form === form)
        .map(({ row }) => row)
      return rows.length === 0 ? [] : [draftOf(report, form, rows)]
    }),
})
