import { formKeys, observed } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { tableName } from '../labels.ts'
import { listOf, quoted } from '../wording.ts'

export const labelVariant = defineCheck({
  id: 'label-variant',
  severity: 'info',
  editions: bothEditions,
  title: { zh: '行名、列名与表式不一致', en: 'A label that differs from the form' },
  explanation: {
    zh: '名称有错字、漏字或改写，但仍能认出是哪一行、哪一列。每张表合为一条。',
    en: 'A label with a typo or other wording that could still be recognised. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const pairs = new Map(
        observed(report, 'labelVariant')
          .filter(each => each.form === form)
          .map(({ printed, official }) => [`${printed}\n${official}`, { printed, official }]),
      )
      if (pairs.size === 0) return []
      const table = tableName(form)
      const names = listOf(
        [...pairs.values()].map(({ printed, official }) => ({
          zh: `${quoted(printed)}应为“${official}”`,
          en: `${quoted(printed)} for “${official}”`,
        })),
        12,
      )
      return [
        {
          message: {
            zh: `${table.zh}的名称与表式不一致：${names.zh}。已按表式读取，请更正。`,
            en: `In ${table.en} labels differ from the form: ${names.en}. They were read as the form’s; correct them.`,
          },
          evidence: [...pairs.values()].map(({ printed }) => ({ section: form, quote: printed.trim() })),
          place: `${form} ${[...pairs.keys()].join('|')}`,
        },
      ]
    }),
})
