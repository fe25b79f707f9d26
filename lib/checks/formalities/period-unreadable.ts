import { tablesAreDue } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import { periodClause } from '../../narrative/dates.ts'
import { defineCheck } from '../define-check.ts'
import { quoted } from '../wording.ts'
import { endsOf } from './ends.ts'

/** The clause that states a period which cannot be read, as printed; null where none is stated, or one that can. */
export const unreadPeriod = (report: Report): string | null =>
  report.period === null ? periodClause(endsOf(report)) : null

export const periodUnreadable = defineCheck({
  id: 'period-unreadable',
  severity: 'warning',
  title: { zh: '统计期限未能读出', en: 'The statistic period could not be read' },
  explanation: {
    zh: '报告写有统计期限，但日期残缺、错写或被拆散，未能读出起止日期。请对照原文。',
    en: 'The report states its period, but the dates are torn, misspelt or incomplete. Compare with the original.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    const clause = tablesAreDue(report) ? unreadPeriod(report) : null
    if (clause === null) return []
    return [
      {
        message: {
          zh: `报告写有统计期限，但起止日期未能读出：${quoted(clause, 60)}。请对照原文核对，应为报告年度 1 月 1 日至 12 月 31 日。`,
          en: `The report states a period, but its dates could not be read: ${quoted(clause, 60)}. Compare with the original; it should be 1 January to 31 December of the report year.`,
        },
        evidence: [{ quote: clause.slice(0, 120) }],
      },
    ]
  },
})
