import { cellsOf, formKeys, stateAt } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { cellName, tableName } from '../labels.ts'
import { listOf, quoted } from '../wording.ts'

export const cellNotANumber = defineCheck({
  id: 'cell-not-a-number',
  severity: 'warning',
  editions: bothEditions,
  title: { zh: '应填数字的格填了其他内容', en: 'Something else where a number belongs' },
  explanation: {
    zh: '格内是文字或不适用符号（- / — 无 不适用），不是数字，不作 0 计。每张表合为一条。',
    en: 'Text or a not-applicable mark where a count belongs; it is not taken as 0. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const keys = cellsOf(report, form)
        .map(({ key }) => key)
        .filter(key => ['text', 'notApplicable'].includes(stateAt(report, key)))
      if (keys.length === 0) return []
      const table = tableName(form)
      const places = listOf(
        keys.map(key => {
          const name = cellName(report, key)
          const printed = quoted(report.figures.get(key)?.text ?? '', 20)
          return { zh: `${name.zh}填 ${printed}`, en: `${name.en} is ${printed}` }
        }),
      )
      return [
        {
          message: {
            zh: `${table.zh}有 ${keys.length} 格不是数字：${places.zh}。请改填数字（没有发生的填 0）。`,
            en: `In ${table.en} ${keys.length} cells hold no number: ${places.en}. Put a number (0 where nothing happened).`,
          },
          cells: keys,
        },
      ]
    }),
})
