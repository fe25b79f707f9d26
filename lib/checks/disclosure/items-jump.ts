import { defineCheck } from '../define-check.ts'
import { disclosureTable, rowsWith } from './rows.ts'

export const itemsJump = defineCheck({
  id: 'items-jump',
  severity: 'info',
  editions: ['2019'],
  forms: ['proactiveDisclosure'],
  title: { zh: '项目数量增减过半', en: 'More than half of the items added or dropped' },
  explanation: {
    zh: '上一年项目数量不少于 10，而本年增/减超过其一半：可能把“增/减”填成了本年项目数。',
    en: 'At least 10 items last year and a change of more than half: 本年增/减 may hold this year’s number instead.',
  },
  formula: '｜本年增/减｜ ≤ 上一年项目数量 × 50%',
  source: '经验规则：表二“本年增/减”栏常被填成本年项目数',
  find: report =>
    rowsWith(report, 'previousYearItems').flatMap(row => {
      const previous = row.value('previousYearItems')
      const change = row.value('changeThisYear')
      if (previous === null || change === null) return []
      if (previous < 10 || Math.abs(change) * 2 <= previous) return []
      return [
        {
          message: {
            zh: `${disclosureTable.zh}“${row.label}”行：上一年项目数量 ${previous}，本年增/减 ${change}，变动超过一半。请确认“本年增/减”填的是增减数而不是本年项目数。`,
            en: `In ${disclosureTable.en}, row “${row.label}”: ${previous} items last year and a change of ${change}, more than half. Confirm that the change, not this year’s number, is given.`,
          },
          cells: [row.key('changeThisYear'), row.key('previousYearItems')],
        },
      ]
    }),
})
