import { crossEquationCheck } from '../cross-equation-check.ts'

export const summaryAgainstUnits = crossEquationCheck({
  id: 'summary-against-units',
  severity: 'warning',
  title: { zh: '上级汇总与下级之和不符', en: 'A summary, against the sum of its units' },
  explanation: {
    zh: '统计口径为“全域”的单位，每一格等于本机关自身的数加下级各单位之和。少于下级之和的，不论其余下级是否报齐，都不成立；多出的应是自身的数，没有单独填报，即使下级都已报齐，多出多少也不能断定有误，列为无法核对（提示）。口径为“本级”的下级，其下属单位也计入。',
    en: 'The report of a unit of scope whole area is in each cell its own figure and the sum of its units. Below that sum it is wrong, even while others are missing; what is more must be its own, which nobody reports apart: however much it is, and even when all units are in, it proves no fault and is only a hint. Of a unit of scope own those under it are added as well.',
  },
  source: '国办公开办函〔2021〕30号：各级政府报告汇总本地区数据',
  equation: { over: 'cells', left: [{ of: 'this' }], relation: 'withOwn', right: [{ of: 'units' }] },
  advice: {
    zh: '请核对汇总时是否漏计下级，或下级是否重复填报。',
    en: 'Check whether units were left out of the summary, or report the same twice.',
  },
})
