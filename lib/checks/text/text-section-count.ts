import { sections } from '../../forms/sections.ts'
import { defineCheck } from '../define-check.ts'
import { sentencesOf } from './clauses.ts'
import { chineseNumeral } from './numerals.ts'

const claim = /([一二三四五六七八九十]|\d{1,2})个?(?:大)?部分(?!地)/u
const listing =
  /(?:包括|包含|分为|涵盖|由|含)(.*?)(等)?(?:共|，|,){0,3}[一二三四五六七八九十\d]{1,2}个?(?:大)?部分/u

/** The six titles have some hundred characters. The pattern takes the square of the length. */
const longestList = 600

/** Titles that contain a separator of the list, as one word. */
const joined: readonly [RegExp, string][] = [
  [/行政复议(?:、|和|及|与)?(?:提起)?行政诉讼/gu, '复议诉讼'],
  [/问题(?:、|和|及|与|以及)改进/gu, '问题改进'],
  [/收到和处理/gu, '收到处理'],
]

/** How many parts the sentence lists, and whether 等 leaves some unnamed. */
const listed = (text: string): { readonly count: number; readonly open: boolean } | null => {
  if (text.length > longestList) return null
  const match = listing.exec(joined.reduce((all, [from, to]) => all.replace(from, to), text))
  const words = match?.[1]
  if (words === undefined) return null
  const items = words.split(/、|，|,|以及|及|和|与/u).filter(item => item.trim() !== '')
  return items.length >= 3 ? { count: items.length, open: match?.[2] !== undefined } : null
}

export const textSectionCount = defineCheck({
  id: 'text-section-count',
  severity: 'info',
  title: { zh: '所称部分数与实际不符', en: 'The number of sections the text claims' },
  explanation: {
    zh: '文中称报告由 N 个部分组成，与所列名称或实际部分数不符。',
    en: 'The text says the report has N parts, but lists or has another number.',
  },
  source: '报告文字的一致性',
  find: report => {
    const present = new Set(report.headings.map(({ key }) => key)).size
    const sentence = sentencesOf(report).find(
      ({ section, text }) =>
        ['preamble', 'overview'].includes(section) && claim.test(text) && /报告|全文|年报/u.test(text),
    )
    if (sentence === undefined || present === 0) return []
    const printed = claim.exec(sentence.text)?.[1] ?? ''
    const claimed = /\d/u.test(printed) ? Number(printed) : (chineseNumeral(printed) ?? 0)
    const names = listed(sentence.text)
    const asTheForm = claimed === sections.length
    const wrongListing = names !== null && (names.count > claimed || (names.count < claimed && !names.open))
    if (asTheForm ? !wrongListing : claimed === present) return []
    const actual = asTheForm && names !== null ? names.count : present
    const what = asTheForm ? { zh: '所列名称', en: 'it lists' } : { zh: '报告实际', en: 'it has' }
    return [
      {
        message: {
          zh: `文中称报告由 ${claimed} 个部分组成，${what.zh}为 ${actual} 个。请核对更正。`,
          en: `The text says the report has ${claimed} parts, but ${what.en} ${actual}. Correct it.`,
        },
        expected: claimed,
        actual,
        evidence: [{ section: sentence.section, paragraph: sentence.paragraph, quote: sentence.text.trim() }],
        place: sentence.text,
      },
    ]
  },
})
