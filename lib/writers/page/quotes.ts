import type { Finding } from '../../checks/check.ts'
import type { NarrativeParagraph, Report } from '../../model/report.ts'
import { gravestFirst, numbersOf } from '../gravest-first.ts'
import { linesHtml } from './html.ts'

/** A quoted clause found in a paragraph. */
interface Span {
  readonly start: number
  readonly end: number
  /** Places of the findings that quote it, in the list that people see. */
  readonly numbers: number[]
  readonly anchor: string
}

/** The clauses that findings quote, found again in the text. */
export interface Marked {
  /** The paragraph's text with its quoted clauses marked and linked to their findings. */
  readonly paragraphHtml: (paragraph: NarrativeParagraph) => string
  /** Anchor of the clause a finding quotes; null where the text does not hold it. */
  readonly anchorOf: (finding: number, quote: string) => string | null
}

const place = (
  spans: Map<NarrativeParagraph, Span[]>,
  candidates: readonly NarrativeParagraph[],
  quote: string,
  number: number,
  anchor: string,
): string | null => {
  for (const paragraph of candidates) {
    const start = paragraph.text.indexOf(quote)
    if (start < 0) continue
    const end = start + quote.length
    const known = spans.get(paragraph) ?? []
    const overlapping = known.find(span => span.start < end && start < span.end)
    if (overlapping) overlapping.numbers.push(number)
    else spans.set(paragraph, [...known, { start, end, numbers: [number], anchor }])
    return overlapping?.anchor ?? anchor
  }
  return null
}

/** Finds the quoted clauses in their section, or anywhere where the section does not hold them. */
export const markedText = (report: Report, findings: readonly Finding[]): Marked => {
  const everywhere = [...report.preamble, ...report.sections.flatMap(({ paragraphs }) => paragraphs)]
  const spans = new Map<NarrativeParagraph, Span[]>()
  const anchors = new Map<string, string>()
  const ordered = gravestFirst(findings)
  const names = numbersOf(ordered)
  ordered.forEach(({ evidence }, index) => {
    for (const { section, quote } of evidence) {
      if (quote === '') continue
      const own = report.sections.filter(({ key }) => key === section).flatMap(({ paragraphs }) => paragraphs)
      const anchor = place(spans, [...own, ...everywhere], quote, index + 1, `q${anchors.size + 1}`)
      if (anchor) anchors.set(`${index + 1} ${quote}`, anchor)
    }
  })
  const paragraphHtml = (paragraph: NarrativeParagraph): string => {
    const { text } = paragraph
    let html = ''
    let at = 0
    for (const { start, end, numbers, anchor } of (spans.get(paragraph) ?? []).sort(
      (a, b) => a.start - b.start,
    )) {
      const links = [...new Set(numbers)].map(
        place => `<a href="#f${place}" aria-label="第 ${names[place - 1]} 条发现">[${names[place - 1]}]</a>`,
      )
      html += `${linesHtml(text.slice(at, start))}<mark id="${anchor}">${linesHtml(text.slice(start, end))} ${links.join('')}</mark>`
      at = end
    }
    return html + linesHtml(text.slice(at))
  }
  return { paragraphHtml, anchorOf: (finding, quote) => anchors.get(`${finding} ${quote}`) ?? null }
}
