import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'
import { unreadPeriod } from './period-unreadable.ts'

export const periodMissing = defineCheck({
  id: 'period-missing',
  severity: 'warning',
  title: { zh: '未写明统计期限', en: 'No statistic period' },
  explanation: {
    zh: '报告应写明所列数据的统计期限（本年 1 月 1 日至 12 月 31 日）。',
    en: 'The report states the period its figures cover, 1 January to 31 December.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    if (!tablesAreDue(report) || report.period !== null || unreadPeriod(report) !== null) return []
    const year = report.year === null ? '××××' : String(report.year)
    return [
      {
        message: {
          zh: `报告没有写明统计期限。请写明“所列数据的统计期限为 ${year} 年 1 月 1 日至 12 月 31 日”。`,
          en: `The report does not state the period of its figures. Add that they cover 1 January to 31 December ${year}.`,
        },
      },
    ]
  },
})
