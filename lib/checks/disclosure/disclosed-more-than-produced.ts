import { defineCheck } from '../define-check.ts'
import { disclosureTable, rowsWith, source2019 } from './rows.ts'

export const disclosedMoreThanProduced = defineCheck({
  id: 'disclosed-more-than-produced',
  severity: 'info',
  editions: ['2019'],
  forms: ['proactiveDisclosure'],
  title: { zh: '本年新公开数量多于本年新制作数量', en: 'More newly disclosed than newly produced' },
  explanation: {
    zh: '本年公开的多于本年制作的。补公开以前制作的文件可以造成这种情况，故只作提示。',
    en: 'More was disclosed this year than produced. Documents of earlier years disclosed late can explain it.',
  },
  source: source2019,
  find: report =>
    rowsWith(report, 'newlyProduced').flatMap(row => {
      const produced = row.value('newlyProduced')
      const disclosed = row.value('newlyDisclosed')
      if (produced === null || disclosed === null || disclosed <= produced) return []
      return [
        {
          message: {
            zh: `${disclosureTable.zh}“${row.label}”行：本年新公开数量 ${disclosed} 大于本年新制作数量 ${produced}。如含补公开以前年度的文件则属正常，否则请核对。`,
            en: `In ${disclosureTable.en}, row “${row.label}”: ${disclosed} newly disclosed, but ${produced} newly produced. Normal where older documents were disclosed late; otherwise check.`,
          },
          cells: [row.key('newlyDisclosed'), row.key('newlyProduced')],
          expected: produced,
          actual: disclosed,
        },
      ]
    }),
})
