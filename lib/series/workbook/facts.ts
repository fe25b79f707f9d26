import { rememberFor } from '../../util/remember.ts'
import type { Row } from '../column.ts'
import type { Flagged, WithoutNumber } from '../record.ts'
import type { Roster } from '../roster/roster.ts'
import type { Unit } from '../roster/unit.ts'
import { isInSums, mayCountTwice, unitsBelow } from '../roster/units-below.ts'
import type { SeasonView } from '../season-view.ts'

/** What one looks up of a season, in the order in which an office lists its units. */
export interface Facts {
  readonly view: SeasonView
  readonly year: number
  /** The season's year and those before it with reports, the newest first. */
  readonly years: readonly number[]
  /** Every unit of the roster below its parent, in the order of the lines. */
  readonly tree: readonly PlacedUnit[]
  readonly treeOf: (unit: string) => PlacedUnit | undefined
  readonly nameOf: (unit: string) => string
  readonly reportOf: (unit: string, year: number) => Row | undefined
  /** Reports of a year in that order. */
  readonly reportsIn: (year: number) => readonly Row[]
  /** Units whose report of the year stays out of the sums. */
  readonly leftOut: (year: number) => ReadonlySet<string>
  /** Units that do not say whom their report stands for while some under them report too. */
  readonly maybeTwice: (year: number) => readonly string[]
  /** Whose reports of the year before a unit's report follows from. */
  readonly beforesOf: (unit: string, year: number) => readonly string[]
  /** Units whose figures the report of a whole area holds, in that order. */
  readonly membersOf: (parent: string, year: number) => readonly string[]
  /** The row of `expected`. */
  readonly expectedOf: (unit: string, year: number) => Row | undefined
  readonly expectedIn: (year: number) => readonly Row[]
}

export interface PlacedUnit {
  readonly unit: Unit
  /** 0 for those under nobody. */
  readonly depth: number
  /** Place in the tree, from 0. */
  readonly place: number
}

const byLine = (a: Unit, b: Unit): number => a.line - b.line || (a.unit < b.unit ? -1 : 1)

const treeIn = ({ units, children }: Roster): readonly PlacedUnit[] => {
  const tree: PlacedUnit[] = []
  const add = (unit: Unit, depth: number): void => {
    tree.push({ unit, depth, place: tree.length })
    for (const child of [...(children.get(unit.unit) ?? [])].sort(byLine)) add(child, depth + 1)
  }
  const roots = [...units.values()].filter(({ parent }) => parent === null || !units.has(parent))
  for (const root of roots.sort(byLine)) add(root, 0)
  return tree
}

const nameOf = (unit: unknown, year: unknown): string => `${year}/${unit}`

const grouped = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> =>
  Map.groupBy(rows, row => nameOf(row['unit'], row['year']))

export const factsOf = (view: SeasonView): Facts => {
  const { roster, json, reports, tables } = view
  const tree = treeIn(roster)
  const places = new Map(tree.map(each => [each.unit.unit, each]))
  const order = (unit: string): number => places.get(unit)?.place ?? tree.length
  const inOrder = (rows: readonly Row[], of: string): readonly Row[] =>
    rows.toSorted(
      (a, b) => order(String(a[of])) - order(String(b[of])) || (String(a[of]) < String(b[of]) ? -1 : 1),
    )
  const [known, due, lineage, areas] = [
    grouped(reports),
    grouped(tables.expected),
    grouped(tables.lineage),
    grouped(tables.area),
  ]
  const ofYear = (rows: readonly Row[]) => {
    const byYear = Map.groupBy(rows, row => Number(row['year']))
    return rememberYear(year => inOrder(byYear.get(year) ?? [], 'unit'))
  }
  const reportsIn = ofYear(reports)
  const sums = rememberYear(year => {
    const units = reportsIn(year).map(row => String(row['unit']))
    const below = unitsBelow(roster, units)
    const those = (is: typeof mayCountTwice): readonly string[] =>
      units.filter(unit => is(roster.units.get(unit)?.scope ?? 'unknown', below.get(unit) ?? 0))
    return {
      leftOut: new Set(those((scope, count) => !isInSums(scope, count))),
      maybeTwice: those(mayCountTwice),
    }
  })
  return {
    view,
    year: json.year,
    years: [...new Set([json.year, ...reports.map(row => Number(row['year']))])].sort((a, b) => b - a),
    tree,
    treeOf: unit => places.get(unit),
    nameOf: unit => roster.units.get(unit)?.name ?? unit,
    reportOf: (unit, year) => known.get(nameOf(unit, year))?.[0],
    reportsIn,
    leftOut: year => sums(year).leftOut,
    maybeTwice: year => sums(year).maybeTwice,
    beforesOf: (unit, year) =>
      inOrder(lineage.get(nameOf(unit, year)) ?? [], 'unit_before').map(row => String(row['unit_before'])),
    membersOf: (parent, year) =>
      inOrder(areas.get(nameOf(parent, year)) ?? [], 'member').map(row => String(row['member'])),
    expectedOf: (unit, year) => due.get(nameOf(unit, year))?.[0],
    expectedIn: ofYear(tables.expected),
  }
}

const rememberYear = <T>(find: (year: number) => T): ((year: number) => T) => {
  const known = new Map<number, T>()
  return year => {
    const before = known.get(year)
    if (before !== undefined) return before
    const found = find(year)
    known.set(year, found)
    return found
  }
}

/** What is parsed of a report once. */
export const listed = rememberFor((row: Row) => {
  const list = <Item>(name: string): readonly Item[] => JSON.parse(String(row[name] ?? '[]')) as Item[]
  return {
    without: new Map(list<WithoutNumber>('without_number').map(each => [each.key, each])),
    flagged: new Map(list<Flagged>('flagged').map(each => [each.key, each])),
  }
})
