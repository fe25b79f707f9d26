import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'

const litigation = 'reconsiderationAndLitigation.litigationAfterReconsideration.total'
const reconsideration = 'reconsiderationAndLitigation.reconsideration.total'

export const litigationExceedsReconsideration = defineCheck({
  id: 'litigation-exceeds-reconsideration',
  severity: 'info',
  title: {
    zh: '复议后起诉多于行政复议',
    en: 'More litigation after reconsideration than reconsiderations',
  },
  explanation: {
    zh: '复议后起诉的件数大于本年行政复议件数。上年复议、本年起诉的可以造成这种情况，故只作提示。',
    en: 'More cases went to court after reconsideration than were reconsidered this year. Reconsiderations of last year can explain it.',
  },
  formula: '复议后起诉总计 ≤ 行政复议总计',
  source: '由表四栏目的含义推得',
  find: report => {
    const after = numberAt(report, litigation)
    const before = numberAt(report, reconsideration)
    if (after === null || before === null || after <= before) return []
    const table = tableName('reconsiderationAndLitigation')
    return [
      {
        message: {
          zh: `${table.zh}：复议后起诉总计 ${after} 大于行政复议总计 ${before}。如为上年复议、本年起诉则属正常，否则请核对。`,
          en: `In ${table.en}: ${after} cases after reconsideration, but ${before} reconsiderations. Normal where they were reconsidered last year; otherwise check.`,
        },
        cells: [litigation, reconsideration],
        expected: before,
        actual: after,
      },
    ]
  },
})
