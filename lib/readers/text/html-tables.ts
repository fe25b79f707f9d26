import { bounded, splitLines } from './lines.ts'
import { inlineMarkdown, markdownParagraphs } from './markdown.ts'

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const tagsOf = (lines: readonly string[]): string[] =>
  markdownParagraphs(bounded(lines)).flatMap(draft => {
    if (draft.kind !== 'paragraph') return []
    const tag = draft.level === undefined ? 'p' : `h${draft.level}`
    return [`<${tag}>${escapeHtml(inlineMarkdown(draft.text))}</${tag}>`]
  })

/** Text or Markdown with HTML tables as one HTML fragment: lines outside the tables become paragraphs and headings. */
export const htmlOfMixed = (text: string): string => {
  const html: string[][] = []
  let outside: string[] = []
  let depth = 0
  for (const line of splitLines(text)) {
    const opened = line.match(/<table[\s>]/gi)?.length ?? 0
    const closed = line.match(/<\/table\s{0,4}>/gi)?.length ?? 0
    if (depth === 0 && opened === 0) {
      outside.push(line)
      continue
    }
    html.push(tagsOf(outside), [line])
    outside = []
    depth = Math.max(depth + opened - closed, 0)
  }
  return [...html, tagsOf(outside)].flat().join('\n')
}
