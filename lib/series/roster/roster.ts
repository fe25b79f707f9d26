import { contradictions } from './contradictions.ts'
import { evenName } from './even-name.ts'
import { type RosterField, readUnit, rosterHeadings, sameTexts } from './fields.ts'
import { fromHeadings, readHeadings } from './headings.ts'
import type { Line, LineProblem } from './line.ts'
import type { Span, Unit } from './unit.ts'

/** A name under which a unit may be printed. */
export interface Named extends Span {
  readonly unit: Unit
  readonly by: 'name' | 'alias'
}

/** Who reports: the units with what is looked up of them. */
export interface Roster {
  readonly units: ReadonlyMap<string, Unit>
  /** By evened names: the one unit that is called so throughout, or all that have or had the name. `namedAs` reads it. */
  readonly named: ReadonlyMap<string, Unit | readonly Named[]>
  /** Units by the folder of their uploads. */
  readonly paths: ReadonlyMap<string, readonly Unit[]>
  /** The units right under a unit, in the order of the lines. */
  readonly children: ReadonlyMap<string, readonly Unit[]>
}

function* namesOf(units: readonly Unit[]): Iterable<readonly [string, Named]> {
  for (const unit of units) {
    yield [evenName(unit.name), asNamed(unit)]
    for (const { name, since, until } of unit.aliases)
      yield [evenName(name), { unit, by: 'alias', since, until }]
  }
}

function* by(units: readonly Unit[], field: 'path' | 'parent'): Iterable<readonly [string, Unit]> {
  for (const unit of units) if (unit[field] !== null) yield [unit[field], unit]
}

const isOne = (named: Unit | readonly Named[]): named is Unit => 'unit' in named

const asNamed = (unit: Unit): Named => ({ unit, by: 'name', since: unit.since, until: unit.until })

/** Whoever may be printed under an evened name. */
export const namedAs = ({ named }: Pick<Roster, 'named'>, name: string): readonly Named[] => {
  const found = named.get(name) ?? []
  return isOne(found) ? [asNamed(found)] : found
}

/** Nearly every name is that of one unit: nothing is made for it, which of a nation's roster is a third. */
const byName = (units: readonly Unit[]): Roster['named'] => {
  const named = new Map<string, Unit | Named[]>()
  const add = (name: string, each: Named): void => {
    const before = named.get(name)
    if (before === undefined) named.set(name, each.by === 'name' ? each.unit : [each])
    else if (isOne(before)) named.set(name, [asNamed(before), each])
    else before.push(each)
  }
  for (const [name, each] of namesOf(units)) add(name, each)
  return named
}

const grouped = <Item>(pairs: Iterable<readonly [string, Item]>): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const [key, item] of pairs) {
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const rosterOf = (units: readonly Unit[]): Roster => ({
  units: new Map(units.map(unit => [unit.unit, unit])),
  named: byName(units),
  paths: grouped(by(units, 'path')),
  children: grouped(by(units, 'parent')),
})

export type RosterResult = { readonly roster: Roster } | { readonly problems: readonly LineProblem[] }

/** Parent and successor by their units, where the roster names them by the one unit that has the name. */
const resolved = (units: readonly Unit[]): readonly Unit[] => {
  const known = new Set(units.map(({ unit }) => unit))
  const isNamed = (written: string | null): boolean => written !== null && !known.has(written)
  if (!units.some(({ parent, successor }) => isNamed(parent) || isNamed(successor))) return units
  const byName = Map.groupBy(units, ({ name }) => evenName(name))
  const unitOf = (written: string | null): string | null => {
    if (written === null || known.has(written)) return written
    const named = byName.get(evenName(written)) ?? []
    return named.length === 1 ? named[0]!.unit : written
  }
  return units.map(unit => ({ ...unit, parent: unitOf(unit.parent), successor: unitOf(unit.successor) }))
}

const nothing: LineProblem = {
  line: 1,
  code: 'roster-empty',
  message: {
    zh: '名册是空的。先写列名，其下每行一个单位。',
    en: 'The roster is empty. Give headings and a line for each unit.',
  },
}

const required = ['unit', 'name'] as const

/** The roster of a file's lines, below a title where it has one; or everything that is wrong with it, and then no roster. */
export const readRoster = (lines: Iterable<Line>): RosterResult => {
  let at: ReadonlyMap<RosterField, number> | null = null
  const ofLines: LineProblem[] = []
  const read: Unit[] = []
  const same = sameTexts()
  for (const line of fromHeadings(lines, rosterHeadings, required)) {
    if (at === null) {
      const head = readHeadings(line, rosterHeadings, required)
      if (head.problems.length > 0) return { problems: head.problems }
      at = head.at
      continue
    }
    const { unit, problems } = readUnit(line, at, same)
    for (const each of problems) ofLines.push(each)
    read.push(unit)
  }
  if (read.length === 0) return { problems: [nothing] }
  const units = resolved(read)
  const found = [...ofLines, ...contradictions(units)]
  if (found.length > 0) return { problems: found.sort((a, b) => a.line - b.line) }
  return { roster: rosterOf(units) }
}
