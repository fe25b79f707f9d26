import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'
import { quoted } from '../wording.ts'
import { sectionName } from './section-names.ts'

/** Fewer characters than this say nothing about problems or improvements. */
const enough = 10

export const sectionEmpty = defineCheck({
  id: 'section-empty',
  severity: 'warning',
  title: { zh: '第五部分没有内容', en: 'Section 五 is empty' },
  explanation: {
    zh: '第五部分应写明存在的主要问题和改进情况；空白或不足十个字的为警告。',
    en: 'Section 五 states the main problems and improvements; empty or under ten characters is a warning.',
  },
  source: '《政府信息公开条例》第五十条第（四）项',
  find: report => {
    const key = 'problemsAndImprovements'
    if (!tablesAreDue(report) || !report.headings.some(heading => heading.key === key)) return []
    const section = report.sections.find(each => each.key === key)
    const text = (section?.paragraphs ?? []).map(paragraph => paragraph.text).join('')
    const length = [...text.replace(/\s/gu, '')].length
    if (length >= enough) return []
    const printed = length === 0 ? '没有内容' : `只有 ${quoted(text)}`
    return [
      {
        message: {
          zh: `${sectionName(key)}${printed}。请写明本年存在的主要问题和改进情况。`,
          en: `Section ${sectionName(key)} ${length === 0 ? 'is empty' : `only says ${quoted(text)}`}. State the main problems and improvements of the year.`,
        },
        evidence: length === 0 ? [] : [{ section: key, paragraph: 1, quote: text.trim() }],
      },
    ]
  },
})
