import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { claimDraft, contradicting } from './claims.ts'
import { readingsOf } from './readings.ts'

const reconsideration = 'reconsiderationAndLitigation.reconsideration.total'
const direct = 'reconsiderationAndLitigation.directLitigation.total'
const after = 'reconsiderationAndLitigation.litigationAfterReconsideration.total'

const sumAt = (report: Report, cells: readonly string[]): number | null => {
  const values = cells.map(key => numberAt(report, key))
  return values.includes(null) ? null : exactSum(values.map(Number))
}

const lawsuits = (report: Report): readonly FindingDraft[] => {
  const table = sumAt(report, [direct, after])
  if (table === null) return []
  const claims = readingsOf(report).filter(({ matter, value }) => matter === 'lawsuits' && value !== 0)
  return contradicting(claims, ({ value }) => value === table).map(claim =>
    claimDraft(claim, [direct, after], table, {
      zh: `${tableName('reconsiderationAndLitigation').zh}行政诉讼两个总计之和为 ${table}`,
      en: `in ${tableName('reconsiderationAndLitigation').en} the two litigation totals make ${table}`,
    }),
  )
}

/** 行政复议、行政诉讼共6件: a lawsuit after reconsideration may be counted once or twice. */
const casesTogether = (report: Report): readonly FindingDraft[] => {
  const table = sumAt(report, [reconsideration, direct, after])
  const once = sumAt(report, [reconsideration, direct])
  if (table === null) return []
  const claims = readingsOf(report).filter(({ matter, value }) => matter === 'cases' && value !== 0)
  return contradicting(claims, ({ value }) => value === table || value === once).map(claim =>
    claimDraft(claim, [reconsideration, direct, after], table, {
      zh: `${tableName('reconsiderationAndLitigation').zh}行政复议、行政诉讼三个总计之和为 ${table}`,
      en: `in ${tableName('reconsiderationAndLitigation').en} the three totals make ${table}`,
    }),
  )
}

export const textLitigation = defineCheck({
  id: 'text-litigation',
  severity: 'warning',
  title: { zh: '文字所述行政诉讼件数与表格不符', en: 'Litigation: text against table' },
  explanation: {
    zh: '文字中因政府信息公开的“行政诉讼 N 件”应等于表四未经复议直接起诉与复议后起诉两个总计之和；“行政复议、行政诉讼共 N 件”应等于三个总计之和。按审级分列的数字、代理和旁听的案件不参加比较；分列的结果、写 0 件或“未发生”的见另两项。',
    en: 'The number of lawsuits must be the two litigation totals together, one of both kinds of cases all three. Single instances and cases pleaded for others are not compared; results, none and 0 are other checks’.',
  },
  formula: 'N＝未经复议直接起诉总计＋复议后起诉总计',
  source: '报告文字与表四的一致性',
  find: report => [...lawsuits(report), ...casesTogether(report)],
})
