import type { Draft } from './draft.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  emsp: '\u2003',
  ensp: '\u2002',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
}

/** Tags OCR tools leave around text; they print nothing. */
const FORMATTING_TAG = /<\/?(?:div|p|span|center|b|strong|i|em|u|font)(?:\s[^<>]{0,300})?>/gi

/** Printed text of Markdown: marks of emphasis and code, escapes, line breaks and character references undone. */
export const inlineMarkdown = (text: string): string =>
  text
    .replace(/<br\s{0,4}\/?>/gi, '\n')
    .replace(/<sup>([^<>]{0,20})<\/sup>/gi, '[$1]')
    .replace(FORMATTING_TAG, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/&(nbsp|emsp|ensp|amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')

const RULE = /^(\*{3,}|-{3,}|_{3,}|={3,})$/
const FENCE = /^(```|~~~)/
const COMMENT = /^<!--.*-->$/

/** Paragraphs and headings of lines outside tables; rules, code fences and comments are no text. */
export const markdownParagraphs = (lines: readonly string[]): Draft[] =>
  lines.flatMap((line): Draft[] => {
    const text = line.trim()
    if (text === '' || RULE.test(text) || FENCE.test(text) || COMMENT.test(text)) return []
    const hashes = /^#{1,6}(?!#)/.exec(text)?.[0].length ?? 0
    if (hashes === 0) return [{ kind: 'paragraph', text }]
    const title = text
      .slice(hashes)
      .replace(/\s#{1,6}$/, '')
      .trim()
    return title === '' ? [] : [{ kind: 'paragraph', text: title, level: hashes }]
  })
