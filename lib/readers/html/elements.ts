import { attribute, type Element } from './walk.ts'

/** What is done with an element. `inline` ones are transparent: their text belongs to the paragraph around them. */
export type Treatment =
  | 'inline'
  | 'block'
  | 'preformatted'
  | 'break'
  | 'skipped'
  | 'hidden'
  | 'picture'
  | 'embedded'
  | 'formula'
  | 'deleted'
  | 'ruby'
  | 'field'

const words = (list: string): readonly string[] => list.split(' ')

const LISTS: Partial<Record<Treatment, readonly string[]>> = {
  // What begins and ends a paragraph (HTML Standard, 15.3).
  block: [
    ...words(
      'html body address article aside blockquote center dialog div figure figcaption footer form header',
    ),
    ...words(
      'hgroup hr legend main nav p search section fieldset h1 h2 h3 h4 h5 h6 dir dd dl dt li menu ol ul',
    ),
    ...words('details summary optgroup option table caption thead tbody tfoot tr td th'),
  ],
  preformatted: words('pre listing plaintext textarea xmp'),
  break: ['br'],
  // Never printed.
  skipped: [
    ...words(
      'head script style template noscript noframes noembed datalist title meta link base colgroup col',
    ),
    ...words('param source track area rp audio'),
  ],
  picture: words('img svg canvas v:imagedata'),
  embedded: words('iframe frame object embed applet video'),
  formula: ['math'],
  deleted: words('del s strike'),
  ruby: words('rt rtc'),
  field: words('input select'),
}

const TREATMENTS: ReadonlyMap<string, Treatment> = new Map(
  Object.entries(LISTS).flatMap(([treatment, names]) => names.map(name => [name, treatment as Treatment])),
)

const SAYS_DISPLAY = /display|mso-hide/i
/** Where a style says `display`, the last word counts. */
const DISPLAY = /^(?:.*;)?\s*display\s*:\s*([a-z-]+)/is
/** Word's hidden text, in pages saved by Word. */
const WORD_HIDDEN = /mso-hide\s*:\s*all/i
const BLOCK_DISPLAYS = words('block flex grid list-item table flow-root')
/** Inputs that have no printed value of their own. */
const BUTTONS = words('hidden submit button reset image')

/** Struck out, in whatever way a style says it: the author took it back. */
const STRUCK = /text-decoration(?:-line)?\s*:[^;:]*line-through/i
/** Text that takes its place or none and is not seen. */
const UNSEEN = /visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0+)?(?![.\d])/i

const displayOf = (element: Element): string | undefined => {
  const style = attribute(element, 'style')
  if (style === undefined || !SAYS_DISPLAY.test(style)) return undefined
  return WORD_HIDDEN.test(style) ? 'none' : DISPLAY.exec(style)?.[1]?.toLowerCase()
}

/** What is done with the element, by its name and its own style; style sheets are not read. */
export const treatmentOf = (element: Element): Treatment => {
  const byName = TREATMENTS.get(element.tagName) ?? 'inline'
  if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return 'hidden'
  if (byName === 'skipped' || element.attrs.length === 0) return byName
  const display = displayOf(element)
  if (display === 'none' || attribute(element, 'hidden') !== undefined) return 'hidden'
  const style = attribute(element, 'style')
  if (style !== undefined && UNSEEN.test(style)) return 'hidden'
  if (style !== undefined && STRUCK.test(style)) return 'deleted'
  if (byName === 'field' && BUTTONS.includes((attribute(element, 'type') ?? '').toLowerCase()))
    return 'skipped'
  if (byName === 'inline' && display !== undefined && BLOCK_DISPLAYS.includes(display)) return 'block'
  return byName === 'block' && display === 'inline' ? 'inline' : byName
}

/** By name or by length; Word writes its own word for it, and raises notes by three points or more. */
const RAISED =
  /vertical-align\s*:\s*(?:super\b|sub\b|-?(?:\d*[1-9]|\d*\.\d*[1-9]))|mso-text-raise\s*:\s*-?(?:[3-9]|[1-9]\d)/i

/** Raised or lowered text: where reference marks stand. */
export const isRaised = (element: Element): boolean =>
  element.tagName === 'sup' ||
  element.tagName === 'sub' ||
  RAISED.test(attribute(element, 'style') ?? '') ||
  /\bMso(?:Footnote|Endnote)Reference\b/.test(attribute(element, 'class') ?? '')

/** White or nearly so, or seen through. */
const WHITE =
  /^(?:white|snow|ghostwhite|transparent|#fff[\da-f]?|#(?:f[89a-f]){3}(?:[\da-f]{2})?|rgba?\(\s*25[0-5][\s,]+25[0-5][\s,]+25[0-5](?:\s*[,/]\s*[\d.]+%?)?\s*\)|rgba?\([^()]*[,/]\s*0(?:\.0+)?%?\s*\)|hsla?\([^()]*[\s,]100%[^()]*\))$/i
const COLOUR = /(?:^|;)\s*color\s*:\s*([^;!]+)/i
const GROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)/i
/** What browsers write beside the colour of a ground without a picture. */
const BESIDE_GROUND = /\b(?:none|no-repeat|repeat(?:-[xy])?|scroll|auto)\b|\s0(?:%|px|pt)?(?=\s|$)/gi
const NO_GROUND = /^(?:none|inherit|initial|unset|window)?$/i

const colourOf = (element: Element): string | undefined =>
  COLOUR.exec(attribute(element, 'style') ?? '')?.[1] ?? attribute(element, 'color')

/** Whether the element has a ground of its own, and white can be read on it; undefined where it has none. */
const showsWhite = (element: Element): boolean | undefined => {
  const ground = (GROUND.exec(attribute(element, 'style') ?? '')?.[1] ?? attribute(element, 'bgcolor') ?? '')
    .replace(BESIDE_GROUND, ' ')
    .trim()
  return NO_GROUND.test(ground) ? undefined : !WHITE.test(ground)
}

/** No page wraps its text deeper within a table. */
const mostAround = 100

function* around(element: Element): Iterable<Element> {
  let seen = 0
  for (let node: unknown = element; node !== null && typeof node === 'object' && seen < mostAround; seen++) {
    const { tagName, parentNode } = node as { tagName?: string; parentNode?: unknown }
    if (tagName !== undefined) yield node as Element
    if (tagName === 'table') return
    node = parentNode ?? null
  }
}

/** White text in a table on a ground that is not another colour; style sheets are not read. */
export const isWhite = (element: Element): boolean => {
  if (!WHITE.test(colourOf(element)?.trim() ?? '')) return false
  for (const each of around(element)) {
    const shows = showsWhite(each)
    if (shows !== undefined) return !shows
  }
  return true
}

/** The same for a cell, which takes its colour from its row or table where it names none. */
export const isWhiteCell = (cell: Element): boolean => {
  for (const each of around(cell)) if (colourOf(each) !== undefined) return isWhite(each)
  return false
}

/** Anchors of notes as Word, WPS, LibreOffice, mammoth and wikis write them: `#_ftn1`, `#footnote-1`, `#sdfootnote1sym`. */
const NOTE_ANCHOR = /#_?(?:(?:sd)?(?:foot|end)_?note|ftn|edn|fn|note|cite_note|ref)[a-z_:.-]*\d/i

/** A link to a note, or back from it. */
export const isNoteLink = (element: Element): boolean =>
  element.tagName === 'a' && NOTE_ANCHOR.test(attribute(element, 'href') ?? '')
