import { lastDay } from '../../checks/formalities/published-late.ts'
import type { Roster } from './roster.ts'
import { standsAtEndOf, type Unit } from './unit.ts'

/** What the roster says of a year, as rows. */

/** A unit that must report for a year. */
export type Expected = {
  readonly unit: string
  readonly year: number
  readonly due_on: string
  /** 1 where the roster says so, 0 where the law alone does. */
  readonly due_given: number
}

/** Whose report of the year before a unit's report follows from. */
export type Lineage = {
  readonly unit: string
  readonly year: number
  readonly unit_before: string
  /** How many there are for the unit and year: one, but after a merger. */
  readonly befores: number
}

/** A unit whose figures the report of a parent of scope whole area holds. */
export type AreaMember = {
  readonly unit: string
  readonly year: number
  readonly member: string
}

const inYear = (roster: Roster, year: number): readonly Unit[] =>
  [...roster.units.values()].filter(unit => standsAtEndOf(unit, year))

/** By its kind, where the roster says that; else by its name. */
const legalDay = (kind: string, name: string): string => {
  if (/部门|department/iu.test(kind)) return '01-31'
  return /政府|government/iu.test(kind) ? '03-31' : lastDay(name)
}

/** Who must report for a year, and by when: those there are at its end. */
export const expectedUnits = (roster: Roster, year: number): readonly Expected[] =>
  inYear(roster, year).map(({ unit, name, kind, due }) => ({
    unit,
    year,
    due_on: `${year + 1}-${due ?? legalDay(kind ?? '', name)}`,
    due_given: due === null ? 0 : 1,
  }))

/** Where a unit that is no more at the end of a year has gone, through as many mergers as there were; null for nowhere. */
const successorIn = (roster: Roster, unit: Unit, year: number): Unit | null => {
  let at: Unit | undefined = unit
  while (at && !standsAtEndOf(at, year)) at = roster.units.get(at.successor ?? '')
  return at ?? null
}

/** For each unit of a year those of the year before that it goes on with: itself, and what was merged into it since. */
export const lineageOf = (roster: Roster, year: number): readonly Lineage[] => {
  const pairs = inYear(roster, year - 1).flatMap(before => {
    const unit = successorIn(roster, before, year)
    return unit ? [{ unit: unit.unit, year, unit_before: before.unit }] : []
  })
  const counts = new Map<string, number>()
  for (const { unit } of pairs) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return pairs.map(pair => ({ ...pair, befores: counts.get(pair.unit)! }))
}

/** The units whose own figures add to those of a unit's area. Under one that stands for its area none is counted again. */
const membersOf = (roster: Roster, unit: Unit, year: number): readonly Unit[] =>
  (roster.children.get(unit.unit) ?? [])
    .filter(child => standsAtEndOf(child, year))
    .flatMap(child => [child, ...(child.scope === 'own' ? membersOf(roster, child, year) : [])])

/** What a parent of scope whole area has under it in a year. */
export const areasOf = (roster: Roster, year: number): readonly AreaMember[] =>
  inYear(roster, year)
    .filter(({ scope }) => scope === 'wholeArea')
    .flatMap(parent =>
      membersOf(roster, parent, year).map(member => ({ unit: parent.unit, year, member: member.unit })),
    )
