import { crossEquationCheck } from '../cross-equation-check.ts'

export const disclosedTotalAgainstLastYear = crossEquationCheck({
  id: 'disclosed-total-against-last-year',
  severity: 'info',
  title: { zh: '对外公开总数量少于上年', en: 'Fewer documents disclosed in all than last year' },
  explanation: {
    zh: '“对外公开总数量”是累计数（2019 版表式），少于上年的，可能只填了本年的数。废止的文件撤下时也会减少，所以只作提示。',
    en: 'The total is of all years (form of 2019): where it is below last year’s, it may be this year’s alone. Repealed documents that were taken down lower it too, so this is a hint only.',
  },
  source: '国办公开办函〔2019〕60号：表二第二十条第（一）项',
  equation: {
    form: 'proactiveDisclosure',
    over: 'rows',
    left: [{ of: 'this', key: 'totalDisclosed' }],
    relation: 'atLeast',
    right: [{ of: 'yearBefore', key: 'totalDisclosed' }],
  },
  advice: {
    zh: '请确认填的是累计总数；确因废止减少的可不更正。',
    en: 'Confirm that it is the total of all years; where repeals explain it, nothing need be corrected.',
  },
})
