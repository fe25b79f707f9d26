import type { HtmlLossCode } from './losses.ts'
import { isAnchor, isNoteLink, isRaisedByName } from './note-links.ts'
import type { Look } from './style/look.ts'
import { attribute, type Element } from './walk.ts'

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
  /** False where nothing but the link says that it is a mark. */
  readonly raised?: boolean
  readonly inCell: boolean
  /** Last character before it in the paragraph or cell, white space aside. */
  readonly before: string
}

/** Whether raised text, or the text of a link to a note, is a reference mark. */
export const judgeRaised = ({ text, linked, raised = true, inCell, before }: Raised): Verdict => {
  if (!MARK.test(text) || !CORE.test(text)) return 'text'
  if (/[\d０-９]/.test(before)) return 'mark'
  const plain = PLAIN.test(text)
  if (!inCell) return plain ? 'doubtful' : 'text'
  if ((linked && (raised || before !== '')) || !plain) return 'mark'
  return before === '' || /[A-Za-z]/.test(before) ? 'doubtful' : 'mark'
}

/** A mark is short: more nodes or characters than this are no mark. */
const MOST_NODES = 32
const MOST_CHARACTERS = 16

/** The text of an element that may be a mark, and whether it is or holds a link to a note, or raised text; undefined where it is long. */
const shortText = (
  element: Element,
): { readonly text: string; readonly linked: boolean; readonly raised: boolean } | undefined => {
  const waiting: Element['childNodes'] = [element]
  let text = ''
  let linked = false
  let raised = false
  for (let visited = 0; waiting.length > 0; visited++) {
    const node = waiting.pop()!
    if ('value' in node) text += node.value.replace(/[ \t\n\f\r]+/g, ' ')
    else if ('tagName' in node) {
      linked ||= isNoteLink(node)
      raised ||= isRaisedByName(node)
      if (visited + waiting.length + node.childNodes.length > MOST_NODES) return undefined
      waiting.push(...node.childNodes.toReversed())
    }
    if (text.length > MOST_CHARACTERS) return undefined
  }
  return { text, linked, raised }
}

/** The way back from a note that mammoth adds; not printed in the document. */
export const isBackLink = (element: Element): boolean =>
  isNoteLink(element) && /-ref-/.test(attribute(element, 'href') ?? '') && shortText(element)?.text === '↑'

export interface Judged {
  readonly verdict: Verdict
  readonly text: string
  readonly raised: boolean
  /** What leaving it out is to be called. */
  readonly loss: HtmlLossCode
}

/** Judges an element that stands where marks stand; undefined for all others. */
export const judgeMark = (
  element: Element,
  look: Look,
  inCell: boolean,
  before: string,
): Judged | undefined => {
  const raised = look.raised || isRaisedByName(element)
  const note = isNoteLink(element)
  const anchor = inCell && isAnchor(element) && /[\d０-９]/u.test(before)
  if (!raised && !note && !anchor) return undefined
  const short = shortText(element)
  if (short === undefined) return { verdict: 'text', text: '', raised, loss: 'footnote-mark-dropped' }
  const verdict = judgeRaised({ ...short, raised: raised || short.raised, inCell, before })
  // Only what is seen to be a mark, or says so, is one without doubt.
  const loss =
    look.raised || note ? 'footnote-mark-dropped' : raised ? 'raised-digits-dropped' : 'anchor-digits-dropped'
  return { verdict, text: short.text, raised, loss }
}
