import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { caseOutcome, countsEveryKind } from './cases.ts'
import { claimDraft, contradicting, wholeClaims } from './claims.ts'
import { caseUnits, isAboutDisclosure } from './topics.ts'

const direct = 'reconsiderationAndLitigation.directLitigation.total'
const after = 'reconsiderationAndLitigation.litigationAfterReconsideration.total'

export const textLitigation = defineCheck({
  id: 'text-litigation',
  severity: 'warning',
  title: { zh: '文字所述行政诉讼件数与表格不符', en: 'Litigation: text against table' },
  explanation: {
    zh: '文字中因政府信息公开的“行政诉讼 N 件”应等于表四未经复议直接起诉与复议后起诉两个总计之和。按结果、审级分列的数字不参加比较；写 0 件或“未发生”的见另一项。',
    en: 'The number of lawsuits must be the two litigation totals together. Single results and instances are not compared; none and 0 are another check’s.',
  },
  formula: 'N＝未经复议直接起诉总计＋复议后起诉总计',
  source: '报告文字与表四的一致性',
  find: report => {
    const totals = [numberAt(report, direct), numberAt(report, after)]
    if (totals.includes(null)) return []
    const table = exactSum(totals.map(Number))
    const claims = wholeClaims(report, ({ unit, value, subject, after: rest }, clause) => {
      const words = /^(?:的)?(?:政府信息公开)?(?:行政)?诉讼/u.test(rest) ? subject + rest : subject
      return (
        caseUnits.has(unit) &&
        value !== 0 &&
        /诉讼/u.test(words) &&
        !/复议/u.test(words) &&
        !caseOutcome.test(words) &&
        isAboutDisclosure(clause) &&
        !countsEveryKind(clause)
      )
    })
    return contradicting(claims, ({ value }) => value === table).map(claim =>
      claimDraft(claim, [direct, after], table, {
        zh: `${tableName('reconsiderationAndLitigation').zh}行政诉讼两个总计之和为 ${table}`,
        en: `in ${tableName('reconsiderationAndLitigation').en} the two litigation totals make ${table}`,
      }),
    )
  },
})
