import { compile } from 'css-select'
import type { Selector } from 'css-what'
import getNthCheck from 'nth-check'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { attribute, type Element } from '../walk.ts'

type Node = DefaultTreeAdapterTypes.Node
type Options = NonNullable<Parameters<typeof compile<Node, Element>>[1]>

/** Thrown where a page asks for more matching than any page needs. */
export class TooMuchMatching extends Error {}

export type Matches = (element: Element) => boolean

export interface Matching {
  readonly compile: (tokens: Selector[]) => Matches
  /** Counts work; throws TooMuchMatching where it is more than was granted. */
  readonly spend: (steps: number) => void
}

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])

/** Where an element stands among its siblings, and among those of its name; from 0. */
interface SiblingPosition {
  readonly index: number
  readonly previous: Element | null
  readonly ofType: number
}

interface Siblings {
  readonly places: ReadonlyMap<Element, SiblingPosition>
  readonly count: number
  readonly ofType: ReadonlyMap<string, number>
}

interface Placed {
  readonly place: SiblingPosition
  readonly count: number
  readonly ofType: number
}

const nthCheck = (formula: string): ((index: number) => boolean) => {
  try {
    return getNthCheck(formula)
  } catch {
    return () => false
  }
}

/**
 * Matches selectors against the tree of parse5. Every step is counted, and `granted` is how many there may be: a
 * sheet can ask for work in proportion to the square of the page and worse.
 */
export const matching = (quirks: boolean, granted: number): Matching => {
  let left = granted
  const spend = (steps: number): void => {
    left -= steps
    if (left < 0) throw new TooMuchMatching()
  }
  const counted = new WeakMap<Node, Siblings>()
  /** Counting siblings anew for each of them would take the square of their number. */
  const siblingsOf = (parent: Node): Siblings => {
    const known = counted.get(parent)
    if (known !== undefined) return known
    const found = new Map<Element, SiblingPosition>()
    const ofType = new Map<string, number>()
    let previous: Element | null = null
    for (const node of childrenOf(parent)) {
      spend(1)
      if (!isElement(node)) continue
      const before = ofType.get(node.tagName) ?? 0
      found.set(node, { index: found.size, previous, ofType: before })
      ofType.set(node.tagName, before + 1)
      previous = node
    }
    const all = { places: found, count: found.size, ofType }
    counted.set(parent, all)
    return all
  }
  const placed = (element: Element): Placed | undefined => {
    const parent = element.parentNode
    if (parent === null) return undefined
    const siblings = siblingsOf(parent)
    const place = siblings.places.get(element)
    return place && { place, count: siblings.count, ofType: siblings.ofType.get(element.tagName)! }
  }

  const checks = new Map<string, (index: number) => boolean>()
  const check = (formula: string): ((index: number) => boolean) => {
    const made = checks.get(formula) ?? nthCheck(formula)
    checks.set(formula, made)
    return made
  }
  const atPlace =
    (holds: (found: Placed, formula: string) => boolean) =>
    (element: Element, formula?: string | null): boolean => {
      spend(1)
      const found = placed(element)
      return found !== undefined && holds(found, formula ?? '')
    }

  const options: Options = {
    quirksMode: quirks,
    relativeSelector: false,
    adapter: {
      isTag: (node): node is Element => {
        spend(1)
        return isElement(node)
      },
      getName: element => {
        spend(1)
        return element.tagName
      },
      getAttributeValue: (element, name) => {
        spend(1)
        return attribute(element, name)
      },
      hasAttrib: (element, name) => {
        spend(1)
        return attribute(element, name) !== undefined
      },
      getChildren: childrenOf,
      getParent: element => {
        spend(1)
        return element.parentNode
      },
      getSiblings: node =>
        'parentNode' in node && node.parentNode !== null ? childrenOf(node.parentNode) : [node],
      prevElementSibling: node => (isElement(node) ? (placed(node)?.place.previous ?? null) : null),
      getText: () => '',
      removeSubsets: nodes => nodes,
    },
    pseudos: {
      'first-child': element => atPlace(({ place }) => place.index === 0)(element),
      'last-child': element => atPlace(({ place, count }) => place.index === count - 1)(element),
      'only-child': element => atPlace(({ count }) => count === 1)(element),
      'first-of-type': element => atPlace(({ place }) => place.ofType === 0)(element),
      'last-of-type': element => atPlace(({ place, ofType }) => place.ofType === ofType - 1)(element),
      'only-of-type': element => atPlace(({ ofType }) => ofType === 1)(element),
      'counted-nth-child': atPlace(({ place }, formula) => check(formula)(place.index)),
      'counted-nth-last-child': atPlace(({ place, count }, formula) =>
        check(formula)(count - 1 - place.index),
      ),
      'counted-nth-of-type': atPlace(({ place }, formula) => check(formula)(place.ofType)),
      'counted-nth-last-of-type': atPlace(({ place, ofType }, formula) =>
        check(formula)(ofType - 1 - place.ofType),
      ),
      // Selectors 4 lets white space pass; browsers do not.
      empty: (element: Element) =>
        element.childNodes.every(node => !isElement(node) && !('value' in node && node.value !== '')),
    },
  }
  return {
    spend,
    compile: tokens => compile<Node, Element>([tokens], options),
  }
}
