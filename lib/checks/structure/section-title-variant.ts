import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'
import { quoted } from '../wording.ts'
import { sectionName } from './section-names.ts'

export const sectionTitleVariant = defineCheck({
  id: 'section-title-variant',
  severity: 'info',
  title: { zh: '部分标题与格式不一致', en: 'Section titles that differ from the official ones' },
  explanation: {
    zh: '标题的意思相同而文字不同；编号和标点不计。合为一条。',
    en: 'Titles of the same meaning in other words; numbering and punctuation aside. One finding for all.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    const variants = report.headings.filter(({ official }) => !official)
    if (variants.length === 0 || !tablesAreDue(report)) return []
    const zh = variants.map(({ key, heading }) => `${quoted(heading)}应为${sectionName(key)}`).join('；')
    const en = variants.map(({ key, heading }) => `${quoted(heading)} for ${sectionName(key)}`).join('; ')
    return [
      {
        message: {
          zh: `部分标题与格式不一致：${zh}。`,
          en: `Section titles differ from the official ones: ${en}.`,
        },
        evidence: variants.map(({ key, heading }) => ({ section: key, quote: heading })),
      },
    ]
  },
})
