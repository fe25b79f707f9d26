import { crossEquationCheck } from '../cross-equation-check.ts'
import { rulesInForceAgainstLastYear } from './rules-in-force-against-last-year.ts'

export const normativeInForceAgainstLastYear = crossEquationCheck({
  id: 'normative-in-force-against-last-year',
  severity: 'info',
  title: {
    zh: '规范性文件现行有效件数与上年不衔接',
    en: 'Normative documents in force, against last year’s',
  },
  explanation: {
    zh: '本年现行有效件数＋本年废止件数＝上年现行有效件数＋本年制发件数。有效期届满而失效的文件往往不计入“废止”，所以只作提示。',
    en: 'As for rules. Documents whose term has run out are often not counted as repealed, so this is a hint only.',
  },
  source: '国办公开办函〔2021〕30号：表二第二十条第（一）项',
  equation: { ...rulesInForceAgainstLastYear.equation, rows: ['normativeDocuments'] },
  advice: {
    zh: '相差的如是有效期届满自动失效的文件，可不更正。',
    en: 'Where the difference is documents whose term ran out, nothing need be corrected.',
  },
})
