import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'
import { quoted } from '../wording.ts'
import { sectionRank } from './section-names.ts'

export const sectionOrder = defineCheck({
  id: 'section-order',
  severity: 'warning',
  title: { zh: '各部分次序与格式不符', en: 'Sections in another order than the form' },
  explanation: {
    zh: '六个部分应按一至六的次序排列。',
    en: 'The six sections stand in the order of the form.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    const ranks = report.headings.map(({ key }) => sectionRank(key))
    const ordered = ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? 0) < rank)
    if (ordered || !tablesAreDue(report)) return []
    const printed = report.headings.map(({ heading }) => quoted(heading)).join('、')
    return [
      {
        message: {
          zh: `各部分的次序与格式不符，所印次序为：${printed}。请按一至六的次序排列。`,
          en: `The sections stand in another order than the form has: ${printed}. Restore the order.`,
        },
        evidence: report.headings.map(({ key, heading }) => ({ section: key, quote: heading })),
      },
    ]
  },
})
