import { type Chance, numbersIn, pick } from '../seed.ts'
import { type Branch, type Place, placesIn, textOf } from '../tree.ts'
import { spoilText } from './characters.ts'

/** Damage to a tree. Gives the texts it touched, or null where it does not apply at that place. */
type Damage = (place: Place, root: Branch, chance: Chance) => string[] | null

const childAt = ({ parent, at }: Place): Branch | string => parent.children[at]!
const isBranch = (node: Branch | string): node is Branch => typeof node !== 'string'
const printed = (...nodes: readonly (Branch | string)[]): string[] =>
  nodes.flatMap(node => numbersIn(textOf(node)))
const joined = (node: Branch): string => textOf(node).replaceAll(/\s/gu, '')
const isWithin = (outer: Branch, inner: Branch): boolean =>
  outer === inner || placesIn(outer).some(({ parent }) => parent === inner)
const rowsIn = (root: Branch): Branch[] =>
  [...new Set(placesIn(root).map(({ parent }) => parent))].filter(({ name }) =>
    /(?:^|:)(?:tr|table-row)$/u.test(name),
  )
const copyOf = (node: Branch | string): Branch | string => structuredClone(node)

const remove: Damage = place => {
  const [gone] = place.parent.children.splice(place.at, 1)
  return [...printed(gone!), joined(place.parent)]
}

const double: Damage = place => {
  const child = childAt(place)
  place.parent.children.splice(place.at, 0, copyOf(child))
  return [...printed(child), joined(place.parent)]
}

const swap: Damage = ({ parent, at }) => {
  const [a, b] = [parent.children[at]!, parent.children[at + 1]]
  if (b === undefined) return null
  parent.children[at] = b
  parent.children[at + 1] = a
  return [...printed(a, b), joined(parent)]
}

const move: Damage = (place, root, chance) => {
  const child = childAt(place)
  const target = pick(placesIn(root), chance)
  if (
    isBranch(child) &&
    (target.parent === child || placesIn(child).some(({ parent }) => parent === target.parent))
  )
    return null
  // Within one row everything between is displaced, and nothing but the sums could tell.
  const row = rowsIn(root).find(each => [place, target].every(({ parent }) => isWithin(each, parent)))
  const displaced = row ? row.children.flatMap(cell => printed(cell)) : []
  place.parent.children.splice(place.at, 1)
  target.parent.children.splice(target.at, 0, child)
  // Where it lands its text joins what is there.
  return [...printed(child), joined(target.parent), ...displaced]
}

const unwrap: Damage = place => {
  const child = childAt(place)
  if (!isBranch(child)) return null
  place.parent.children.splice(place.at, 1, ...child.children)
  return []
}

const clear: Damage = place => {
  const child = childAt(place)
  if (!isBranch(child) || child.children.length === 0) return null
  const touched = printed(child)
  child.children = []
  return touched
}

const wrappers = [
  'div',
  'td',
  'tr',
  'table',
  'span',
  'sup',
  'del',
  'w:p',
  'w:tc',
  'w:tr',
  'w:tbl',
  'w:ins',
  'w:del',
  'w:sdt',
  'x',
]

const wrap: Damage = (place, _root, chance) => {
  const child = childAt(place)
  place.parent.children[place.at] = { name: pick(wrappers, chance), attributes: [], children: [child] }
  // What is wrapped into a raised mark or a deletion is damaged itself.
  return printed(child)
}

const rename: Damage = (place, root, chance) => {
  const child = childAt(place)
  if (!isBranch(child)) return null
  const names = [...new Set(placesIn(root).flatMap(({ parent }) => (parent.name ? [parent.name] : [])))]
  child.name = pick(names, chance)
  return printed(child)
}

const values = [
  '0',
  '1',
  '2',
  '3',
  '7',
  '10',
  '-1',
  '1000000',
  '',
  'restart',
  'continue',
  'none',
  '1.5',
  'NaN',
  '99999999999999999999',
]
const spans = ['colspan', 'rowspan', 'hidden', 'style', 'class', 'w:val']

const attribute: Damage = (place, _root, chance) => {
  const child = childAt(place)
  if (!isBranch(child)) return null
  if (child.attributes.length > 0 && chance(3) > 0) {
    const at = chance(child.attributes.length)
    if (chance(3) === 0) child.attributes.splice(at, 1)
    else child.attributes[at] = [child.attributes[at]![0], pick(values, chance)]
  } else if (!child.attributes.some(([name]) => name === 'colspan'))
    child.attributes.push([pick(spans.slice(0, 2), chance), pick(values.slice(0, 8), chance)])
  return []
}

const join: Damage = ({ parent, at }) => {
  const [a, b] = [parent.children[at]!, parent.children[at + 1]]
  if (b === undefined || !isBranch(a) || !isBranch(b)) return null
  a.children.push(...b.children)
  parent.children.splice(at + 1, 1)
  return [...printed(a), joined(a)]
}

const split: Damage = ({ parent, at }, _root, chance) => {
  const child = parent.children[at]!
  if (!isBranch(child) || child.children.length < 2) return null
  const touched = printed(child)
  const rest = child.children.splice(1 + chance(child.children.length - 1))
  parent.children.splice(at + 1, 0, { ...child, children: rest })
  return touched
}

const text: Damage = ({ parent, at }, _root, chance) => {
  const child = parent.children[at]!
  if (isBranch(child)) return null
  const spoilt = spoilText(child, chance)
  parent.children[at] = spoilt
  return printed(child, spoilt)
}

const damages: readonly Damage[] = [
  remove,
  remove,
  double,
  swap,
  swap,
  move,
  unwrap,
  clear,
  wrap,
  rename,
  attribute,
  attribute,
  attribute,
  join,
  split,
  text,
  text,
]

/** One blow to a tree, where it applies; gives the texts it touched. */
export const strikeTree = (root: Branch, chance: Chance): string[] => {
  for (let tries = 0; tries < 20; tries++) {
    const places = placesIn(root)
    if (places.length === 0) return []
    const touched = pick(damages, chance)(pick(places, chance), root, chance)
    if (touched !== null) return touched
  }
  return []
}
