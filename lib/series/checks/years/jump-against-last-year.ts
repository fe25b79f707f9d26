import { crossEquationCheck } from '../cross-equation-check.ts'

export const jumpAgainstLastYear = crossEquationCheck({
  id: 'jump-against-last-year',
  severity: 'info',
  title: { zh: '与上年相差十倍以上', en: 'Ten times last year’s figure, or a tenth' },
  explanation: {
    zh: '同一格两年的数相差 10 倍以上且相差 50 以上（不论增减）：可能多写或少写一位，或口径有变。',
    en: 'A figure ten times or a tenth of last year’s, and at least 50 apart: a digit too many or too few, or another way of counting.',
  },
  source: '经验规则：错位、多写一位',
  equation: {
    over: 'cells',
    left: [{ of: 'this' }],
    relation: 'near',
    right: [{ of: 'yearBefore' }],
  },
  advice: {
    zh: '请确认两年的数；属实的可不更正。',
    en: 'Confirm both; where they are right, nothing need be corrected.',
  },
})
