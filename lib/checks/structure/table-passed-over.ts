import { cellsOf, observed } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'

const reasons = {
  year: { zh: '标明的是其他年度', en: 'is captioned with another year' },
  blank: { zh: '是空表或样表', en: 'is blank or a sample' },
} as const

export const tablePassedOver = defineCheck({
  id: 'table-passed-over',
  severity: 'warning',
  title: { zh: '另有同样的表格未取', en: 'Another table of the same form was not read' },
  explanation: {
    zh: '文件中同样的法定表格不止一张，其中一张标明是其他年度的，或者是空表、样表。取报告年度已填的那一张，并说明取的是哪一张。',
    en: 'More than one table of the same form, one of them captioned with another year, blank or a sample. The filled one of the report year is read, and which one that is is said here.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report =>
    observed(report, 'tablePassedOver').map(({ form, why, passed, taken }) => {
      const table = tableName(form)
      if (why === 'beside')
        return {
          message: {
            zh: `${table.zh}并列了几个年度的数字，只取报告年度的。请确认，并只保留报告年度的数字。`,
            en: `${table.en.replace(/^the/u, 'The')} prints figures of several years side by side; those of the report year were read. Please confirm, and keep those alone.`,
          },
          cells: cellsOf(report, form).map(({ key }) => key),
          place: `${form} ${why}`,
        }
      const reason = reasons[why]
      return {
        message: {
          zh: `${table.zh}取自文件第 ${taken.join('、')} 个表格；第 ${passed.join('、')} 个表格${reason.zh}，未取。请确认，并删去多余的表格。`,
          en: `${table.en.replace(/^the/u, 'The')} was read from table ${taken.join(', ')} of the file; table ${passed.join(', ')} ${reason.en} and was not read. Please confirm, and remove what is not needed.`,
        },
        cells: cellsOf(report, form).map(({ key }) => key),
        place: `${form} ${why}`,
      }
    }),
})
