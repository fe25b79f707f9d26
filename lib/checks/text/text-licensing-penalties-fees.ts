import { cellsOf, numberAt } from '../../model/figures-of.ts'
import { cellName, rowLabel, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { type Claim, claimDraft, contradicting } from './claims.ts'
import { decisionClaims } from './decision-claims.ts'
import { feeClaims, sameAmount } from './fee-claims.ts'

const draft = (report: Report, claim: Claim, key: string, table: number, unit: string): FindingDraft =>
  claimDraft(claim, [key], table, {
    zh: `${tableName('proactiveDisclosure').zh}${cellName(report, key).zh}为 ${table}${unit}`,
    en: `in ${tableName('proactiveDisclosure').en}, ${cellName(report, key).en} is ${table}${unit}`,
  })

/** Of the decisions that the form of the report counts: whatever rows of table 2 have such a column. */
const ofDecisions = (report: Report): readonly FindingDraft[] =>
  cellsOf(report, 'proactiveDisclosure').flatMap(({ key, row, column }) => {
    const table = column.key === 'decisions' ? numberAt(report, key) : null
    const label = table === null ? '' : rowLabel(row)
    if (table === null || !/^行政\p{Script=Han}{2}$/u.test(label)) return []
    return contradicting(decisionClaims(report, label.slice(2)), ({ value }) => value === table).map(claim =>
      draft(report, claim, key, table, ''),
    )
  })

/** Of the fees where the form of the report has their amount, in 万元. */
const ofFees = (report: Report): readonly FindingDraft[] =>
  cellsOf(report, 'proactiveDisclosure').flatMap(({ key, row, column }) => {
    const table = column.unit === '万元' ? numberAt(report, key) : null
    if (table === null || rowLabel(row) !== '行政事业性收费') return []
    return contradicting(feeClaims(report), claim => sameAmount(claim, table)).map(claim =>
      draft(report, claim, key, table, ' 万元'),
    )
  })

export const textLicensingPenaltiesFees = defineCheck({
  id: 'text-licensing-penalties-fees',
  severity: 'warning',
  forms: ['proactiveDisclosure'],
  title: {
    zh: '文字所述许可、处罚、强制件数或收费金额与表格不符',
    en: 'Licensing, penalties, compulsion and fees: text against table',
  },
  explanation: {
    zh: '文字中作出行政许可、行政处罚、行政强制决定 N 件，应等于表二本年处理决定数量；行政事业性收费 N 元（万元、亿元，换算后比较，文字按位数取舍的不计）应等于表二收费金额。受理、办件、事项清单、公示信息、案件，信息处理费、减免、约数、其他年度和部分口径，不参加比较。',
    en: 'The number of decisions on licensing, penalties and compulsion must be the decisions of table 2; the fees in 元, 万元 or 亿元 its amount, converted exactly and to as many places as the words give. Applications, items of lists, published pieces, cases, the information-processing fee, reductions, round numbers, other years and parts are not compared.',
  },
  source: '报告文字与表二的一致性',
  find: report => [...ofDecisions(report), ...ofFees(report)],
})
