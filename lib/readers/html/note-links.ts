import { attribute, type Element } from './walk.ts'

/**
 * Anchors of notes as Word, WPS, LibreOffice, mammoth, wikis and people write them: `#_ftn1`, `#footnote-1`,
 * `#sdfootnote1sym`, `#zhu1`, `#注1`.
 */
const NOTE_ANCHOR =
  /#_?(?:(?:sd)?(?:foot|end)_?note|ftn|edn|fn|note|cite_note|ref|zhu|zhushi|jiaozhu|beizhu|zs|jz|bz|comment|remark|annot|(?:备|脚|尾|附)?[注註])[\p{L}_:.-]*\d/iu

const hrefOf = (element: Element): string => {
  const href = attribute(element, 'href') ?? ''
  if (!href.includes('%')) return href
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

/** A link to a note, or back from it, by its address or by what it says it is (DPUB-ARIA, EPUB). */
export const isNoteLink = (element: Element): boolean => element.attrs.length > 0 && isLinkOfNote(element)

const says = (element: Element, name: string, pattern: RegExp): boolean => {
  const value = attribute(element, name)
  return value !== undefined && pattern.test(value)
}

const isLinkOfNote = (element: Element): boolean =>
  (element.tagName === 'a' &&
    (NOTE_ANCHOR.test(hrefOf(element)) || NOTE_ANCHOR.test(`#${attribute(element, 'name') ?? ''}`))) ||
  says(element, 'role', /\bdoc-noteref\b/u) ||
  says(element, 'epub:type', /\bnoteref\b/u)

/** A link to a place in the same page. */
export const isAnchor = (element: Element): boolean =>
  element.tagName === 'a' && /^\s*#./u.test(attribute(element, 'href') ?? '')

const WORD_CLASS = /\bMso(?:Footnote|Endnote)Reference\b/u

/** Raised or lowered by its name, or by the class Word gives to notes. */
export const isRaisedByName = (element: Element): boolean =>
  element.tagName === 'sup' || element.tagName === 'sub' || WORD_CLASS.test(attribute(element, 'class') ?? '')
