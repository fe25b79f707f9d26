import { SelectorType } from 'css-what'
import type { Element } from '../walk.ts'
import { type Matches, type Matching, TooMuchMatching } from './matching.ts'
import { byStrength, type Rule } from './sheet.ts'

/** A rule with its place among all, from the weakest to the strongest. */
export interface Ranked {
  readonly rule: Rule
  readonly rank: number
}

interface Entry extends Ranked {
  matches: Matches | undefined
}

export interface RuleIndex {
  /** The rules for an element and its pseudo-elements, from the weakest to the strongest. */
  readonly rulesFor: (element: Element) => readonly Ranked[]
  readonly empty: boolean
}

/** Where a rule is looked for: by an id, a class or the tag its last part must have, as browsers do. */
const keyOf = ({ selector: { tokens } }: Rule): string => {
  let key = '*'
  for (const token of tokens.toReversed()) {
    if (token.type === SelectorType.Attribute && token.ignoreCase === 'quirks') {
      if (token.name === 'id' && token.action === 'equals') return `#${token.value.toLowerCase()}`
      if (token.name === 'class' && token.action === 'element') key = `.${token.value.toLowerCase()}`
    } else if (token.type === SelectorType.Tag && key === '*') key = token.name.toLowerCase()
    else if (COMBINATORS.has(token.type)) break
  }
  return key
}
const COMBINATORS: ReadonlySet<SelectorType> = new Set([
  SelectorType.Descendant,
  SelectorType.Child,
  SelectorType.Adjacent,
  SelectorType.Sibling,
])

const never: Matches = () => false
const none: readonly Ranked[] = []

/** Finds the rules of an element without asking each of them. */
export const ruleIndex = (rules: readonly Rule[], matching: Matching): RuleIndex => {
  const byKey = new Map<string, Entry[]>()
  byStrength(rules).forEach((rule, rank) => {
    const key = keyOf(rule)
    const entries = byKey.get(key)
    const entry = { rule, rank, matches: undefined }
    if (entries === undefined) byKey.set(key, [entry])
    else entries.push(entry)
  })
  const compile = ({ rule }: Entry): Matches => {
    try {
      return matching.compile(rule.selector.tokens)
    } catch (error) {
      if (error instanceof TooMuchMatching) throw error
      return never
    }
  }
  const collect = (element: Element, key: string, before: Ranked[] | undefined): Ranked[] | undefined => {
    const entries = byKey.get(key)
    if (entries === undefined) return before
    let found = before
    for (const entry of entries) {
      matching.spend(entry.rule.selector.weight)
      entry.matches ??= compile(entry)
      if (!entry.matches(element)) continue
      found ??= []
      found.push(entry)
    }
    return found
  }
  return {
    empty: rules.length === 0,
    rulesFor: element => {
      let found = collect(element, element.tagName, collect(element, '*', undefined))
      for (const { name, value } of element.attrs)
        if (name === 'id') found = collect(element, `#${value.toLowerCase()}`, found)
        else if (name === 'class')
          for (const each of new Set(value.toLowerCase().split(/\s+/u)))
            if (each !== '') found = collect(element, `.${each}`, found)
      return found === undefined ? none : found.sort((a, b) => a.rank - b.rank)
    },
  }
}
