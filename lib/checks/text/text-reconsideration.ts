import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { claimDraft, contradicting } from './claims.ts'
import { readingsOf } from './readings.ts'

const total = 'reconsiderationAndLitigation.reconsideration.total'

export const textReconsideration = defineCheck({
  id: 'text-reconsideration',
  severity: 'warning',
  title: { zh: '文字所述行政复议件数与表格不符', en: 'Reconsiderations: text against table' },
  explanation: {
    zh: '文字中因政府信息公开的“行政复议 N 件”应等于表四行政复议总计。作为复议机关办理的案件、复议决定书等不参加比较；分列的结果、写 0 件或“未发生”的见另两项。',
    en: 'The number of reconsiderations must be the total of the table. Cases decided as the reviewing body and documents are not compared; results, none and 0 are other checks’.',
  },
  formula: 'N＝行政复议总计',
  source: '报告文字与表四的一致性',
  find: report => {
    const table = numberAt(report, total)
    if (table === null) return []
    const claims = readingsOf(report).filter(
      ({ matter, value }) => matter === 'reconsiderations' && value !== 0,
    )
    return contradicting(claims, ({ value }) => value === table).map(claim =>
      claimDraft(claim, [total], table, {
        zh: `${tableName('reconsiderationAndLitigation').zh}行政复议总计为 ${table}`,
        en: `in ${tableName('reconsiderationAndLitigation').en} the total of reconsiderations is ${table}`,
      }),
    )
  },
})
