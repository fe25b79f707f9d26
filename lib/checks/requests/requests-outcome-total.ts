import { equationCheck } from '../equation-check.ts'
import { outcomeItems } from './outcome-items.ts'

export const requestsOutcomeTotal = equationCheck({
  id: 'requests-outcome-total',
  severity: 'error',
  title: {
    zh: '（七）总计＝（一）至（六）各项之和',
    en: 'In every column the total of outcomes is the sum of the outcome items',
  },
  explanation: {
    zh: '“三、本年度办理结果”的（七）总计是（一）予以公开至（六）其他处理各项之和，每一列都应如此，“总计”列也不例外。',
    en: 'In every column, 总计 included, row （七） is the sum of the items of （一） to （六）.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三',
  advice: {
    zh: '请核对该列办理结果各项和（七）总计，更正后重新报送。',
    en: 'Check the outcome items and the total of this column, correct and resubmit.',
  },
  equation: {
    form: 'requests',
    over: 'columns',
    left: [{ key: 'outcomes.total' }],
    right: [outcomeItems],
    actual: 'left',
  },
})
