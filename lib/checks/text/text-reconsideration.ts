import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { caseOutcome, countsEveryKind } from './cases.ts'
import { claimDraft, contradicting, wholeClaims } from './claims.ts'
import { caseUnits, isAboutDisclosure } from './topics.ts'

const total = 'reconsiderationAndLitigation.reconsideration.total'

export const textReconsideration = defineCheck({
  id: 'text-reconsideration',
  severity: 'warning',
  title: { zh: '文字所述行政复议件数与表格不符', en: 'Reconsiderations: text against table' },
  explanation: {
    zh: '文字中因政府信息公开的“行政复议 N 件”应等于表四行政复议总计。按结果分列的数字、复议决定书等不参加比较；写 0 件或“未发生”的见另一项。',
    en: 'The number of reconsiderations must be the total of the table. Single results and documents are not compared; none and 0 are another check’s.',
  },
  formula: 'N＝行政复议总计',
  source: '报告文字与表四的一致性',
  find: report => {
    const table = numberAt(report, total)
    if (table === null) return []
    const claims = wholeClaims(report, ({ unit, value, subject, after }, clause) => {
      const words = /^(?:的)?(?:政府信息公开)?(?:行政)?复议/u.test(after) ? subject + after : subject
      return (
        caseUnits.has(unit) &&
        value !== 0 &&
        /复议/u.test(words) &&
        !/诉讼|起诉/u.test(words) &&
        !caseOutcome.test(words) &&
        isAboutDisclosure(clause) &&
        !countsEveryKind(clause)
      )
    })
    return contradicting(claims, ({ value }) => value === table).map(claim =>
      claimDraft(claim, [total], table, {
        zh: `${tableName('reconsiderationAndLitigation').zh}行政复议总计为 ${table}`,
        en: `in ${tableName('reconsiderationAndLitigation').en} the total of reconsiderations is ${table}`,
      }),
    )
  },
})
