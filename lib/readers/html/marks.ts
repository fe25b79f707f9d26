import type { LossCodeOf } from '../../losses/index.ts'
import { type RaisedReading, readRaised } from '../style/mark.ts'
import { isAnchor, isNoteLink, isRaisedByName } from './note-links.ts'
import type { Look } from './style/look.ts'
import { attribute, type Element } from './walk.ts'

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

/** An element that may be a mark, and what it reads as. */
export interface PossibleMark {
  readonly reads: RaisedReading
  readonly text: string
  readonly raised: boolean
  /** What leaving it out is to be called. */
  readonly loss: LossCodeOf<'web'>
}

/** Reads an element that stands where marks stand; undefined for all others. */
export const readMark = (
  element: Element,
  look: Look,
  inCell: boolean,
  before: string,
): PossibleMark | undefined => {
  const raised = look.raised || isRaisedByName(element)
  const note = isNoteLink(element)
  const anchor = inCell && isAnchor(element) && /[\d０-９]/u.test(before)
  if (!raised && !note && !anchor) return undefined
  const short = shortText(element)
  if (short === undefined) return { reads: 'text', text: '', raised, loss: 'note-mark-dropped' }
  const reads = readRaised({ ...short, raised: raised || short.raised, inCell, before })
  // Only what is seen to be a mark, or says so, is one without doubt.
  const loss =
    look.raised || note ? 'note-mark-dropped' : raised ? 'raised-digits-dropped' : 'anchor-digits-dropped'
  return { reads, text: short.text, raised, loss }
}
