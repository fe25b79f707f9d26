import { defineCheck } from '../define-check.ts'
import { disclosureTable, rowsWith } from './rows.ts'

export const procurementCountAndAmount = defineCheck({
  id: 'procurement-count-and-amount',
  severity: 'warning',
  editions: ['2019'],
  forms: ['proactiveDisclosure'],
  title: {
    zh: '采购项目数量与采购总金额一为 0、一不为 0',
    en: 'Procurement projects without an amount, or the reverse',
  },
  explanation: {
    zh: '有采购项目就有金额，有金额就有项目；一个为 0 而另一个不为 0，必有一个填错。',
    en: 'Projects have an amount and an amount has projects; where one is 0 and the other is not, one is wrong.',
  },
  source: '由表二栏目的含义推得',
  find: report =>
    rowsWith(report, 'projectCount').flatMap(row => {
      const count = row.value('projectCount')
      const amount = row.value('totalAmount')
      if (count === null || amount === null || (count === 0) === (amount === 0)) return []
      return [
        {
          message: {
            zh: `${disclosureTable.zh}“${row.label}”行：采购项目数量为 ${count}，采购总金额为 ${amount} 万元，一个为 0 而另一个不为 0。请核对。`,
            en: `In ${disclosureTable.en}, row “${row.label}”: ${count} projects, but ${amount} 万元 (10,000 yuan). One is 0 and the other is not; check.`,
          },
          cells: [row.key('projectCount'), row.key('totalAmount')],
        },
      ]
    }),
})
