import { equationCheck, evaluatedInstances } from '../equation-check.ts'
import { balanceFromItems } from './balance-from-items.ts'
import { requestsBalance } from './requests-balance.ts'

export const requestsBalanceFromItems = equationCheck({
  id: 'requests-balance-from-items',
  severity: 'warning',
  title: {
    zh: '以分项重算的勾稽关系',
    en: 'The same balance with the outcome items in place of their printed total',
  },
  explanation: {
    zh: '表内勾稽关系按所填（七）总计成立（或无法核对），而以（一）至（六）各项之和重算不成立：总计可能是为凑平而填，或某一分项填错。与“第一项加第二项……”一项同时不成立的，不重复提示。',
    en: 'The printed relation holds (or cannot be assessed) with the printed total, but not with the items themselves. Not reported where the printed relation is broken as well.',
  },
  source: '由表三的勾稽关系和（七）总计的含义推得',
  advice: {
    zh: '请核对该列办理结果各分项是否漏填、多填。',
    en: 'Check the outcome items of this column.',
  },
  equation: balanceFromItems,
  skips: ({ instance, evaluation }, report) =>
    evaluation.outcome !== 'broken' ||
    evaluatedInstances(requestsBalance.equation, report).some(
      other => other.instance.place.key === instance.place.key && other.evaluation.outcome === 'broken',
    ),
})
