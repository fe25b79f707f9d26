import { exactSum } from '../../figures/exact.ts'
import { defineCheck } from '../define-check.ts'
import { disclosureTable, rowsWith, source2019 } from './rows.ts'

export const itemsBelowZero = defineCheck({
  id: 'items-below-zero',
  severity: 'error',
  editions: ['2019'],
  forms: ['proactiveDisclosure'],
  title: {
    zh: '上一年项目数量＋本年增/减＜0',
    en: 'Items of last year and the change of this year come out below zero',
  },
  explanation: {
    zh: '上一年项目数量加本年增/减是今年的项目数，不可能为负。多为把增减的符号或本年项目数填错。',
    en: 'Last year’s items and this year’s change make this year’s items, which cannot be negative.',
  },
  formula: '上一年项目数量＋本年增/减 ≥ 0',
  source: source2019,
  find: report =>
    rowsWith(report, 'previousYearItems').flatMap(row => {
      const previous = row.value('previousYearItems')
      const change = row.value('changeThisYear')
      if (previous === null || change === null) return []
      const items = exactSum([previous, change])
      if (items >= 0) return []
      return [
        {
          message: {
            zh: `${disclosureTable.zh}“${row.label}”行：上一年项目数量 ${previous}，本年增/减 ${change}，合计 ${items}，小于 0。请核对两数及正负号。`,
            en: `In ${disclosureTable.en}, row “${row.label}”: ${previous} items last year and a change of ${change} make ${items}, below zero. Check both figures and the sign.`,
          },
          cells: [row.key('changeThisYear'), row.key('previousYearItems')],
          expected: 0,
          actual: items,
        },
      ]
    }),
})
