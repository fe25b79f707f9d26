import { type SectionKey, sectionKeys } from '../forms/form.ts'
import type { Block, Naming, Paragraph } from '../model/document.ts'
import type { NarrativeParagraph, Report, Section, SectionHeading } from '../model/report.ts'
import type { Source } from '../model/source.ts'
import { readPeriod } from './dates.ts'
import { type Candidate, chooseHeadings } from './headings.ts'
import { findSignature } from './signature.ts'
import { findMention, findTitle } from './title.ts'
import { nameAuthority, pageTitle, publisherOf } from './who.ts'

/** Everything of a report that stands outside its tables. */
export type Narrative = Pick<
  Report,
  | 'title'
  | 'authority'
  | 'authorityAsPrinted'
  | 'year'
  | 'period'
  | 'signature'
  | 'preamble'
  | 'sections'
  | 'headings'
>

const sourceOf = (paragraph: Paragraph): Source => ({ kind: 'paragraph', paragraph: paragraph.number })
const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph'

const paragraphsBetween = (blocks: readonly Block[], from: number, to: number): Paragraph[] =>
  blocks
    .slice(from, to)
    .filter(isParagraph)
    .filter(paragraph => paragraph.text.trim() !== '')

const narrative = (paragraph: Paragraph): NarrativeParagraph => ({
  text: paragraph.text.trim(),
  source: sourceOf(paragraph),
})

const sectionOf = (blocks: readonly Block[], candidate: Candidate, end: number): Section => {
  const source = sourceOf(candidate.paragraph)
  const rest = candidate.rest === '' ? [] : [{ text: candidate.rest, source }]
  return {
    key: candidate.section.key,
    heading: candidate.heading,
    source,
    paragraphs: [...rest, ...paragraphsBetween(blocks, candidate.block + 1, end).map(narrative)],
  }
}

/**
 * Title, authority, year, period, sections and signature. `tableAt`: block index of each statutory table.
 * `naming`: what the file says of itself, asked only where the text does not say it.
 */
export const readNarrative = (
  blocks: readonly Block[],
  candidates: readonly Candidate[],
  tableAt: ReadonlyMap<SectionKey, number>,
  naming?: Naming,
): Narrative => {
  const chosen = chooseHeadings(candidates, tableAt)
  const first = chosen[0]?.block ?? blocks.length
  const before = paragraphsBetween(blocks, 0, first)
  const all = blocks.filter(isParagraph).map(narrative)
  const signed = findSignature(all.filter(({ text }) => text !== ''))
  const taken = new Set(signed?.taken.map(({ text, source }) => `${text}${JSON.stringify(source)}`))
  const printed = chosen.map((candidate, at) => {
    const section = sectionOf(blocks, candidate, chosen[at + 1]?.block ?? blocks.length)
    return {
      ...section,
      paragraphs: section.paragraphs.filter(
        ({ text, source }) => !taken.has(`${text}${JSON.stringify(source)}`),
      ),
    }
  })
  const period =
    readPeriod(before.map(({ text }) => text).join('\n')) ??
    readPeriod(all.map(({ text }) => text).join('\n'))
  const periodYear = period && Number(period.to.slice(0, 4))
  const title = findTitle(before, periodYear)
  const page = pageTitle(naming)
  const ends = all.slice(-8).map(({ text }) => text)
  const mention = findMention([...before.map(({ text }) => text), ...ends])
  const who = nameAuthority(
    {
      title,
      page,
      signature: signed?.signature.authority ?? null,
      mention: mention?.authority ?? null,
      publisher: publisherOf(naming),
    },
    all.map(({ text }) => text).join('\n'),
  )
  return {
    title: title?.title ?? page?.title ?? null,
    ...who,
    year: title?.year ?? page?.year ?? mention?.year ?? periodYear ?? naming?.year ?? null,
    period,
    signature: signed?.signature ?? null,
    preamble: before.map(narrative),
    sections: sectionKeys.flatMap(key => printed.filter(section => section.key === key)),
    headings: chosen.map(
      ({ section, heading, official, paragraph }): SectionHeading => ({
        key: section.key,
        heading,
        official,
        source: sourceOf(paragraph),
      }),
    ),
  }
}
