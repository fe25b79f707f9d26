import { formKeys } from '../../forms/form.ts'
import { observed, tablesAreDue } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'

export const tableMissing = defineCheck({
  id: 'table-missing',
  severity: 'error',
  title: { zh: '缺少法定表格', en: 'A statutory table is missing' },
  explanation: {
    zh: '三张法定表格缺一不可。只在文件中确实没有这张表时提示；有而读不出的见 table-unreadable。2019 年以前的报告没有固定表格，不提示。',
    en: 'All three statutory tables are required. Told only where the file is seen not to have the table; one that is there and cannot be read is table-unreadable. Reports before 2019 had no fixed tables and are exempt.',
  },
  source: '《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    if (!tablesAreDue(report)) return []
    const unreadable = observed(report, 'tableUnreadable')
    return formKeys
      .filter(form => report.editions[form] === null && !unreadable.some(each => each.form === form))
      .map(form => {
        const table = tableName(form)
        return {
          message: {
            zh: `${table.zh}缺失：文件中没有这张表。请补上该表。`,
            en: `${table.en.replace(/^the/u, 'The')} is missing: it is not in the file. Add it.`,
          },
          place: form,
        }
      })
  },
})
