import type { DefaultTreeAdapterTypes } from 'parse5'
import { attribute, type Element } from '../walk.ts'
import { type Declarations, isHiding, readStyle } from './declarations.ts'
import { defaultsOf, isHint } from './defaults.ts'
import { type Generated, type Look, lookOf, page } from './look.ts'
import { matching, TooMuchMatching } from './matching.ts'
import { type FindSheet, pageSheets } from './page-sheets.ts'

import { partByRole } from './roles.ts'
import { type Ranked, type RuleIndex, ruleIndex } from './rule-index.ts'
import { specified } from './specified.ts'

export type { FindSheet }

/** Steps of matching for one page; a long page with a large framework takes a tenth of it. */
const GRANTED = 12_000_000

export interface Looks {
  /** How an element looks. Its parent is asked for first, so walk from above. */
  readonly of: (element: Element) => Look
  readonly parentOf: (element: Element) => Look
  /** Whether the page names sheets that did not come with it. */
  readonly unread: boolean
  /** Whether so much was asked for that not all of it could be followed. */
  readonly capped: () => boolean
}

/** A look, and those found in it so far by what made them. */
interface Seen {
  readonly look: Look
  readonly memo: Map<string, Seen>
}

interface Style {
  readonly declarations: Declarations
  readonly number: number
}

const isElement = (node: DefaultTreeAdapterTypes.ParentNode | null): node is Element =>
  node !== null && 'tagName' in node

/** What a rule for a first letter or line may say without changing what is read. */
const HARMLESS_IN_PART: ReadonlySet<string> = new Set([
  'margin-left',
  'margin-right',
  'margin-top',
  'padding-left',
  'line-height',
])
const isPart = (name: string | undefined): boolean => name === 'first-letter' || name === 'first-line'

/** Whether a rule for the element is not followed, and may change what is seen of it. */
const isDoubtful = ({ rule: { certain, selector, declarations } }: Ranked): boolean => {
  if (!certain) return isHiding(declarations)
  if (!isPart(selector.pseudoElement)) return false
  return [...declarations.normal, ...declarations.important].some(
    ([property]) => !HARMLESS_IN_PART.has(property),
  )
}

/** A part of a table by its role is one whatever box it has. */
const withRole = (look: Look, role: string | undefined): Look => {
  const part = role === undefined || look.flow === 'none' ? undefined : partByRole(role)
  return part === undefined ? look : { ...look, flow: part }
}

/** Looks at a page as a browser does. `elements` give it its style sheets; `find` those that came with it. */
export const looksOf = (
  root: DefaultTreeAdapterTypes.Document,
  elements: readonly Element[],
  find?: FindSheet,
): Looks => {
  const quirks = root.mode === 'quirks'
  const sheets = pageSheets(elements, find)
  const matcher = matching(quirks, GRANTED)
  let index: RuleIndex = ruleIndex(sheets.rules, matcher)
  let capped = sheets.capped
  const seen = new Map<DefaultTreeAdapterTypes.ParentNode, Seen>()
  const top: Seen = { look: page, memo: new Map() }
  const styles = new Map<string, Style>()
  const styleOf = (text: string): Style => {
    const known = styles.get(text)
    if (known !== undefined) return known
    const read = { declarations: readStyle(text), number: styles.size }
    styles.set(text, read)
    return read
  }
  /** What of the element alone decides its look beside the rules. Pages repeat themselves: each look is made once. */
  const signOf = ({ tagName, attrs }: Element): string => {
    let sign = tagName
    for (const { name, value } of attrs)
      if (name === 'style') sign += ` ${styleOf(value).number}`
      else if (isHint(name)) sign += `\u0000${name}=${value}`
    return sign
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
  const generated = (ranked: readonly Ranked[], name: string, look: Look): Generated | undefined => {
    const own = ranked.filter(({ rule }) => rule.certain && rule.selector.pseudoElement === name)
    if (own.length === 0) return undefined
    const said = specified([], own, undefined, look.variables)
    const content = said.values.get('content') ?? 'none'
    return /^(?:none|normal|initial|unset|inherit)$/u.test(content)
      ? undefined
      : { look: lookOf(said, look), content }
  }
  const make = (element: Element, ranked: readonly Ranked[], parent: Look): Look => {
    const own = ranked.filter(({ rule }) => rule.certain && rule.selector.pseudoElement === undefined)
    const style = attribute(element, 'style')
    const said = specified(
      defaultsOf(element, quirks),
      own,
      style === undefined ? undefined : styleOf(style).declarations,
      parent.variables,
    )
    const look = withRole(lookOf(said, parent), attribute(element, 'role'))
    if (ranked.length === 0 && !said.values.has('animation-name')) return look
    const moving = said.values.get('animation-name')?.split(/[\s,]+/u) ?? []
    const doubtful =
      look.doubtful || ranked.some(isDoubtful) || moving.some(name => sheets.hidingAnimations.has(name))
    const [before, after] = [generated(ranked, 'before', look), generated(ranked, 'after', look)]
    return { ...look, doubtful, ...(before && { before }), ...(after && { after }) }
  }
  const compute = (element: Element, parent: Seen): Seen => {
    const ranked = rulesFor(element)
    let sign = signOf(element)
    for (const { rank } of ranked) sign += `,${rank}`
    const known = parent.memo.get(sign)
    if (known !== undefined) return known
    const made = { look: make(element, ranked, parent.look), memo: new Map<string, Seen>() }
    parent.memo.set(sign, made)
    return made
  }
  const seenOf = (element: Element): Seen => {
    const known = seen.get(element)
    if (known !== undefined) return known
    const { parentNode } = element
    const parent = parentNode === null ? top : seen.get(parentNode)
    if (parent !== undefined || !isElement(parentNode)) {
      const made = compute(element, parent ?? top)
      seen.set(element, made)
      return made
    }
    const above: Element[] = [element]
    let node: DefaultTreeAdapterTypes.ParentNode | null = parentNode
    for (; isElement(node) && !seen.has(node); node = node.parentNode) above.push(node)
    let last = isElement(node) ? seen.get(node)! : top
    for (const each of above.reverse()) {
      last = compute(each, last)
      seen.set(each, last)
    }
    return last
  }
  return {
    of: element => seenOf(element).look,
    parentOf: ({ parentNode }) => (isElement(parentNode) ? seenOf(parentNode).look : page),
    unread: sheets.unread,
    capped: () => capped,
  }
}
