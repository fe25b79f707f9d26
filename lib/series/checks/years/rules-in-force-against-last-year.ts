import { crossEquationCheck } from '../cross-equation-check.ts'

export const rulesInForceAgainstLastYear = crossEquationCheck({
  id: 'rules-in-force-against-last-year',
  severity: 'warning',
  title: { zh: '规章现行有效件数与上年不衔接', en: 'Rules in force, against last year’s' },
  explanation: {
    zh: '本年现行有效件数＋本年废止件数＝上年现行有效件数＋本年制发件数。',
    en: 'Rules in force and those repealed this year are those in force last year and those issued this year.',
  },
  source: '国办公开办函〔2021〕30号：表二第二十条第（一）项',
  equation: {
    form: 'proactiveDisclosure',
    over: 'rows',
    rows: ['rules'],
    left: [
      { of: 'this', key: 'inForce' },
      { of: 'this', key: 'repealed' },
    ],
    relation: 'equal',
    right: [
      { of: 'yearBefore', key: 'inForce' },
      { of: 'this', key: 'issued' },
    ],
  },
  advice: {
    zh: '请核对规章目录：现行有效的是否都计入，废止的是否都扣除。',
    en: 'Check the list of rules: whether all in force are counted and all repealed are not.',
  },
})
