import parse, { type Node } from 'css-tree/parser'
import { limits } from '../../limits.ts'
import { withoutComments } from './comments.ts'
import { type Declarations, declarationsOf, isHiding } from './declarations.ts'
import { supported, type Where, whereHolds } from './media.ts'
import { compareSpecificity, type ReadSelector, readSelectors } from './selectors.ts'

/** A selector and what it says, as it stands in a sheet. */
export interface Rule {
  readonly selector: ReadSelector
  readonly declarations: Declarations
  /** Places of the cascade layers it stands in, outermost first; none is above all. */
  readonly layer: readonly number[]
  /**
   * Whether it applies on the screen we judge by. Those that do not apply there, but on another one or on paper,
   * and those whose condition only a layout can tell, are kept to say that something differs.
   */
  readonly certain: boolean
}

const isTooDeep = (text: string): boolean => {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x7b || code === 0x28 || code === 0x5b) {
      if (++depth > limits.html.bracketDepth) return true
    } else if ((code === 0x7d || code === 0x29 || code === 0x5d) && depth > 0) depth--
  }
  return false
}

const rawOf = (node: Node | null | undefined): string =>
  typeof node?.value === 'string' ? withoutComments(node.value).trim() : ''

interface Around {
  /** The selectors of the rule around this one. */
  readonly parent?: string
  readonly layer: readonly number[]
  readonly certain: boolean
}

export interface Sheets {
  /** Adds the rules of a sheet. */
  readonly add: (text: string, media: string) => void
  readonly rules: readonly Rule[]
  /** Names of animations at whose end something is out of sight. */
  readonly hidingAnimations: ReadonlySet<string>
  /** Whether something was left out because there was too much of it. */
  readonly capped: () => boolean
}

/** Nested selectors are relative to those around them (CSS Nesting 1). */
const nested = (text: string, parent: string | undefined): string => {
  if (parent === undefined) return text.replaceAll('&', ':scope')
  return text
    .split(/,(?![^(]*\))/u)
    .map(one => (one.includes('&') ? one.replaceAll('&', `:is(${parent})`) : `:is(${parent}) ${one.trim()}`))
    .join(',')
}

const isTooLong = (selectors: string, parent: string | undefined): boolean =>
  parent === undefined
    ? selectors.length > limits.html.selectorCharacters
    : selectors.length + parent.length * (selectors.match(/[&,]/gu)?.length ?? 1) >
      limits.html.nestedSelectorCharacters

const saysNothing = ({ normal, important }: Declarations): boolean =>
  normal.length === 0 && important.length === 0

/** Reads style sheets into rules, in the order of the page. `fetch`: what to do where a sheet asks for another. */
export const readSheets = (fetch: (prelude: string) => void): Sheets => {
  const rules: Rule[] = []
  const asked = new Map<string, Where>()
  const hidingAnimations = new Set<string>()
  let layers = 0
  const layerPlaces = new Map<string, number>()
  let capped = false

  const layerOf = (name: string, within: readonly number[]): readonly number[] => {
    const path = [...within]
    for (const part of name === '' ? [`\u0000${layers}`] : name.split('.')) {
      const key = `${path.join('.')}/${part.trim()}`
      if (!layerPlaces.has(key)) layerPlaces.set(key, ++layers)
      path.push(layerPlaces.get(key)!)
    }
    return path
  }

  const addRule = (selectors: string, nodes: readonly Node[], around: Around): void => {
    if (isTooLong(selectors, around.parent)) {
      capped = true
      return
    }
    const text = nested(selectors, around.parent)
    const declarations = declarationsOf(nodes)
    if (!saysNothing(declarations)) {
      if (rules.length > limits.html.selectors) capped = true
      else
        for (const selector of readSelectors(text))
          if (selector.weight > limits.html.selectorParts) capped = true
          else
            rules.push({
              selector,
              declarations,
              layer: around.layer,
              certain: around.certain && !selector.vague,
            })
    }
    const inner = nodes.filter(({ type }) => type !== 'Declaration')
    if (inner.length > 0) addNodes(inner, { ...around, parent: text })
  }

  const addBlock = (node: Node, around: Around): void => {
    const nodes = [...(node.block?.children ?? [])]
    // Declarations stand in a conditional block only where it is nested in a rule.
    if (around.parent !== undefined && nodes.some(({ type }) => type === 'Declaration'))
      addRule('&', nodes, around)
    else addNodes(nodes, around)
  }

  /** Where a condition holds. Each is parsed once, and no page has very many. */
  const conditions = (name: string, condition: string): Where => {
    const key = `${name} ${condition}`
    const known = asked.get(key)
    if (known !== undefined) return known
    if (asked.size >= limits.html.conditions) {
      capped = true
      return 'nowhere'
    }
    const where = name === 'media' ? whereHolds(condition) : supported(condition) ? 'screen' : 'nowhere'
    asked.set(key, where)
    return where
  }

  const addConditional = (node: Node, around: Around, where: Where): void => {
    if (where !== 'nowhere') addBlock(node, where === 'screen' ? around : { ...around, certain: false })
  }

  const addAtRule = (node: Node, around: Around): void => {
    const prelude = rawOf(node.prelude)
    switch (node.name?.toLowerCase()) {
      case 'media':
      case 'supports':
        addConditional(node, around, conditions(node.name.toLowerCase(), prelude))
        return
      case 'layer':
        if (node.block) addBlock(node, { ...around, layer: layerOf(prelude, around.layer) })
        else for (const name of prelude.split(',')) layerOf(name.trim(), around.layer)
        return
      case 'container':
      case 'scope':
      case '-moz-document':
        if (node.name !== '-moz-document') addBlock(node, { ...around, certain: false })
        return
      case 'keyframes':
      case '-webkit-keyframes':
        for (const { prelude: frame, block } of node.block?.children ?? [])
          if (/\bto\b|\b100%/iu.test(rawOf(frame)) && isHiding(declarationsOf(block?.children ?? [])))
            hidingAnimations.add(prelude.replace(/^["']|["']$/gu, '').toLowerCase())
        return
      case 'import':
        fetch(prelude)
    }
  }

  const addNodes = (nodes: Iterable<Node>, around: Around): void => {
    for (const node of nodes)
      if (node.type === 'Rule') addRule(rawOf(node.prelude), [...(node.block?.children ?? [])], around)
      else if (node.type === 'Atrule') addAtRule(node, around)
      else if (node.type === 'Raw' && around.parent !== undefined && rawOf(node).includes('{'))
        addNodes(parseSheet(rawOf(node)), around)
  }

  const parseSheet = (text: string): Iterable<Node> =>
    parse(text, {
      parseValue: false,
      parseRulePrelude: false,
      parseAtrulePrelude: false,
      parseCustomProperty: false,
    }).children ?? []

  return {
    rules,
    hidingAnimations,
    capped: () => capped,
    add: (text, media) => {
      if (isTooDeep(text)) {
        capped = true
        return
      }
      const where = conditions('media', media)
      if (where !== 'nowhere') addNodes(parseSheet(text), { layer: [], certain: where === 'screen' })
    },
  }
}

const compareLayers = (a: readonly number[], b: readonly number[]): number => {
  for (let at = 0; ; at++) {
    const [left, right] = [a[at] ?? Number.POSITIVE_INFINITY, b[at] ?? Number.POSITIVE_INFINITY]
    if (left !== right) return left - right
    if (left === Number.POSITIVE_INFINITY) return 0
  }
}

/** Rules from the weakest to the strongest; those alike stay in the order of the page (CSS Cascade 5, 6.1). */
export const byStrength = (rules: readonly Rule[]): readonly Rule[] =>
  rules.toSorted(
    (a, b) =>
      compareLayers(a.layer, b.layer) || compareSpecificity(a.selector.specificity, b.selector.specificity),
  )
