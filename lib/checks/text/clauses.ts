import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import type { Evidence } from '../check.ts'
import { leadOf } from './leads.ts'
import { halfWidth } from './numerals.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'

/** Up to the next comma, semicolon, bracket, colon or 其中: the words a number can belong to. */
export interface Clause {
  /** With half-width digits, white space taken out. */
  readonly text: string
  /** As printed, for evidence. */
  readonly printed: string
  readonly quantities: readonly Quantity[]
  /** The sentence before this clause. */
  readonly before: string
  readonly sentence: Sentence
  /** Place among the clauses of the sentence, from 0. */
  readonly index: number
}

/** Up to the next full stop. */
export interface Sentence {
  readonly section: string
  /** Counts the section's paragraphs from 1. */
  readonly paragraph: number
  readonly paragraphText: string
  readonly text: string
  /** The sub-headings it stands under, outermost first, without numbers: 依申请公开情况. */
  readonly headings: string
  /** The sentence before it in its paragraph, under the same sub-headings. */
  readonly previous: Sentence | null
  /** Split when asked for: most sentences state nothing. */
  readonly clauses: readonly Clause[]
}

/**
 * The longest sentence met has 300 characters, and 1,000 where a table's cells ran into it. What is longer is none,
 * and each of its clauses would be compared with all before it.
 */
const longestSentence = 2_000

/** A sentence of the length above has some sixty clauses; each is compared with those before it. */
const mostClauses = 200

/** As much of a paragraph as tells what it is about. */
const longestTopic = 5_000

const sentenceMark = /[。！？!?\n]/gu
const clauseMark = /[，,：:；;（）()。！？!?\n]|其中/gu
const endsWithMark = /[，,：:；;（）()。！？!?\n]$/u
const thousands = /^,\d{3}(?!\d)/u

/** The pieces of a text, each with the mark it ends with; 其中 begins one. Never inside 1,234. */
const pieces = (text: string, marks: RegExp): readonly string[] => {
  const found: string[] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(marks)) {
    if (mark === ',' && /\d/u.test(text[index - 1] ?? '') && thousands.test(text.slice(index, index + 5)))
      continue
    const end = mark === '其中' ? index : index + 1
    if (end > start) found.push(text.slice(start, end))
    start = end
  }
  if (start < text.length) found.push(text.slice(start))
  return found
}

const anySpace = /[^\S\n]/u
const withoutSpace = (text: string): string => (anySpace.test(text) ? text.replace(/[^\S\n]+/gu, '') : text)

const withoutMark = (text: string): string => (endsWithMark.test(text) ? text.slice(0, -1) : text)

const clausesIn = (sentence: Sentence, even: string, printed: string): readonly Clause[] => {
  if (even.length > longestSentence) return []
  const parts = pieces(even, clauseMark)
  if (parts.length > mostClauses) return []
  let start = 0
  let before = ''
  return parts.map((part, index) => {
    const text = withoutSpace(withoutMark(part))
    const clause = {
      text,
      printed: withoutMark(printed.slice(start, start + part.length)).trim(),
      quantities: quantitiesOf(text),
      before,
      sentence,
      index,
    }
    start += part.length
    before += withoutSpace(part)
    return clause
  })
}

/** What a sentence says of itself before it is split. */
type Told = Omit<Sentence, 'clauses'>

const sentenceOf = (told: Told, even: string, printed: string): Sentence => {
  let clauses: readonly Clause[] | undefined
  const sentence: Sentence = {
    ...told,
    get clauses() {
      clauses ??= clausesIn(sentence, even, printed)
      return clauses
    },
  }
  return sentence
}

const sentencesIn = (
  section: string,
  paragraphs: readonly { readonly text: string }[],
): readonly Sentence[] => {
  /** Sub-headings in force, by level. */
  let levels: readonly string[] = []
  return paragraphs.flatMap(({ text: printed }, index) => {
    const even = halfWidth(printed)
    const paragraphText = withoutSpace(even.slice(0, longestTopic))
    let start = 0
    let previous: Sentence | null = null
    return pieces(even, sentenceMark).map(part => {
      const text = withoutSpace(part)
      const lead = leadOf(text, part.length === even.length)
      if (lead)
        levels = [
          ...levels.slice(0, lead.level),
          ...Array(Math.max(0, lead.level - levels.length)).fill(''),
          lead.words,
        ]
      const headings = levels.join(' ')
      const before: Sentence | null = previous?.headings === headings ? previous : null
      const told = { section, paragraph: index + 1, paragraphText, text, headings, previous: before }
      const sentence: Sentence = sentenceOf(told, part, printed.slice(start, start + part.length))
      start += part.length
      previous = sentence
      return sentence
    })
  })
}

/** Every sentence of the narrative: the preamble, then the sections. Split once for a report. */
export const sentencesOf = rememberFor((report: Report): readonly Sentence[] => [
  ...sentencesIn('preamble', report.preamble),
  ...report.sections.flatMap(({ key, paragraphs }) => sentencesIn(key, paragraphs)),
])

/** What a sentence must hold to state a figure: a number with a unit, or that there was none. */
const telling =
  /\d|[一二两三四五六七八九十百千万零〇](?:余|多)?[件次条宗起例项个篇份批期家人场部则封单户元]|未|无|没有|不存在|零/u

/** Whether the sentence may state a figure, or deny that there was any. */
export const mayTell = ({ text }: Sentence): boolean => telling.test(text)

/** Every clause of the sentences that may state a figure, or deny that there was any. */
export const clausesOf = rememberFor((report: Report): readonly Clause[] =>
  sentencesOf(report).flatMap(sentence => (mayTell(sentence) ? sentence.clauses : [])),
)

/** Those of them that hold a number with a unit. */
export const countingClauses = rememberFor((report: Report): readonly Clause[] =>
  clausesOf(report).filter(({ quantities }) => quantities.length > 0),
)

/** The clause as evidence. */
export const quoteOf = ({ printed, sentence }: Clause): Evidence => ({
  section: sentence.section,
  paragraph: sentence.paragraph,
  quote: printed,
})
