import { attribute, type Element } from '../walk.ts'
import { attributeColour } from './colour.ts'
import type { Longhand } from './properties.ts'

const words = (list: string): readonly string[] => list.split(' ')

/** What browsers do with elements before any sheet (HTML Standard, 15.3). */
const BY_TAG = new Map<string, Longhand[]>()
const say = (tags: string, ...said: Longhand[]): void => {
  for (const tag of words(tags)) BY_TAG.set(tag, [...(BY_TAG.get(tag) ?? []), ...said])
}

say(
  'html body address article aside blockquote center dialog div figure figcaption footer form header hgroup hr legend ' +
    'main nav p search section fieldset h1 h2 h3 h4 h5 h6 dir dd dl dt menu ol ul details summary optgroup option ' +
    'pre listing plaintext xmp',
  ['display', 'block'],
)
say('li', ['display', 'list-item'])
say('table', ['display', 'table'], ['text-indent', '0'])
say('caption', ['display', 'table-caption'])
say('thead', ['display', 'table-header-group'])
say('tbody', ['display', 'table-row-group'])
say('tfoot', ['display', 'table-footer-group'])
say('tr', ['display', 'table-row'])
say('td th', ['display', 'table-cell'])
say('ruby', ['display', 'ruby'])
say('input select button textarea meter progress', ['display', 'inline-block'], ['font-size', '13.333px'])
say('input select button textarea', ['color', 'black'], ['letter-spacing', 'normal'], ['text-indent', '0'])
say('s strike del', ['text-decoration-line', 'line-through'])
say('sup', ['vertical-align', 'super'], ['font-size', 'smaller'])
say('sub', ['vertical-align', 'sub'], ['font-size', 'smaller'])
say('small', ['font-size', 'smaller'])
say('big', ['font-size', 'larger'])
say('h1', ['font-size', '2em'])
say('h2', ['font-size', '1.5em'])
say('h3', ['font-size', '1.17em'])
say('h5', ['font-size', '.83em'])
say('h6', ['font-size', '.67em'])
say('rt', ['font-size', '50%'], ['display', 'ruby-text'])
say('mark', ['background-color', 'yellow'], ['color', 'black'])
say('pre listing plaintext xmp textarea', ['white-space', 'pre'])
say('bdo', ['unicode-bidi', 'bidi-override'])

/** In quirks mode tables begin anew with their font, and take their colour from the page. */
const QUIRKY_TABLE: readonly Longhand[] = [
  ['font-size', 'medium'],
  ['color', '-quirk-inherit'],
]

/** `size` of `<font>`: 3 is ordinary. */
const FONT_SIZES = words('x-small small medium large x-large xx-large 48px')
const fontSize = (text: string): string | undefined => {
  const found = /^\s*([-+]?)(\d+)/u.exec(text)
  if (found === null) return undefined
  const size = Number(found[2]!.slice(0, 3))
  const meant = found[1] === '+' ? 3 + size : found[1] === '-' ? 3 - size : size
  return FONT_SIZES[Math.min(7, Math.max(1, meant)) - 1]
}

/** What attributes of old say of the look, before any sheet. */
const HINTS: Readonly<Record<string, (value: string, tag: string) => Longhand | undefined>> = {
  color: (value, tag) => (tag === 'font' ? ['color', attributeColour(value)] : undefined),
  face: (value, tag) => (tag === 'font' ? ['font-family', value.toLowerCase()] : undefined),
  size: (value, tag) => {
    const size = tag === 'font' ? fontSize(value) : undefined
    return size === undefined ? undefined : ['font-size', size]
  },
  text: (value, tag) => (tag === 'body' ? ['color', attributeColour(value)] : undefined),
  bgcolor: value => ['background-color', attributeColour(value)],
  background: () => ['background-image', 'url()'],
  hidden: () => ['display', 'none'],
  dir: value => ['direction', value.toLowerCase()],
  href: (_, tag) => (tag === 'a' || tag === 'area' ? ['color', '#0000ee'] : undefined),
  popover: () => ['display', 'none'],
}

/** What an element looks like before any sheet. */
export const defaultsOf = (element: Element, quirks: boolean): readonly Longhand[] => {
  const { tagName } = element
  const byTag = BY_TAG.get(tagName)
  if (element.attrs.length === 0 && !(quirks && tagName === 'table') && tagName !== 'dialog')
    return byTag ?? []
  const said = [...(byTag ?? []), ...(quirks && tagName === 'table' ? QUIRKY_TABLE : [])]
  for (const { name, value } of element.attrs) {
    const hint = Object.hasOwn(HINTS, name) ? HINTS[name]!(value, tagName) : undefined
    if (hint !== undefined) said.push(hint)
  }
  if (tagName === 'dialog' && attribute(element, 'open') === undefined) said.push(['display', 'none'])
  return said
}

const HINTING: ReadonlySet<string> = new Set([...Object.keys(HINTS), 'open', 'role'])

/** Whether an attribute can change the look of its element without any sheet. */
export const isHint = (name: string): boolean => HINTING.has(name)
