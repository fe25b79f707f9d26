import { tablesAreDue } from '../../model/figures-of.ts'
import { isAuthorityName } from '../../narrative/names.ts'
import { defineCheck } from '../define-check.ts'

export const signedBeforeYearEnd = defineCheck({
  id: 'signed-before-year-end',
  severity: 'warning',
  title: { zh: '落款日期早于报告年度结束', en: 'Signed before the year was over' },
  explanation: {
    zh: '年度报告总结全年工作，落款日期应在报告年度的 12 月 31 日之后；多为年份未改。单独一行、上面没有单位名称的日期可能是网页的日期，不参加比较。',
    en: 'A report on a whole year is signed after its 31 December; mostly the year was not changed. A lone date with no authority above it may be the page’s and is not compared.',
  },
  source: '《政府信息公开条例》第四十九条；国办公开办函〔2021〕30号（统计期限为全年）',
  find: report => {
    const { year, signature } = report
    const date = signature?.date ?? null
    if (year === null || date === null || !tablesAreDue(report)) return []
    if (!isAuthorityName(signature?.authority ?? '') || date > `${year}-12-31`) return []
    return [
      {
        message: {
          zh: `落款日期为 ${date}，而报告年度 ${year} 年到 ${year}-12-31 才结束。请核对落款日期，多为年份写错。`,
          en: `The report is dated ${date}, but its year ${year} ends on ${year}-12-31. Check the date; mostly its year is wrong.`,
        },
        evidence: [{ quote: date }],
        place: date,
      },
    ]
  },
})
