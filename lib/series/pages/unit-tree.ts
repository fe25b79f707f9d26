import type { Roster } from '../roster/roster.ts'
import type { Unit } from '../roster/unit.ts'

/** A unit in the order of the roster: parents before their units, those in the order of its lines. */
export interface TreeUnit {
  readonly unit: Unit
  /** How many of those above it are in the tree. */
  readonly depth: number
  /** The unit at the top of its branch, and the one below that; itself where there is none. */
  readonly root: string
  readonly branch: string
}

const byLine = (a: Unit, b: Unit): number => a.line - b.line || (a.unit < b.unit ? -1 : 1)

/** The wanted units and all above them. */
const withParents = ({ units }: Roster, wanted: Iterable<string>): ReadonlySet<string> => {
  const all = new Set<string>()
  for (const each of wanted)
    for (let at = units.get(each); at && !all.has(at.unit); at = units.get(at.parent ?? '')) all.add(at.unit)
  return all
}

/** The wanted units and those above them, as a tree in reading order. */
export const unitTree = (roster: Roster, wanted: Iterable<string>): readonly TreeUnit[] => {
  const all = withParents(roster, wanted)
  const units = [...all].map(id => roster.units.get(id)!).sort(byLine)
  const children = Map.groupBy(units, ({ parent }) => (parent !== null && all.has(parent) ? parent : null))
  const tree: TreeUnit[] = []
  const waiting = (children.get(null) ?? [])
    .toReversed()
    .map((unit): TreeUnit => ({ unit, depth: 0, root: unit.unit, branch: unit.unit }))
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    tree.push(at)
    const { depth, root, branch } = at
    for (const unit of (children.get(at.unit.unit) ?? []).toReversed())
      waiting.push({ unit, depth: depth + 1, root, branch: depth === 0 ? unit.unit : branch })
  }
  return tree
}
