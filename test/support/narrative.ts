import type { SectionKey } from '../../lib/forms/form.ts'
import { sections } from '../../lib/forms/sections.ts'
import type { NarrativeParagraph, Report, Section, SectionHeading } from '../../lib/model/report.ts'

const paragraphs = (texts: readonly string[]): readonly NarrativeParagraph[] =>
  texts.map((text, index) => ({ text, source: { kind: 'paragraph', paragraph: index + 1 } }))

const plain: Readonly<Record<SectionKey, readonly string[]>> = {
  overview: [
    '青禾县数据局认真做好政府信息公开工作，主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作有序开展。',
  ],
  proactiveDisclosure: [],
  requests: [],
  reconsiderationAndLitigation: [],
  problemsAndImprovements: ['公开内容还不够细，下一年将逐项梳理，及时更新。'],
  otherMatters: ['本年度未收取信息处理费。'],
}

/** The six sections with their official titles; the given paragraphs in place of the plain ones, null to leave one out. */
export const narrative = (
  given: Partial<Record<SectionKey, readonly string[] | null>> = {},
): { sections: readonly Section[]; report: Partial<Report> & { headings: readonly SectionHeading[] } } => {
  const kept = sections.filter(({ key }) => given[key] !== null)
  const source = { kind: 'paragraph', paragraph: 1 } as const
  return {
    sections: kept.map(({ key, number, label }) => ({
      key,
      heading: `${number}、${label}`,
      source,
      paragraphs: paragraphs(given[key] ?? plain[key]),
    })),
    report: {
      headings: kept.map(({ key, number, label }) => ({
        key,
        heading: `${number}、${label}`,
        official: true,
        source,
      })),
    },
  }
}

/** A report that nothing can be said against: 2023, all figures zero, every formality kept. */
export const formalities = (year = 2023): Partial<Report> => ({
  title: `青禾县数据局${year}年政府信息公开工作年度报告`,
  authority: '青禾县数据局',
  year,
  period: { from: `${year}-01-01`, to: `${year}-12-31` },
  signature: { authority: '青禾县数据局', date: `${year + 1}-01-20` },
  preamble: paragraphs([
    '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。',
    '电子版可在青禾县人民政府网站下载。如有疑问，请与青禾县数据局联系（电话：0000-1234567）。',
  ]),
})
