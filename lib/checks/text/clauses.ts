import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import type { Evidence } from '../check.ts'
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
}

/** Up to the next full stop. */
export interface Sentence {
  readonly section: string
  /** Counts the section's paragraphs from 1. */
  readonly paragraph: number
  readonly paragraphText: string
  readonly text: string
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

const sentenceMark = /(?<=[。！？!?\n])/u
const clauseMark = /(?<=[，,：:；;（）()。！？!?\n])|(?=其中)/u
const lastMark = /[，,：:；;（）()。！？!?\n]$/u

/** Splits where the pattern says, but never inside 1,234. */
const splitKeeping = (text: string, at: RegExp): readonly string[] =>
  text
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '\u0001')
    .split(at)
    .map(part => part.replaceAll('\u0001', ','))
    .filter(part => part !== '')

const withoutSpace = (text: string): string => text.replace(/[^\S\n]+/gu, '')

const clausesIn = (sentence: Omit<Sentence, 'clauses'>, text: string, printed: string): readonly Clause[] => {
  const clauses: Clause[] = []
  const whole = { ...sentence, clauses }
  let start = 0
  let before = ''
  if (text.length > longestSentence) return clauses
  const parts = splitKeeping(text, clauseMark)
  if (parts.length > mostClauses) return clauses
  for (const part of parts) {
    const own = withoutSpace(part.replace(lastMark, ''))
    clauses.push({
      text: own,
      printed: printed
        .slice(start, start + part.length)
        .replace(lastMark, '')
        .trim(),
      quantities: quantitiesOf(own),
      before,
      sentence: whole,
    })
    start += part.length
    before += withoutSpace(part)
  }
  return clauses
}

const sentencesIn = (
  section: string,
  paragraphs: readonly { readonly text: string }[],
): readonly Sentence[] =>
  paragraphs.flatMap(({ text: printed }, index) => {
    const even = halfWidth(printed)
    const paragraphText = withoutSpace(even.slice(0, longestTopic))
    let start = 0
    return splitKeeping(even, sentenceMark).map(part => {
      const sentence = { section, paragraph: index + 1, paragraphText, text: withoutSpace(part) }
      const clauses = clausesIn(sentence, part, printed.slice(start, start + part.length))
      start += part.length
      return clauses[0]?.sentence ?? { ...sentence, clauses }
    })
  })

/** Every sentence of the narrative: the preamble, then the sections. Split once for a report. */
export const sentencesOf = rememberFor((report: Report): readonly Sentence[] => [
  ...sentencesIn('preamble', report.preamble),
  ...report.sections.flatMap(({ key, paragraphs }) => sentencesIn(key, paragraphs)),
])

/** Every clause of the narrative. */
export const clausesOf = rememberFor((report: Report): readonly Clause[] =>
  sentencesOf(report).flatMap(sentence => sentence.clauses),
)

/** The clause as evidence. */
export const quoteOf = ({ printed, sentence }: Clause): Evidence => ({
  section: sentence.section,
  paragraph: sentence.paragraph,
  quote: printed,
})
