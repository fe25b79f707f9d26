import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'

export const periodNotTheYear = defineCheck({
  id: 'period-not-the-year',
  severity: 'warning',
  title: { zh: '统计期限不是报告年度全年', en: 'The period is not the report year' },
  explanation: {
    zh: '统计期限应为报告年度的 1 月 1 日至 12 月 31 日。',
    en: 'The period is 1 January to 31 December of the report year.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    const { period, year } = report
    if (period === null || year === null || !tablesAreDue(report)) return []
    if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return []
    return [
      {
        message: {
          zh: `报告年度为 ${year} 年，统计期限却写为 ${period.from} 至 ${period.to}。应为 ${year}-01-01 至 ${year}-12-31，请核对。`,
          en: `The report is for ${year}, but its period is ${period.from} to ${period.to}. It should be ${year}-01-01 to ${year}-12-31; check.`,
        },
        place: `${period.from} ${period.to}`,
      },
    ]
  },
})
