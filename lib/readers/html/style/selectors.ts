import { parse, type Selector, SelectorType } from 'css-what'

/** Ids, classes and their like, tags: compared in this order (Selectors 4, 17). */
export type Specificity = readonly [ids: number, classes: number, tags: number]

/** One selector of a list, ready to be matched. */
export interface ReadSelector {
  readonly tokens: Selector[]
  readonly specificity: Specificity
  /** `before`, `after` …; undefined where the element itself is meant. */
  readonly pseudoElement?: string
  /** It asks what we cannot answer; the tokens are those without that question, so it matches at least what it should. */
  readonly vague: boolean
  /** How many parts it has: what it costs to ask it. */
  readonly weight: number
}

/** Pseudo-classes of what a person does with the page. On a page that is only looked at, none of them holds. */
const UNTOUCHED: ReadonlySet<string> = new Set(
  'hover active focus focus-within focus-visible visited target target-within current past future playing'.split(
    ' ',
  ),
)
/** Those css-select knows from other places; no browser does. */
const NOT_CSS: ReadonlySet<string> = new Set(
  'contains icontains selected checkbox file password radio reset image submit parent header button input text matches'.split(
    ' ',
  ),
)
const ANSWERED: ReadonlySet<string> = new Set(
  [
    'root empty first-child last-child only-child first-of-type last-of-type only-of-type nth-child',
    'nth-last-child nth-of-type nth-last-of-type not is where has any-link link checked disabled enabled',
    'required optional scope lang',
  ].flatMap(line => line.split(' ')),
)
/** Valid in browsers, and not answered here. */
const VAGUE =
  /^(?:dir|defined|default|indeterminate|placeholder-shown|read-only|read-write|valid|invalid|user-valid|user-invalid|in-range|out-of-range|autofill|fullscreen|modal|open|popover-open|paused|host|host-context|state|-webkit-[a-z-]+|-webkit-any)$/u

const zero: Specificity = [0, 0, 0]
const plus = (a: Specificity, b: Specificity): Specificity => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const compareSpecificity = (a: Specificity, b: Specificity): number =>
  a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
const highest = (all: readonly Specificity[]): Specificity => all.toSorted(compareSpecificity).at(-1) ?? zero

const ofToken = (token: Selector): Specificity => {
  if (token.type === SelectorType.Attribute)
    return token.name === 'id' && token.action === 'equals' && token.ignoreCase === 'quirks'
      ? [1, 0, 0]
      : [0, 1, 0]
  if (token.type === SelectorType.Tag || token.type === SelectorType.PseudoElement) return [0, 0, 1]
  if (token.type !== SelectorType.Pseudo) return zero
  if (token.name === 'where') return zero
  if (Array.isArray(token.data)) return highest(token.data.map(specificityOf))
  const of = /\sof\s+(.+)$/isu.exec(token.data ?? '')?.[1]
  return of === undefined ? [0, 1, 0] : plus([0, 1, 0], highest(parse(of).map(specificityOf)))
}

const specificityOf = (tokens: readonly Selector[]): Specificity => tokens.map(ofToken).reduce(plus, zero)

const anything: Selector = { type: SelectorType.Universal, namespace: null }

const weightOf = (tokens: readonly Selector[]): number =>
  tokens.reduce(
    (sum, token) =>
      sum +
      1 +
      ('data' in token && Array.isArray(token.data)
        ? token.data.reduce((all, each) => all + weightOf(each), 0)
        : 0),
    0,
  )

type Answer = 'never' | 'invalid' | 'vague' | undefined

/** Takes out of `tokens` what cannot be asked, and says what that means for the whole. */
const answerOf = (tokens: Selector[]): Answer => {
  let answer: Answer
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!
    if ('namespace' in token) {
      if (token.namespace !== null && token.namespace !== '*') return 'never'
      token.namespace = null
    }
    if (token.type === SelectorType.ColumnCombinator) return 'invalid'
    if (token.type === SelectorType.Attribute && token.action === 'not') return 'invalid'
    if (token.type !== SelectorType.Pseudo) continue
    if (UNTOUCHED.has(token.name)) return 'never'
    if (NOT_CSS.has(token.name)) return 'invalid'
    if (ANSWERED.has(token.name)) {
      if (!Array.isArray(token.data)) {
        // Counted once for all siblings; with `of` css-select counts itself.
        if (token.name.startsWith('nth-') && !/\sof\s/iu.test(token.data ?? ''))
          token.name = `counted-${token.name}`
        continue
      }
      const inner = token.data.map(answerOf)
      const negated = token.name === 'not'
      // In these lists what is no selector is left out; elsewhere it spoils the rule (Selectors 4, 18.1).
      if (inner.includes('invalid') && token.name !== 'is' && token.name !== 'where') return 'invalid'
      const left = token.data.filter((_, index) => inner[index] !== 'never' && inner[index] !== 'invalid')
      if (left.length === 0) {
        if (!negated) return 'never'
        tokens[at] = anything
        continue
      }
      token.data = left
      if (inner.includes('vague')) {
        answer = 'vague'
        if (negated) tokens[at] = anything
      }
      continue
    }
    if (!VAGUE.test(token.name)) return 'invalid'
    tokens[at] = anything
    answer = 'vague'
  }
  return answer
}

const PSEUDO_ELEMENTS: ReadonlySet<string> = new Set(
  'before after first-letter first-line marker placeholder selection backdrop file-selector-button details-content cue part slotted target-text grammar-error spelling-error highlight view-transition'.split(
    ' ',
  ),
)

/**
 * Reads a list of selectors. Empty where it is none: in browsers one selector that is no CSS spoils its whole list.
 * Selectors that no element fulfils on a page that is only looked at are left out.
 */
export const readSelectors = (text: string): readonly ReadSelector[] => {
  let lists: Selector[][]
  try {
    lists = parse(text)
  } catch {
    return []
  }
  const selectors: ReadSelector[] = []
  for (const tokens of lists) {
    const specificity = specificityOf(tokens)
    const last = tokens.findIndex(token => token.type === SelectorType.PseudoElement)
    const pseudo = last < 0 ? undefined : (tokens[last] as { readonly name: string }).name
    if (pseudo !== undefined && !PSEUDO_ELEMENTS.has(pseudo) && !pseudo.startsWith('-webkit-')) return []
    const own = last < 0 ? tokens : tokens.slice(0, last)
    // What follows a pseudo-element are states such as `:hover`.
    if (last >= 0 && last < tokens.length - 1) continue
    const answer = answerOf(own)
    if (answer === 'invalid' || (own[0] !== undefined && isCombinator(own[0]))) return []
    if (answer === 'never') continue
    if (own.length === 0 || isCombinator(own.at(-1)!)) own.push(anything)
    selectors.push({
      tokens: own,
      specificity,
      vague: answer === 'vague',
      weight: weightOf(own),
      ...(pseudo === undefined ? {} : { pseudoElement: pseudo }),
    })
  }
  return selectors
}

const isCombinator = ({ type }: Selector): boolean =>
  type === SelectorType.Descendant ||
  type === SelectorType.Child ||
  type === SelectorType.Adjacent ||
  type === SelectorType.Sibling
