import type { DefaultTreeAdapterTypes } from 'parse5'
import { attribute, type Element, walk } from './walk.ts'

/** Style sheets are not applied. What they say of classes that matter to figures is looked for, to say so. */

/** Longer ones are a site's own; what is said of a report's tables stands in the page. */
const longest = 500_000

/** Text that is hidden, struck, white, raised, turned round, or put in by the style itself. */
const matters =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)|font-size\s*:\s*0|color\s*:\s*(?:white|#fff(?:fff)?|transparent)\s*(?:;|!|$)|vertical-align\s*:\s*(?:super|sub)|unicode-bidi\s*:\s*(?:bidi-override|isolate-override)|direction\s*:\s*rtl|mso-hide\s*:\s*all|content\s*:\s*["'][^"']*\d|text-decoration[^;:]*:[^;:]*line-through)/iu

/** By hand: a pattern would look for the end anew at every comment that has none. */
const withoutComments = (sheet: string): string => {
  let kept = ''
  let from = 0
  for (let at = sheet.indexOf('/*'); at >= 0; at = sheet.indexOf('/*', from)) {
    kept += sheet.slice(from, at)
    const end = sheet.indexOf('*/', at + 2)
    if (end < 0) return kept
    from = end + 2
  }
  return kept + sheet.slice(from)
}

/** Selectors and declarations of every rule, those within `@media` too. */
const rulesOf = (sheet: string): (readonly [selectors: string, declarations: string])[] =>
  withoutComments(sheet)
    .split('}')
    .map(piece => {
      const parts = piece.split('{')
      return [parts.at(-2) ?? '', parts.at(-1)!]
    })

/** The classes of the elements a selector means: those of its last part. */
const classesOf = (selector: string): string[] =>
  [
    ...(selector
      .trim()
      .split(/[\s>+~]+/u)
      .at(-1)
      ?.matchAll(/\.([^\s.:#[\]>+~()]+)/gu) ?? []),
  ].map(([, name]) => name!)

/** Names of classes that hide, strike, whiten, raise or turn text by a style sheet in the page. */
export const tellingClasses = (root: DefaultTreeAdapterTypes.Document): ReadonlySet<string> => {
  let sheet = ''
  walk(
    root,
    element => {
      if (element.tagName === 'style' && sheet.length < longest)
        for (const child of element.childNodes) if ('value' in child) sheet += child.value
      return undefined
    },
    () => {},
  )
  const names = new Set<string>()
  for (const [selectors, declarations] of rulesOf(sheet.slice(0, longest)))
    if (matters.test(declarations))
      for (const selector of selectors.split(',')) for (const name of classesOf(selector)) names.add(name)
  return names
}

const turned = /opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)|unicode-bidi\s*:\s*(?:bidi-override|isolate-override)/iu

/** Whether an element has one of those classes, or turns its text round or hides it in a way that is not read. */
export const isStyled = (element: Element, names: ReadonlySet<string>): boolean =>
  element.tagName === 'bdo' ||
  turned.test(attribute(element, 'style') ?? '') ||
  (names.size > 0 &&
    (attribute(element, 'class') ?? '').split(/\s+/u).some(name => name !== '' && names.has(name)))
