import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'

export const tableRepeated = defineCheck({
  id: 'table-repeated',
  severity: 'warning',
  title: { zh: '同一张表出现两次', en: 'A statutory table occurs twice' },
  explanation: {
    zh: '文件中有不止一张同样的法定表格，可能是更正稿，也可能是误贴。各张数字相同的照取；不同的无法判断以哪一张为准，不取。',
    en: 'More than one table of the same form: a correction, or a slip. Figures that agree are taken; where they differ none is.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const seen = observed(report, 'tableRepeated').filter(each => each.form === form)
      if (seen.length === 0) return []
      const tables = [...new Set(seen.flatMap(each => each.tables))].sort((a, b) => a - b)
      const table = tableName(form)
      const numbers = tables.join('、')
      return [
        {
          message: {
            zh: `${table.zh}在文件中出现 ${tables.length} 次（第 ${numbers} 个表格）。请确认以哪一张为准，删去多余的表格。`,
            en: `${table.en.replace(/^the/u, 'The')} occurs ${tables.length} times (tables ${tables.join(', ')} of the file). Confirm which is meant and remove the others.`,
          },
          cells: cellsOf(report, form).map(({ key }) => key),
          place: numbers,
        },
      ]
    }),
})
