import type { Document } from '../../model/document.ts'
import { assemble } from './assemble.ts'
import { commas } from './commas.ts'
import { type Draft, type Flavour, paragraphs } from './draft.ts'
import { readSpaced } from './gaps.ts'
import { drawnTables } from './grid/index.ts'
import { bounded, splitLines } from './lines.ts'
import { inlineMarkdown, markdownParagraphs } from './markdown.ts'
import { joined, partsOf } from './mixed.ts'
import { pipes } from './pipes.ts'
import { printedLines } from './printed-lines.ts'
import { ruledColumns } from './ruled-columns.ts'
import { spaced, spacingOf } from './spacing.ts'
import { tabs } from './tabs.ts'
import { wikiTables } from './wiki.ts'

/** The marks tables are recognised by, in the order they are asked. */
const flavours: readonly Flavour[] = [
  wikiTables,
  drawnTables,
  ruledColumns,
  tabs,
  pipes,
  commas,
  printedLines,
]

type Segment = readonly string[] | readonly Draft[]
const isPlain = (segment: Segment): segment is readonly string[] => typeof segment[0] === 'string'

const regionsAt = (lines: readonly string[], at: number) =>
  flavours.map(flavour => ({ flavour, end: flavour.end(lines, at) })).filter(({ end }) => end > at)

/** Cuts lines into tables that are marked as such, and plain lines between them. */
const segmentsOf = (lines: readonly string[]): Segment[] => {
  const segments: Segment[] = []
  let plain: string[] = []
  let at = 0
  while (at < lines.length) {
    const found = regionsAt(lines, at)
    let end = Math.max(at + 1, ...found.map(region => region.end))
    let tables: Draft[] | null = null
    for (const { flavour, end: own } of found) {
      tables = flavour.read(lines.slice(at, own))
      if (tables === null) continue
      end = own
      break
    }
    const region = lines.slice(at, end)
    if (tables === null) for (const line of region) plain.push(line)
    else {
      if (plain.length > 0) segments.push(plain)
      plain = []
      if (tables.length > 0) segments.push(tables)
    }
    at = end
  }
  if (plain.length > 0) segments.push(plain)
  return segments
}

/**
 * Reads flattened text. It knows nothing of the forms: it gives paragraphs, and tables whose cells are right in
 * order, blank ones kept where the text shows them, and rows as far as structure tells.
 */
export const readText = (text: string): Document => {
  const segments = segmentsOf(bounded(splitLines(text))).map(segment =>
    isPlain(segment) ? spaced(segment) : segment,
  )
  const spacing = spacingOf(segments.flat().filter(item => 'after' in item))
  const drafts = segments.flatMap(segment => {
    const items = segment.filter(item => 'after' in item)
    if (items.length === 0) return segment.filter(item => 'kind' in item)
    return spacing === null ? paragraphs(items.map(item => item.text)) : readSpaced(items, spacing)
  })
  return assemble(drafts, 'text', printed => printed)
}

/** Reads lines of Markdown: headings, pipe tables, and whatever flattened tables stand among them. */
const readMarkdownLines = (lines: readonly string[]): Document => {
  const drafts = segmentsOf(bounded(lines)).flatMap(segment =>
    isPlain(segment) ? markdownParagraphs(segment) : segment,
  )
  return assemble(drafts, 'markdown', inlineMarkdown)
}

/** Reads Markdown. */
export const readMarkdown = (text: string): Document => readMarkdownLines(splitLines(text))

/** Reads text or Markdown with HTML tables among its own; `html` reads those. */
export const readMixed = (text: string, html: (part: string) => Document): Document =>
  joined(
    partsOf(splitLines(text)).map(part =>
      part.kind === 'html' ? html(part.lines.join('\n')) : readMarkdownLines(part.lines),
    ),
  )
