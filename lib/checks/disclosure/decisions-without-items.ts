import { exactSum } from '../../figures/exact.ts'
import { defineCheck } from '../define-check.ts'
import { disclosureTable, rowsWith } from './rows.ts'

export const decisionsWithoutItems = defineCheck({
  id: 'decisions-without-items',
  severity: 'warning',
  editions: ['2019'],
  forms: ['proactiveDisclosure'],
  title: { zh: '没有事项而有处理决定', en: 'Decisions without any item' },
  explanation: {
    zh: '上一年项目数量加本年增/减为 0，即今年没有该类事项，处理决定数量却大于 0。',
    en: 'Last year’s items and this year’s change make 0, yet decisions were taken.',
  },
  source: '由表二栏目的含义推得',
  find: report =>
    rowsWith(report, 'decisions').flatMap(row => {
      const previous = row.value('previousYearItems')
      const change = row.value('changeThisYear')
      const decisions = row.value('decisions')
      if (previous === null || change === null || decisions === null) return []
      if (exactSum([previous, change]) !== 0 || decisions <= 0) return []
      return [
        {
          message: {
            zh: `${disclosureTable.zh}“${row.label}”行：上一年项目数量 ${previous}，本年增/减 ${change}，本年没有该类事项，处理决定数量却为 ${decisions}。请核对项目数量。`,
            en: `In ${disclosureTable.en}, row “${row.label}”: ${previous} items last year, change ${change}, so none this year, yet ${decisions} decisions. Check the number of items.`,
          },
          cells: [row.key('decisions'), row.key('previousYearItems'), row.key('changeThisYear')],
          expected: 0,
          actual: decisions,
        },
      ]
    }),
})
