import type { DefaultTreeAdapterTypes } from 'parse5'
import { attribute, type Element } from '../walk.ts'
import { type Declarations, readStyle } from './declarations.ts'
import { defaultsOf, isHint } from './defaults.ts'
import { type Look, lookOf, page } from './look.ts'
import { matching, TooMuchMatching } from './matching.ts'
import { type FindSheet, pageSheets } from './page-sheets.ts'

import { type Ranked, type RuleIndex, ruleIndex } from './rule-index.ts'
import { specified } from './specified.ts'

export type { FindSheet }

/** Steps of matching for one page; a long page with a large framework takes a tenth of it. */
const GRANTED = 20_000_000

/** What a style puts before or after the content of an element. */
export interface Generated {
  readonly look: Look
  /** As written in `content`. */
  readonly content: string
}

export interface Looks {
  /** How an element looks. Its parent is asked for first, so walk from above. */
  readonly of: (element: Element) => Look
  readonly parentOf: (element: Element) => Look
  readonly before: (element: Element) => Generated | undefined
  readonly after: (element: Element) => Generated | undefined
  /** Whether the page names sheets that did not come with it. */
  readonly unread: boolean
  /** Whether so much was asked for that not all of it could be followed. */
  readonly capped: () => boolean
}

interface Seen {
  readonly look: Look
  readonly ranked: readonly Ranked[]
  readonly memo: Map<string, Seen>
}

const isElement = (node: DefaultTreeAdapterTypes.ParentNode | null): node is Element =>
  node !== null && 'tagName' in node

/** Rules that differ on other screens or on paper, or whose condition is unknown: what they say is not followed. */
const isHiding = ({ rule: { declarations } }: Ranked): boolean =>
  [...declarations.normal, ...declarations.important].some(
    ([property, value]) =>
      (property === 'display' && value === 'none') ||
      (property === 'visibility' && value !== 'visible') ||
      (property === 'opacity' && Number.parseFloat(value) < 0.3) ||
      (property === 'text-decoration-line' && value.includes('line-through')) ||
      (property === 'font-size' && /^0\D*$/u.test(value)),
  )

/** What of an element alone decides its look beside the rules. */
const signOf = (element: Element): string => {
  if (element.attrs.length === 0) return element.tagName
  let sign = element.tagName
  for (const { name, value } of element.attrs) if (isHint(name)) sign += `\u0000${name}=${value}`
  return sign
}

/** Looks at a page as a browser does. `find` gives the sheets that came with it. */
export const looksOf = (root: DefaultTreeAdapterTypes.Document, find?: FindSheet): Looks => {
  const quirks = root.mode === 'quirks'
  const sheets = pageSheets(root, find)
  const matcher = matching(quirks, GRANTED)
  let index: RuleIndex = ruleIndex(sheets.rules, matcher)
  let capped = sheets.capped
  const seen = new Map<DefaultTreeAdapterTypes.ParentNode, Seen>()
  const top: Seen = { look: page, ranked: [], memo: new Map() }
  const styles = new Map<string, Declarations>()
  const styleOf = (element: Element): Declarations | undefined => {
    const text = attribute(element, 'style')
    if (text === undefined) return undefined
    const known = styles.get(text)
    if (known !== undefined) return known
    const read = readStyle(text)
    styles.set(text, read)
    return read
  }
  const rulesFor = (element: Element): readonly Ranked[] => {
    if (index.empty) return []
    try {
      return index.rulesFor(element)
    } catch (error) {
      if (!(error instanceof TooMuchMatching)) throw error
      capped = true
      index = ruleIndex([], matcher)
      return []
    }
  }
  const compute = (element: Element, parent: Seen): Seen => {
    const ranked = rulesFor(element)
    const sign = `${signOf(element)}\u0001${ranked.map(({ rank }) => rank).join(',')}`
    const known = parent.memo.get(sign)
    if (known !== undefined) return known
    const own = ranked.filter(({ rule }) => rule.certain && rule.selector.pseudoElement === undefined)
    const said = specified(defaultsOf(element, quirks), own, styleOf(element), parent.look.variables)
    const look = lookOf(said, parent.look)
    const vague = ranked.some(each => !each.rule.certain && isHiding(each))
    const made = { look: vague ? { ...look, doubtful: true } : look, ranked, memo: new Map() }
    parent.memo.set(sign, made)
    return made
  }
  const seenOf = (element: Element): Seen => {
    const known = seen.get(element)
    if (known !== undefined) return known
    const above: Element[] = [element]
    let parent = element.parentNode
    for (; isElement(parent) && !seen.has(parent); parent = parent.parentNode) above.push(parent)
    let last = isElement(parent) ? seen.get(parent)! : top
    for (const each of above.reverse()) {
      last = compute(each, last)
      seen.set(each, last)
    }
    return last
  }
  const generated = (element: Element, name: string): Generated | undefined => {
    const { ranked, look } = seenOf(element)
    const own = ranked.filter(({ rule }) => rule.certain && rule.selector.pseudoElement === name)
    if (own.length === 0) return undefined
    const said = specified([], own, undefined, look.variables)
    const content = said.values.get('content') ?? 'none'
    return /^(?:none|normal|initial|unset|inherit)$/u.test(content)
      ? undefined
      : { look: lookOf(said, look), content }
  }
  return {
    of: element => seenOf(element).look,
    parentOf: ({ parentNode }) => (isElement(parentNode) ? seenOf(parentNode).look : page),
    before: element => generated(element, 'before'),
    after: element => generated(element, 'after'),
    unread: sheets.unread,
    capped: () => capped,
  }
}
