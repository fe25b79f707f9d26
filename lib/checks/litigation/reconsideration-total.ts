import { equationCheck } from '../equation-check.ts'
import { resultsTotal, totalAdvice, totalSource } from './results.ts'

export const reconsiderationTotal = equationCheck({
  id: 'reconsideration-total',
  severity: 'error',
  title: {
    zh: '行政复议：总计＝结果维持＋结果纠正＋其他结果＋尚未审结',
    en: 'Administrative reconsideration: the total is the sum of the four results',
  },
  explanation: {
    zh: '行政复议的总计应为四种结果之和。总计填 0 而分项有数的也属此类。',
    en: 'The total of administrative reconsideration is the sum of its four results; a total of 0 beside results is one case of it.',
  },
  source: totalSource,
  advice: totalAdvice,
  equation: resultsTotal('reconsideration'),
})
