import { isNoteLink } from './elements.ts'
import type { Element } from './walk.ts'

/**
 * Raised text in a table is a reference mark: no count in the statutory forms has an exponent, and a mark read as
 * part of a figure (16¹ as 161) is the fault nobody would notice.
 */
export type Verdict = 'mark' | 'text' | 'doubtful'

/** Marks consist of these only … */
const MARK =
  /^[\s\d０-９A-Za-z①-⓿❶-➓㈠-㊿⁰-⁹¹²³*＊※†‡§¶#＃注[\]［］〔〕【】〖〗()（）<>〈〉,，、;；.．:：\-–~～]+$/u
/** … and have one of these, which `-` and `/` for "not applicable" have not. */
const CORE = /[\d０-９A-Za-z①-⓿❶-➓㈠-㊿⁰-⁹¹²³*＊※†‡§¶#＃注]/u
/** What could be a figure set in raised type by mistake. */
const PLAIN = /^[\s\d０-９A-Za-z,，.．\-–]+$/u

export interface Raised {
  readonly text: string
  /** A link to a note. */
  readonly linked: boolean
  readonly inCell: boolean
  /** Last character before it in the paragraph or cell, white space aside. */
  readonly before: string
}

/** Whether raised text, or the text of a link to a note, is a reference mark. */
export const judgeRaised = ({ text, linked, inCell, before }: Raised): Verdict => {
  if (!MARK.test(text) || !CORE.test(text)) return 'text'
  if (/[\d０-９]/.test(before)) return 'mark'
  const plain = PLAIN.test(text)
  if (!inCell) return plain ? 'doubtful' : 'text'
  if (linked || !plain) return 'mark'
  return before === '' || /[A-Za-z]/.test(before) ? 'doubtful' : 'mark'
}

/** A mark is short: more nodes or characters than this are no mark. */
const MOST_NODES = 32
const MOST_CHARACTERS = 16

/** The text of an element that may be a mark, and whether it is or holds a link to a note; undefined where it is long. */
export const shortText = (
  element: Element,
): { readonly text: string; readonly linked: boolean } | undefined => {
  const waiting: Element['childNodes'] = [element]
  let text = ''
  let linked = false
  for (let visited = 0; waiting.length > 0; visited++) {
    const node = waiting.pop()!
    if ('value' in node) text += node.value.replace(/[ \t\n\f\r]+/g, ' ')
    else if ('tagName' in node) {
      linked ||= isNoteLink(node)
      if (visited + waiting.length + node.childNodes.length > MOST_NODES) return undefined
      waiting.push(...node.childNodes.toReversed())
    }
    if (text.length > MOST_CHARACTERS) return undefined
  }
  return { text, linked }
}
