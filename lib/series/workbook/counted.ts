import type { Roster } from '../roster/roster.ts'

/**
 * The units whose report of a year stays out of the sums: those of scope whole area under which, at any depth, a unit's
 * own report is in them. Added as well, the same figures would count twice. `reported`: units with a report of the year.
 */
export const leftOutOfSums = (
  { units, children }: Pick<Roster, 'units' | 'children'>,
  reported: ReadonlySet<string>,
): ReadonlySet<string> => {
  const leftOut = new Set<string>()
  const known = new Map<string, boolean>()
  const anyCounted = (unit: string): boolean => {
    const before = known.get(unit)
    if (before !== undefined) return before
    const isUnder = (children.get(unit) ?? []).map(child => anyCounted(child.unit)).includes(true)
    const isLeftOut = isUnder && reported.has(unit) && units.get(unit)?.scope === 'wholeArea'
    if (isLeftOut) leftOut.add(unit)
    const found = isUnder || reported.has(unit)
    known.set(unit, found)
    return found
  }
  for (const unit of units.keys()) anyCounted(unit)
  return leftOut
}

/** Units that do not say whom their report stands for while some under them report too: their figures may count twice. */
export const scopeUnknown = (
  { units, children }: Pick<Roster, 'units' | 'children'>,
  reported: ReadonlySet<string>,
): readonly string[] => {
  const known = new Map<string, boolean>()
  const anyUnder = (unit: string): boolean => {
    const before = known.get(unit)
    if (before !== undefined) return before
    const found = (children.get(unit) ?? [])
      .map(child => anyUnder(child.unit) || reported.has(child.unit))
      .includes(true)
    known.set(unit, found)
    return found
  }
  return [...units.values()]
    .filter(({ unit, scope }) => scope === 'unknown' && reported.has(unit) && anyUnder(unit))
    .map(({ unit }) => unit)
    .sort()
}
