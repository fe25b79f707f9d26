import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'

const government = /政府(?:办公[厅室])?$|管委会$|办事处$|街道$|管理委员会$|开发区$|[省市县区旗州盟镇乡]$/u
const department = /[局厅委部司处队行院站所署]$|委员会$|中心$|集团$|学校$|大学$/u

/** Departments publish by 31 January, governments by 31 March; where it is unclear which, the later day counts. */
export const lastDay = (authority: string): '01-31' | '03-31' => {
  const name = authority.replace(/\s+/gu, '').replace(/[（(][^（）()]*[）)]$/u, '')
  return !government.test(name) && department.test(name) ? '01-31' : '03-31'
}

export const publishedLate = defineCheck({
  id: 'published-late',
  severity: 'warning',
  title: { zh: '公布日期晚于法定期限', en: 'Published late' },
  explanation: {
    zh: '落款日期晚于次年 1 月 31 日（政府部门）或 3 月 31 日（人民政府及其主管部门）。不能确定属于哪一类的，按 3 月 31 日。',
    en: 'Dated after 31 January (departments) or 31 March (governments and their competent department) of the following year. Where the class is unclear, 31 March.',
  },
  source: '《政府信息公开条例》第四十九条',
  find: report => {
    const date = report.signature?.date ?? null
    const authority = report.authority ?? report.signature?.authority ?? ''
    if (date === null || report.year === null || !tablesAreDue(report)) return []
    const limit = `${report.year + 1}-${lastDay(authority)}`
    if (date <= limit) return []
    return [
      {
        message: {
          zh: `落款日期为 ${date}，晚于法定期限 ${limit}。请核对日期；确属逾期的，请说明。`,
          en: `The report is dated ${date}, after the legal deadline ${limit}. Check the date; where it is late indeed, explain.`,
        },
        evidence: [{ quote: date }],
        place: date,
      },
    ]
  },
})
