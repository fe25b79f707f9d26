import { formKeys, observed } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { rowLabelOf, tableName } from '../labels.ts'
import { listOf, same } from '../wording.ts'

export const columnsMisaligned = defineCheck({
  id: 'columns-misaligned',
  severity: 'info',
  editions: bothEditions,
  title: { zh: '表头与数据行的列对不齐', en: 'Header and data rows of the grid disagree' },
  explanation: {
    zh: '表格的合并格使表头与数据行的列位置不一致，数字按单元格的先后次序读取。',
    en: 'Merged cells put header and data rows out of line; the order of the cells decided.',
  },
  source: '表格的排版',
  find: report =>
    formKeys.flatMap(form => {
      const edition = report.editions[form]
      const rows = observed(report, 'columnsMisaligned')
        .filter(each => each.form === form)
        .flatMap(each => each.rows)
      if (edition === null || rows.length === 0) return []
      const table = tableName(form)
      const names = listOf(rows.map(row => same(`“${rowLabelOf(edition, form, row) || '数据行'}”`)))
      return [
        {
          message: {
            zh: `${table.zh}表头与数据行的列对不齐：${names.zh}。数字按单元格先后次序读取，请与原表核对。`,
            en: `In ${table.en} header and data rows are out of line: ${names.en}. Figures were read in the order of the cells; compare with the original.`,
          },
          place: `${form} ${rows.join(' ')}`,
        },
      ]
    }),
})
