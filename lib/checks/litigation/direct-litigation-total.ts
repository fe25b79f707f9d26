import { equationCheck } from '../equation-check.ts'
import { resultsTotal, totalAdvice, totalSource } from './results.ts'

export const directLitigationTotal = equationCheck({
  id: 'direct-litigation-total',
  severity: 'error',
  title: {
    zh: '未经复议直接起诉：总计＝结果维持＋结果纠正＋其他结果＋尚未审结',
    en: 'Litigation without prior reconsideration: the total is the sum of the four results',
  },
  explanation: {
    zh: '未经复议直接起诉的总计应为四种结果之和。总计填 0 而分项有数的也属此类。',
    en: 'The total of litigation without prior reconsideration is the sum of its four results; a total of 0 beside results is one case of it.',
  },
  source: totalSource,
  advice: totalAdvice,
  equation: resultsTotal('directLitigation'),
})
