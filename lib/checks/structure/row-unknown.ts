import { observed } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { tableName } from '../labels.ts'
import { placeOf, quoted } from '../wording.ts'

export const rowUnknown = defineCheck({
  id: 'row-unknown',
  severity: 'warning',
  editions: bothEditions,
  title: { zh: '表式以外的行', en: 'A row the form does not have' },
  explanation: {
    zh: '表式没有这一行，其数字不计入任何统计，但原样保留在输出中。',
    en: 'The form has no such row. Its figures count nowhere and are kept as printed.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    observed(report, 'rowUnknown').map(({ form, label, values, source }) => {
      const table = tableName(form)
      const where = placeOf(source)
      const printed =
        values.map(value => (value.trim() === '' ? '空白' : value.trim())).join('、') || '无数字'
      return {
        message: {
          zh: `${table.zh}有表式以外的一行${where.zh}：${quoted(label)}（${printed}）。该行未计入，请改用表式所列各行。`,
          en: `In ${table.en} there is a row the form does not have${where.en}: ${quoted(label)} (${printed}). It was not counted; use the rows of the form.`,
        },
        evidence: [{ section: form, quote: [label.trim(), ...values].join(' | ') }],
        place: `${form} ${label} ${values.join('|')}`,
      }
    }),
})
