import { formKeys } from '../../forms/form.ts'
import { observed } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { listOf, quoted, whereInFile } from '../wording.ts'

const mostQuotes = 12

export const rowUnknown = defineCheck({
  id: 'row-unknown',
  severity: 'warning',
  title: { zh: '表式以外的行', en: 'A row the form does not have' },
  explanation: {
    zh: '表式没有这一行，其数字不计入任何统计，但原样保留在输出中。每张表合为一条。',
    en: 'The form has no such row. Its figures count nowhere and are kept as printed. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const rows = observed(report, 'rowUnknown').filter(each => each.form === form)
      if (rows.length === 0) return []
      const table = tableName(form)
      const places = listOf(
        rows.map(({ label, values, source }) => {
          const where = whereInFile(source)
          const printed =
            values.map(value => (value.trim() === '' ? '空白' : value.trim())).join('、') || '无数字'
          return {
            zh: `${where.zh}：${quoted(label)}（${printed}）`,
            en: `${where.en}: ${quoted(label)} (${printed})`,
          }
        }),
      )
      return [
        {
          message:
            rows.length === 1
              ? {
                  zh: `${table.zh}有表式以外的一行${places.zh}。该行未计入，请改用表式所列各行。`,
                  en: `In ${table.en} there is a row the form does not have${places.en}. It was not counted; use the rows of the form.`,
                }
              : {
                  zh: `${table.zh}有 ${rows.length} 行表式以外的行，未计入，请改用表式所列各行：${places.zh}。`,
                  en: `In ${table.en} there are ${rows.length} rows the form does not have. They were not counted; use the rows of the form:${places.en}.`,
                },
          evidence: rows
            .slice(0, mostQuotes)
            .map(({ label, values }) => ({ section: form, quote: [label.trim(), ...values].join(' | ') })),
          place: rows.map(({ label, values }) => `${form} ${label} ${values.join('|')}`).join('\n'),
        },
      ]
    }),
})
