import type { Roster } from './roster.ts'
import type { Scope } from './unit.ts'

/** How many units below each, at any depth, are among those that reported; left out where there is none. */
export const unitsBelow = (
  { units }: Pick<Roster, 'units'>,
  reported: Iterable<string>,
): ReadonlyMap<string, number> => {
  const below = new Map<string, number>()
  for (const unit of new Set(reported)) {
    let above = units.get(unit)?.parent ?? null
    while (above !== null) {
      below.set(above, (below.get(above) ?? 0) + 1)
      above = units.get(above)?.parent ?? null
    }
  }
  return below
}

/**
 * Whether a report is added when those of a year are: that of a whole area is not once units of the area have reported
 * themselves. `below`: how many have. Of an unknown scope it is, and whoever shows the sum says that it may count twice.
 */
export const isInSums = (scope: Scope, below: number): boolean => scope !== 'wholeArea' || below === 0

/** Whether a report that is added may hold again what units below it reported. */
export const mayCountTwice = (scope: Scope, below: number): boolean => scope === 'unknown' && below > 0
