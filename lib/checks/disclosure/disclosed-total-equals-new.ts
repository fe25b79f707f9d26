import { defineCheck } from '../define-check.ts'
import { disclosureTable, rowsWith, source2019 } from './rows.ts'

export const disclosedTotalEqualsNew = defineCheck({
  id: 'disclosed-total-equals-new',
  severity: 'info',
  editions: ['2019'],
  forms: ['proactiveDisclosure'],
  title: { zh: '对外公开总数量等于本年新公开数量', en: 'As many disclosed in all as newly disclosed' },
  explanation: {
    zh: '两数相等且大于 0：对外公开总数量可能只填了本年数，没有累计以前年度。',
    en: 'Equal and above 0: the stock of earlier years was probably not added.',
  },
  source: source2019,
  find: report =>
    rowsWith(report, 'totalDisclosed').flatMap(row => {
      const total = row.value('totalDisclosed')
      if (total === null || total <= 0 || total !== row.value('newlyDisclosed')) return []
      return [
        {
          message: {
            zh: `${disclosureTable.zh}“${row.label}”行：对外公开总数量与本年新公开数量都是 ${total}，以前年度公开的可能没有计入。请确认总数量是否为累计数。`,
            en: `In ${disclosureTable.en}, row “${row.label}”: ${total} disclosed in all and ${total} newly disclosed; earlier years may not be included. Confirm that the total is cumulative.`,
          },
          cells: [row.key('totalDisclosed'), row.key('newlyDisclosed')],
        },
      ]
    }),
})
