import type { Look } from './style/look.ts'
import { attribute, type Element } from './walk.ts'

/** What is done with an element. `inline` ones are transparent: their text belongs to the paragraph around them. */
export type Treatment =
  | 'inline'
  | 'block'
  | 'break'
  | 'skipped'
  | 'hidden'
  | 'picture'
  | 'embedded'
  | 'formula'
  | 'ruby'
  | 'field'

const words = (list: string): readonly string[] => list.split(' ')

const LISTS: Partial<Record<Treatment, readonly string[]>> = {
  break: ['br'],
  // Never printed.
  skipped: [
    ...words(
      'head script style template noscript noframes noembed datalist title meta link base colgroup col',
    ),
    ...words('param source track area rp audio meter progress'),
  ],
  picture: words('img svg canvas v:imagedata'),
  embedded: words('iframe frame object embed applet video'),
  formula: ['math'],
  ruby: words('rt rtc'),
  field: words('input select'),
}

const TREATMENTS: ReadonlyMap<string, Treatment> = new Map(
  Object.entries(LISTS).flatMap(([treatment, names]) => names.map(name => [name, treatment as Treatment])),
)

/** Inputs that have no printed value of their own. */
const BUTTONS = words('hidden submit button reset image')

/** Whether an element is read by its children, and not left out or read as a whole. */
export const isEntered = (treatment: Treatment): boolean => treatment === 'inline' || treatment === 'block'

/** What is done with the element, by its name and by how it looks. */
export const treatmentOf = (element: Element, look: Look): Treatment => {
  const byName = TREATMENTS.get(element.tagName)
  if (byName === 'skipped') return byName
  if (look.flow === 'none') return 'hidden'
  if (byName === 'field' && BUTTONS.includes((attribute(element, 'type') ?? '').toLowerCase()))
    return 'skipped'
  if (byName !== undefined) return byName
  return look.flow === 'inline' || look.flow === 'inline-block' || look.flow === 'contents'
    ? 'inline'
    : 'block'
}
