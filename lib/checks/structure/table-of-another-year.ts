import { cellsOf, observed } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'

export const tableOfAnotherYear = defineCheck({
  id: 'table-of-another-year',
  severity: 'warning',
  title: { zh: '表格标明的年度不是报告年度', en: 'A table captioned with another year' },
  explanation: {
    zh: '表上或表头所写的年度不是报告年度，也没有标明报告年度的同样表格：可能误贴了往年的表，也可能年度写错。数字照读，逐格提示。',
    en: 'The year over or in the table is not the report year, and no other table of the form is of that year: last year’s table by mistake, or a slip of the year. The figures are read and each is flagged.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：统计期限为报告年度',
  find: report =>
    observed(report, 'tableOfAnotherYear').map(({ form, printed }) => {
      const table = tableName(form)
      return {
        message: {
          zh: `${table.zh}标明的年度是“${printed}”，与报告年度${report.year ?? ''}不符。请核对是否误用了其他年度的表格。`,
          en: `${table.en.replace(/^the/u, 'The')} is captioned “${printed}”, not with the report year${report.year ? ` ${report.year}` : ''}. Check whether another year’s table was used.`,
        },
        cells: cellsOf(report, form).map(({ key }) => key),
      }
    }),
})
