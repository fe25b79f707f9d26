import { isSameAuthority } from '../../narrative/names.ts'
import { rememberFor } from '../../util/remember.ts'
import { evenName } from './even-name.ts'
import { namedAs, type Roster } from './roster.ts'
import type { Unit } from './unit.ts'

const most = 5

/** Names that cannot mean the same authority seldom end alike: only those that do are compared. */
const ending = (name: string): string => name.slice(-2)

const byEnding = rememberFor(
  (roster: Roster): ReadonlyMap<string, readonly string[]> => Map.groupBy(roster.named.keys(), ending),
)

/** Units whose names could mean what is printed, for a person to choose from. */
export const similarUnits = (
  roster: Roster,
  texts: readonly string[],
  under: ReadonlySet<string> | null,
): readonly Unit[] => {
  const found = new Set<Unit>()
  for (const text of texts) {
    const printed = evenName(text)
    for (const name of byEnding(roster).get(ending(printed)) ?? [])
      for (const { unit } of namedAs(roster, name)) {
        if (found.size >= most) return [...found]
        if ((under === null || under.has(unit.unit)) && isSameAuthority(printed, name)) found.add(unit)
      }
  }
  return [...found]
}
