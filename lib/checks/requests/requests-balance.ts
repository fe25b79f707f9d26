import { equationCheck } from '../equation-check.ts'

export const requestsBalance = equationCheck({
  id: 'requests-balance',
  severity: 'error',
  title: {
    zh: '第一项加第二项之和，等于第三项加第四项之和',
    en: 'New plus carried over equals outcomes plus carried forward, in every column',
  },
  explanation: {
    zh: '表内注明的勾稽关系：本年新收加上年结转，等于本年度办理结果总计加结转下年度。期望值为第一、二项之和，实际值为第三、四项之和。',
    en: 'The relation printed in the form. `expected` is the first two rows together, `actual` the last two.',
  },
  source: '表三表头所印“本列数据的勾稽关系”',
  advice: {
    zh: '请核对该列新收、结转和办理结果总计，更正后重新报送。',
    en: 'Check intake, outcomes and carried-forward requests of this column, correct and resubmit.',
  },
  equation: {
    form: 'requests',
    over: 'columns',
    left: [{ key: 'newRequests' }, { key: 'carriedOver' }],
    right: [{ key: 'outcomes.total' }, { key: 'carriedForward' }],
    actual: 'right',
  },
})
