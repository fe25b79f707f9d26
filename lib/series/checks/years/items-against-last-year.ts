import { crossEquationCheck } from '../cross-equation-check.ts'

export const itemsAgainstLastYear = crossEquationCheck({
  id: 'items-against-last-year',
  severity: 'warning',
  title: { zh: '上一年项目数量与上年报告不符', en: 'Last year’s items, against last year’s report' },
  explanation: {
    zh: '本年“上一年项目数量”＝上年报告的“上一年项目数量”＋“本年增/减”（2019 版表式）。',
    en: 'The items of last year are those last year’s report began with and the change it tells (form of 2019).',
  },
  source: '国办公开办函〔2019〕60号：表二第二十条第（五）（六）（八）项',
  equation: {
    form: 'proactiveDisclosure',
    over: 'rows',
    left: [{ of: 'this', key: 'previousYearItems' }],
    relation: 'equal',
    right: [
      { of: 'yearBefore', key: 'previousYearItems' },
      { of: 'yearBefore', key: 'changeThisYear' },
    ],
  },
  advice: {
    zh: '请核对两年的项目清单，并看上年“本年增/减”填的是否是增减数。',
    en: 'Check the lists of both years, and whether last year’s change is a change and not a number of items.',
  },
})
