import type { Row } from '../column.ts'
import type { SeasonJson } from '../season-contract.ts'
import type { SeasonView } from '../season-view.ts'
import { findingsByUnit, gravestFirst, type SeasonFinding } from './season-findings.ts'
import { type UnitState, unitState } from './unit-state.ts'
import { type TreeUnit, unitTree } from './unit-tree.ts'
import { proposalsOf, unplacedInOrder } from './unplaced.ts'

/** How much one page holds. */
export interface PageLimits {
  /** With more units than these none has a page, and they are not listed one by one. */
  readonly units: number
  /** Findings of one check, and rows of any other list, on the page of the season. */
  readonly rows: number
}

export const pageLimits: PageLimits = { units: 3_000, rows: 300 }

/** A season with what its pages look up. */
export interface SeasonFacts {
  readonly json: SeasonView['json']
  readonly view: SeasonView
  readonly limits: PageLimits
  readonly resultOf: (row: Row) => string | null
  readonly tree: readonly TreeUnit[]
  readonly told: ReadonlyMap<string, SeasonJson['units'][number]>
  readonly stateOf: (unit: string) => UnitState
  readonly nameOf: (unit: string) => string
  /** Gravest first. */
  readonly findings: readonly SeasonFinding[]
  readonly findingsOf: (unit: string) => readonly SeasonFinding[]
  /** The report that counts; null where there is none at hand. */
  readonly reportOf: (unit: string, year: number) => Row | null
  /** Of the season and before it, the newest first. */
  readonly years: readonly number[]
  /** Where a unit stands in the tree; behind all of it where it is not there. */
  readonly placeOf: (unit: string) => number
  /** Those of the tree right under a unit, in its order. */
  readonly childrenOf: (unit: string) => readonly TreeUnit[]
  /** Units that a parent of scope whole area stands for in the year. */
  readonly membersOf: (unit: string) => readonly string[]
  /** Whether the roster gives the unit's deadline, or the law alone does. */
  readonly dueGiven: (unit: string) => boolean
  /** Whose reports of the year before a unit's report follows from. */
  readonly beforesOf: (unit: string) => readonly string[]
  /** Files of nobody known that may be a unit's. */
  readonly mayBeOf: (unit: string) => readonly Row[]
  /** Units whose pages are written. */
  readonly hasPage: (unit: string) => boolean
}

const reportsByUnit = (reports: readonly Row[]): ReadonlyMap<string, ReadonlyMap<number, Row>> => {
  const byUnit = new Map<string, Map<number, Row>>()
  for (const row of reports) {
    const unit = String(row['unit'])
    const own = byUnit.get(unit) ?? new Map<number, Row>()
    own.set(Number(row['year']), row)
    byUnit.set(unit, own)
  }
  return byUnit
}

/** What a table says of each unit in a year. */
const ofYear = (
  rows: readonly Row[],
  year: number,
  column: string,
): ((unit: string) => readonly string[]) => {
  const own = Map.groupBy(
    rows.filter(row => row['year'] === year),
    row => String(row['unit']),
  )
  return unit => (own.get(unit) ?? []).map(row => String(row[column])).sort()
}

const proposedFor = (unplaced: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const byUnit = new Map<string, Row[]>()
  for (const row of unplaced)
    for (const { unit } of proposalsOf(row)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), row])
  return byUnit
}

export const seasonFacts = (
  view: SeasonView,
  resultOf: SeasonFacts['resultOf'],
  limits: PageLimits,
): SeasonFacts => {
  const { json, roster } = view
  const findings = gravestFirst(json.findings)
  const byUnit = findingsByUnit(findings)
  const reports = reportsByUnit(view.reports)
  const told = new Map(json.units.map(each => [each.unit, each]))
  const late = new Set(
    findings
      .filter(({ check }) => check === 'unit-late')
      .flatMap(({ subjects }) => subjects.filter(({ year }) => year === json.year).map(({ unit }) => unit)),
  )
  const tree = unitTree(roster, [...told.keys(), ...byUnit.keys(), ...reports.keys()])
  const places = new Map(tree.map(({ unit }, at) => [unit.unit, at]))
  const children = Map.groupBy(tree, ({ unit }) => unit.parent)
  const proposed = proposedFor(unplacedInOrder(view.tables.unplaced))
  const given = new Set(
    view.tables.expected
      .filter(row => row['year'] === json.year && row['due_given'] === 1)
      .map(row => String(row['unit'])),
  )
  const hasPages = tree.length <= limits.units
  return {
    json,
    view,
    limits,
    resultOf,
    tree,
    told,
    stateOf: unit => unitState(told.get(unit), late.has(unit), json.asOf),
    nameOf: unit => roster.units.get(unit)?.name ?? unit,
    findings,
    findingsOf: unit => byUnit.get(unit) ?? [],
    reportOf: (unit, year) => reports.get(unit)?.get(year) ?? null,
    years: [...new Set(view.reports.map(row => Number(row['year'])))]
      .filter(year => year <= json.year)
      .sort((a, b) => b - a),
    placeOf: unit => places.get(unit) ?? tree.length,
    childrenOf: unit => children.get(unit) ?? [],
    membersOf: ofYear(view.tables.area, json.year, 'member'),
    beforesOf: ofYear(view.tables.lineage, json.year, 'unit_before'),
    dueGiven: unit => given.has(unit),
    mayBeOf: unit => proposed.get(unit) ?? [],
    hasPage: unit => hasPages && places.has(unit),
  }
}
