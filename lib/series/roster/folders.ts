import { evenPath } from './fields.ts'
import type { Roster } from './roster.ts'
import type { Unit } from './unit.ts'

/** A folder that says nothing of whose the reports are: a year, or an archive that was unpacked. */
const passedOver = /^(?:\d{4}年?(?:度)?|.*\.zip!)$/iu

/** The units whose folder an upload lies in: of several folders the innermost. None where it lies in none. */
export const unitsOfFolder = (roster: Roster, key: string): readonly Unit[] => {
  const parts = evenPath(key).split('/')
  for (let start = 0; start < parts.length; start++) {
    for (let end = parts.length; end > start; end--) {
      const units = roster.paths.get(parts.slice(start, end).join('/'))
      if (units) return units
    }
    if (!passedOver.test(parts[start]!)) return []
  }
  return []
}

/** The units with all that stand under them. */
export const withAllUnder = (roster: Roster, units: readonly Unit[]): ReadonlySet<string> => {
  const under = new Set<string>()
  const open = [...units]
  for (let unit = open.pop(); unit; unit = open.pop()) {
    if (under.has(unit.unit)) continue
    under.add(unit.unit)
    open.push(...(roster.children.get(unit.unit) ?? []))
  }
  return under
}
