import { defineCheck, type FindingDraft } from '../define-check.ts'
import { sectionName } from '../structure/section-names.ts'
import { chineseNumeral } from './numerals.ts'

const ordinal = /(?<=^|[。；;：:，,、！!\s])([一二三四五六七八九十]{1,3})是(?!否)/gu

const longestQuote = 300

interface Met {
  readonly number: number
  readonly paragraph: number
  readonly quote: string
}

export const textOrdinalsSkip = defineCheck({
  id: 'text-ordinals-skip',
  severity: 'info',
  title: { zh: '“一是、二是”序号跳号', en: 'Ordinals that skip a number' },
  explanation: {
    zh: '同一部分中“一是、二是、四是”跳过了序号，可能漏写一条。',
    en: '一是, 二是, 四是: a number is skipped, so a point may be missing.',
  },
  source: '报告文字的一致性',
  find: report =>
    report.sections.flatMap(({ key, paragraphs }) => {
      const all: readonly Met[] = paragraphs.flatMap(({ text }, index) =>
        [...text.matchAll(ordinal)].map(match => ({
          number: chineseNumeral(match[1] ?? '') ?? 0,
          paragraph: index + 1,
          quote: text.slice(match.index, match.index + longestQuote).split(/[，,。；;]/u)[0] ?? '',
        })),
      )
      return all.flatMap((met, index): readonly FindingDraft[] => {
        const previous = all[index - 1]
        if (previous === undefined || met.number <= previous.number + 1) return []
        return [
          {
            message: {
              zh: `${sectionName(key)}部分第 ${met.paragraph} 段的序号由“${previous.quote}”跳到“${met.quote}”。请检查是否漏写。`,
              en: `Section ${sectionName(key)}, paragraph ${met.paragraph}: the numbering jumps from “${previous.quote}” to “${met.quote}”. Check whether a point is missing.`,
            },
            expected: previous.number + 1,
            actual: met.number,
            evidence: [previous, met].map(({ paragraph, quote }) => ({ section: key, paragraph, quote })),
            place: `${key} ${previous.quote} ${met.quote}`,
          },
        ]
      })
    }),
})
