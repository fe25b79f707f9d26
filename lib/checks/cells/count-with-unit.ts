import { cellsOf, formKeys } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { cellName, tableName } from '../labels.ts'
import { listOf, quoted } from '../wording.ts'

export const countWithUnit = defineCheck({
  id: 'count-with-unit',
  severity: 'info',
  editions: bothEditions,
  title: { zh: '件数格内印有单位', en: 'A unit printed in a count cell' },
  explanation: {
    zh: '件数格只填数字；印有“个”“件”等单位的，已取其数字。每张表合为一条。',
    en: 'Count cells hold the number alone; a printed unit was left out of the figure. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const keys = cellsOf(report, form)
        .filter(({ key, column }) => column.unit === undefined && report.figures.get(key)?.printedUnit)
        .map(({ key }) => key)
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
            zh: `${table.zh}件数格内印有单位：${places.zh}。已取其数字，建议只填数字。`,
            en: `In ${table.en} count cells carry a unit: ${places.en}. The number was taken; better without the unit.`,
          },
          cells: keys,
        },
      ]
    }),
})
