import { type Declarations, noDeclarations } from './declarations.ts'
import { type Longhand, longhandOf } from './properties.ts'
import type { Ranked } from './rule-index.ts'
import { isValid } from './valid.ts'

/** Custom properties in force. */
export type Variables = ReadonlyMap<string, string>

export const noVariables: Variables = new Map()

/** Values that grow by being put into one another. */
const LONGEST = 2000
const MOST_PUT_IN = 50

/** The end of the brackets that open before `from`. */
const closing = (text: string, from: number): number => {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return text.length
}

/** The value with its variables put in; undefined where one has no value, which makes the declaration invalid. */
const withVariables = (value: string, variables: Variables): string | undefined => {
  let text = value
  for (let put = 0; ; put++) {
    const at = text.toLowerCase().indexOf('var(')
    if (at < 0) return text
    if (put >= MOST_PUT_IN || text.length > LONGEST) return undefined
    const end = closing(text, at + 4)
    const [name = '', ...rest] = text.slice(at + 4, end).split(',')
    const stored = variables.get(name.trim())
    const chosen = stored ?? (rest.length > 0 ? rest.join(',') : undefined)
    if (chosen === undefined) return undefined
    text = `${text.slice(0, at)}${chosen}${text.slice(end + 1)}`
  }
}

/** A value as it counts: one that its variables make senseless counts as none at all (CSS Variables 1, 3.1). */
const computed = (property: string, written: string, variables: Variables): string | undefined => {
  if (!written.includes('var(')) return longhandOf(property, written)
  const put = withVariables(written, variables)
  const value = put === undefined ? undefined : longhandOf(property, put)?.trim()
  return value !== undefined && isValid(property, value) ? value : 'unset'
}

/** What is said of an element, and the variables that hold in it. */
export interface Specified {
  readonly values: ReadonlyMap<string, string>
  readonly variables: Variables
}

/** Rules of one layer order reversed: among important ones the outermost layer is strongest. */
const forImportant = (ranked: readonly Ranked[]): readonly Ranked[] => {
  if (ranked.every(({ rule }) => rule.layer.length === 0)) return ranked
  return ranked.toSorted((a, b) => compareReversed(a.rule.layer, b.rule.layer))
}
const compareReversed = (a: readonly number[], b: readonly number[]): number => {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at] ?? Number.POSITIVE_INFINITY, b[at] ?? Number.POSITIVE_INFINITY]
    if (left !== right) return right - left
  }
  return 0
}

/** The cascade (CSS Cascade 5, 6): of all that is said of an element, what counts. */
export const specified = (
  defaults: readonly Longhand[],
  ranked: readonly Ranked[],
  style: Declarations = noDeclarations,
  inherited: Variables = noVariables,
): Specified => {
  const said = new Map<string, string>()
  const revert = new Map<string, string>(defaults)
  let variables: Map<string, string> | undefined
  const apply = (longhands: readonly Longhand[]): void => {
    for (const [property, value] of longhands)
      if (property.startsWith('--')) {
        variables ??= new Map(inherited)
        variables.set(property, value)
      } else if (property === 'all') {
        // Direction and `unicode-bidi` alone are left as they are.
        for (const name of said.keys())
          if (name !== 'direction' && name !== 'unicode-bidi') said.set(name, value)
        said.set('display', value)
        said.set('all', value)
      } else said.set(property, value)
  }
  apply(defaults)
  for (const { rule } of ranked) apply(rule.declarations.normal)
  apply(style.normal)
  for (const { rule } of forImportant(ranked)) apply(rule.declarations.important)
  apply(style.important)
  const inForce = variables ?? inherited
  const values = new Map<string, string>()
  for (const [property, written] of said) {
    const value = computed(property, written, inForce)
    if (value === undefined || value.startsWith('revert')) {
      const before = revert.get(property)
      if (before !== undefined) values.set(property, before)
    } else values.set(property, value)
  }
  return { values, variables: inForce }
}
