import type { Report, Section } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { sectionName } from '../structure/section-names.ts'
import { chineseNumeral } from './numerals.ts'

const numeral = '([一二三四五六七八九十]{1,3})'

/** The ways to number points, each a row of its own: 一是, 一要, 第一，, （一）, 1. */
const styles: readonly RegExp[] = [
  new RegExp(`${numeral}是(?!否)`, 'gu'),
  new RegExp(`${numeral}要(?!求|素|点)`, 'gu'),
  new RegExp(`第${numeral}(?:[，,、]|是)`, 'gu'),
  new RegExp(`[（(]${numeral}[)）]`, 'gu'),
  /(\d{1,2})[.．、](?!\d)/gu,
]

/** What stands before a number that begins a point; before （一） and 1. a sentence has ended. */
const openers = ['。；;：:，,、！!', '。；;！!']
const opens = (text: string, at: number, style: number): boolean => {
  const before = text.slice(0, at).trimEnd()
  const gap = before.length < at
  if (before === '' || text[at - 1] === '\n') return true
  return (gap && style < 3) || openers[style < 3 ? 0 : 1]!.includes(before.at(-1)!)
}

const longestQuote = 300

interface Met {
  readonly number: number
  readonly paragraph: number
  readonly quote: string
}

/** Sub-headings that lost their number stand between others as short lines without a mark. */
const bareLine = /^[^。；，,：:]{2,25}$/u

const metIn = ({ paragraphs }: Section, style: number): readonly Met[] =>
  paragraphs.flatMap(({ text }, index) =>
    [...text.matchAll(styles[style]!)]
      .filter(({ index: at }) => opens(text, at, style))
      .map(match => ({
        number: /^\d/u.test(match[1] ?? '') ? Number(match[1]) : (chineseNumeral(match[1] ?? '') ?? 0),
        paragraph: index + 1,
        quote:
          text
            .slice(match.index, match.index + longestQuote)
            .trim()
            .split(/[，,。；;]/u)[0] ?? '',
      })),
  )

interface Jump {
  readonly previous: Met
  readonly met: Met
  readonly repeated: boolean
}

/**
 * A number two or more above the one before; or the same again, where it was not begun anew in between: 一是，二是，二是.
 * Lists inside points begin with 一 of their own, so that their numbers come twice.
 */
const jumpsIn = (all: readonly Met[]): readonly Jump[] => {
  const begun = all.filter(({ number }) => number === 1).length
  const ends = all.filter(({ number }) => number === 2).length
  return all.flatMap((met, index): readonly Jump[] => {
    const previous = all[index - 1]
    if (previous === undefined) return []
    if (met.number > previous.number + 1) return [{ previous, met, repeated: false }]
    const again = met.number === previous.number && met.number > 1 && begun < ends + (met.number > 2 ? 1 : 0)
    return again ? [{ previous, met, repeated: true }] : []
  })
}

const draftOf = ({ previous, met, repeated }: Jump, { key }: Section): FindingDraft => ({
  message: repeated
    ? {
        zh: `${sectionName(key)}部分第 ${met.paragraph} 段的序号重复：“${previous.quote}”之后又是“${met.quote}”。请检查序号。`,
        en: `Section ${sectionName(key)}, paragraph ${met.paragraph}: the same number again, “${met.quote}” after “${previous.quote}”. Check the numbering.`,
      }
    : {
        zh: `${sectionName(key)}部分第 ${met.paragraph} 段的序号由“${previous.quote}”跳到“${met.quote}”。请检查是否漏写。`,
        en: `Section ${sectionName(key)}, paragraph ${met.paragraph}: the numbering jumps from “${previous.quote}” to “${met.quote}”. Check whether a point is missing.`,
      },
  expected: previous.number + 1,
  actual: met.number,
  evidence: [previous, met].map(({ paragraph, quote }) => ({ section: key, paragraph, quote })),
  place: `${key} ${previous.quote} ${met.quote}`,
})

const draftsIn = (section: Section): readonly FindingDraft[] =>
  styles.flatMap((_, at) =>
    jumpsIn(metIn(section, at))
      .filter(({ previous, met }) => {
        const between = section.paragraphs.slice(previous.paragraph, met.paragraph - 1)
        // 1. and 2. are often counted by the word processor: only those of one paragraph are surely printed.
        if (at === styles.length - 1) return previous.paragraph === met.paragraph
        return at < 3 || !between.some(({ text }) => bareLine.test(text.trim()))
      })
      .map(jump => draftOf(jump, section)),
  )

/** The sections of the tables may hold what is left of a table, numbered rows among it. */
const ofText = ({ sections }: Report): readonly Section[] =>
  sections.filter(
    ({ key }) => key === 'overview' || key === 'problemsAndImprovements' || key === 'otherMatters',
  )

export const textOrdinalsSkip = defineCheck({
  id: 'text-ordinals-skip',
  severity: 'info',
  title: { zh: '“一是、二是”序号跳号或重复', en: 'Ordinals that skip or repeat a number' },
  explanation: {
    zh: '同一部分中“一是、二是、四是”（或“一要”“第一”“（一）”）跳过了序号，可能漏写一条；或同一序号出现两次。',
    en: '一是, 二是, 四是 (or 一要, 第一, （一）): a number is skipped, so a point may be missing; or one comes twice.',
  },
  source: '报告文字的一致性',
  find: report => ofText(report).flatMap(draftsIn),
})
