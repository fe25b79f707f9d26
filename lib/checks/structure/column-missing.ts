import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed, stateAt } from '../../model/figures-of.ts'
import { columnLabelOf, columnPlace, tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { listOf } from '../wording.ts'

export const columnMissing = defineCheck({
  id: 'column-missing',
  severity: 'error',
  title: { zh: '缺少表式所列的列', en: 'A column of the form is missing' },
  explanation: {
    zh: '表式有这一列，文件的表头中没有，其下也没有数字。该列各格作缺失处理，不移位、不猜测。每张表合为一条。',
    en: 'The form has the column, the header in the file has not, nor are there numbers of it. Its cells count as missing; nothing is shifted or guessed. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const edition = report.editions[form]
      const lacking = new Set(
        observed(report, 'columnMissing')
          .filter(each => each.form === form)
          .flatMap(({ columns }) => columns),
      )
      // What its rows print under another heading, or what could not be read, is not missing.
      const cells = cellsOf(report, form).filter(
        ({ key, column }) => lacking.has(column.key) && stateAt(report, key) === 'missing',
      )
      if (edition === null || cells.length === 0) return []
      const table = tableName(form)
      const columns = [...new Set(cells.map(({ column }) => column.key))]
      const names = listOf(columns.map(key => columnPlace(columnLabelOf(edition, form, key))))
      return [
        {
          message: {
            zh: `${table.zh}缺少${names.zh}。该列数字无法取得，请按表式补上。`,
            en: `In ${table.en} a column is missing: ${names.en}. Its figures cannot be had; add what the form has.`,
          },
          cells: cells.map(({ key }) => key),
          place: `${form} ${columns.join(' ')}`,
        },
      ]
    }),
})
