import { editionsSince } from '../../forms/find-edition.ts'
import { defineCheck } from '../define-check.ts'
import { sectionName } from '../structure/section-names.ts'

export const feeStatementMissing = defineCheck({
  id: 'fee-statement-missing',
  severity: 'info',
  editions: editionsSince('2021'),
  forms: ['requests', 'proactiveDisclosure'],
  title: { zh: '第六部分未说明信息处理费', en: 'Section 六 says nothing of the information-processing fee' },
  explanation: {
    zh: '2021 年度起，收取信息处理费的情况在第六部分报告；没有收取的也宜写明。行政事业性收费不是信息处理费。',
    en: 'From 2021 on section 六 reports the information-processing fee, also where none was charged. 行政事业性收费 are other fees.',
  },
  source: '国办公开办函〔2021〕30号；《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  find: report => {
    const section = report.sections.find(({ key }) => key === 'otherMatters')
    if (section === undefined) return []
    const text = section.paragraphs.map(paragraph => paragraph.text).join('')
    if (/处理费|(?<!事业性)收费|(?:收取|收缴|产生).{0,10}费用?/u.test(text)) return []
    return [
      {
        message: {
          zh: `${sectionName('otherMatters')}没有说明收取信息处理费的情况。请写明收取的件数和金额，没有收取的写“未收取信息处理费”。`,
          en: `Section ${sectionName('otherMatters')} does not mention the information-processing fee. State the number and amount, or that none was charged.`,
        },
      },
    ]
  },
})
