import { crossEquationCheck } from '../cross-equation-check.ts'

export const carriedOverAgainstLastYear = crossEquationCheck({
  id: 'carried-over-against-last-year',
  severity: 'warning',
  title: { zh: '上年结转与上年报告不符', en: 'Carried over, against last year’s report' },
  explanation: {
    zh: '本年“上年结转”逐列等于上年报告的“结转下年度继续办理”。两数说的是同一批申请，不等则两年的报告必有一份不对。合并的单位与被并入各单位之和比较。',
    en: 'In every column what was carried over is what last year’s report carried forward: the same requests, so where they differ one of the reports is wrong. A merged unit is compared with the sum of those that went into it.',
  },
  source: '国办公开办函〔2021〕30号：结转下年度的申请计入下一年的上年结转',
  equation: {
    form: 'requests',
    over: 'columns',
    left: [{ of: 'this', key: 'carriedOver' }],
    relation: 'equal',
    right: [{ of: 'yearBefore', key: 'carriedForward' }],
  },
  advice: {
    zh: '请对照两年的申请台账，更正有误的一份。',
    en: 'Compare both with the register of requests and correct the report that is wrong.',
  },
})
