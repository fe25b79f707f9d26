import { sections } from '../../forms/sections.ts'
import { tablesAreDue } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import { even } from '../../util/even.ts'
import { defineCheck } from '../define-check.ts'
import { sectionName } from './section-names.ts'

const letters = (text: string): string => even(text).replace(/[^\p{L}\p{N}]+/gu, '')

const wordsOf = ({ preamble, sections: parts, tables }: Report): string =>
  letters(
    [
      ...preamble.map(({ text }) => text),
      ...parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
      ...tables.flatMap(({ table }) => table.cells.map(({ text }) => text)),
    ].join('\n'),
  )

export const sectionMissing = defineCheck({
  id: 'section-missing',
  severity: 'error',
  title: { zh: '缺少报告的部分', en: 'A section of the report is missing' },
  explanation: {
    zh: '年度报告由六个部分组成。缺少的合为一条。2019 年以前的报告不提示。',
    en: 'The report has six sections; those missing are one finding. Reports before 2019 are exempt.',
  },
  source: '《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    if (!tablesAreDue(report)) return []
    const found = new Set(report.headings.map(({ key }) => key))
    const unmet = sections.filter(({ key }) => !found.has(key))
    if (unmet.length === 0) return []
    // A title that is printed, in a cell or torn over lines, is not missing, whether it was taken for one or not.
    const printed = wordsOf(report)
    const missing = unmet
      .filter(({ number, label }) => !printed.includes(letters(number + label)))
      .map(({ key }) => key)
    if (missing.length === 0) return []
    const names = missing.map(sectionName).join('、')
    return [
      {
        message: {
          zh: `报告缺少 ${missing.length} 个部分的标题：${names}。请按格式补全六个部分（没有内容的写“无”）。`,
          en: `${missing.length} of the six sections were not found by their titles: ${names}. Add them (“无” where there is nothing to report).`,
        },
        expected: sections.length,
        actual: sections.length - missing.length,
        place: missing.join(' '),
      },
    ]
  },
})
