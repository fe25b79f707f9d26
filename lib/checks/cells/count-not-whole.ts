import { cellsOf, formKeys } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { cellName, tableName } from '../labels.ts'

export const countNotWhole = defineCheck({
  id: 'count-not-whole',
  severity: 'error',
  editions: bothEditions,
  title: { zh: '件数不是非负整数', en: 'A count that is negative or not whole' },
  explanation: {
    zh: '件数、项数只能是 0 或正整数；“本年增/减”可以为负，但也须为整数；金额可以有小数，但不能为负。',
    en: 'Counts are whole and not negative; 本年增/减 may be negative but is whole; amounts may have decimals but are not negative.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form =>
      cellsOf(report, form).flatMap(({ key, column }) => {
        const figure = report.figures.get(key)
        const value = figure?.value ?? 0
        const whole = column.unit !== undefined || Number.isInteger(value)
        const allowed = column.signed === true || value >= 0
        if (whole && allowed) return []
        const table = tableName(form)
        const name = cellName(report, key)
        const fault = whole
          ? { zh: '不能为负数', en: 'cannot be negative' }
          : { zh: '应为整数', en: 'must be a whole number' }
        return [
          {
            message: {
              zh: `${table.zh}${name.zh}填 ${figure?.text ?? value}，${fault.zh}。请核对更正。`,
              en: `In ${table.en}, ${name.en}: ${figure?.text ?? value} ${fault.en}. Correct it.`,
            },
            cells: [key],
            actual: value,
          },
        ]
      }),
    ),
})
