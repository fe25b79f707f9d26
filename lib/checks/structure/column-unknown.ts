import { formKeys } from '../../forms/form.ts'
import { tableName } from '../../model/form-words.ts'
import { unsettled } from '../../model/unsettled.ts'
import { defineCheck } from '../define-check.ts'
import { listOf, quoted, whereInFile } from '../wording.ts'

export const columnUnknown = defineCheck({
  id: 'column-unknown',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '表式以外的列名', en: 'A column label the form does not have' },
  explanation: {
    zh: '表头有表式没有的列名：或是多出一列（不计入，但原样保留在输出中），或是列名印错（该列按所处位置读取）。每张表合为一条。',
    en: 'The header has a label that is none of the form’s: an extra column, which is not counted but kept as printed, or a wrong label over a column that was read by its place. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const columns = unsettled(report, 'columnUnknown').filter(each => each.form === form)
      if (columns.length === 0) return []
      const table = tableName(form)
      const labels = columns.map(({ label, source }) => {
        const where = whereInFile(source)
        return { zh: `${quoted(label)}${where.zh}`, en: `${quoted(label)}${where.en}` }
      })
      const names = listOf(labels, 12)
      return [
        {
          message: {
            zh: `${table.zh}的表头有表式以外的列名：${names.zh}。多出的列未计入；列名印错的，数字按位置读取。请与原表核对，改用表式所列各列。`,
            en: `In ${table.en} the header has labels the form does not have: ${names.en}. Extra columns were not counted; under a wrong label the figures were read by place. Compare with the original and use the columns of the form.`,
          },
          cells: [...new Set(columns.flatMap(({ cells = [] }) => cells))],
          evidence: columns.map(({ label }) => ({ section: form, quote: label.trim() })),
          place: `${form} ${columns.map(({ label }) => label).join('|')}`,
        },
      ]
    }),
})
