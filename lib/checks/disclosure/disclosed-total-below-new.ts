import { defineCheck } from '../define-check.ts'
import { disclosureTable, rowsWith, source2019 } from './rows.ts'

export const disclosedTotalBelowNew = defineCheck({
  id: 'disclosed-total-below-new',
  severity: 'warning',
  editions: ['2019'],
  forms: ['proactiveDisclosure'],
  title: { zh: '对外公开总数量少于本年新公开数量', en: 'Fewer disclosed in all than newly disclosed' },
  explanation: {
    zh: '对外公开总数量是累计数，含本年新公开的，不应小于本年新公开数量。',
    en: 'The total in the public domain includes what was disclosed this year.',
  },
  formula: '对外公开总数量 ≥ 本年新公开数量',
  source: source2019,
  find: report =>
    rowsWith(report, 'totalDisclosed').flatMap(row => {
      const total = row.value('totalDisclosed')
      const fresh = row.value('newlyDisclosed')
      if (total === null || fresh === null || total >= fresh) return []
      return [
        {
          message: {
            zh: `${disclosureTable.zh}“${row.label}”行：对外公开总数量 ${total} 小于本年新公开数量 ${fresh}。总数量应为累计数，请核对。`,
            en: `In ${disclosureTable.en}, row “${row.label}”: ${total} disclosed in all, but ${fresh} newly disclosed. The total should be cumulative; check.`,
          },
          cells: [row.key('totalDisclosed'), row.key('newlyDisclosed')],
          expected: fresh,
          actual: total,
        },
      ]
    }),
})
