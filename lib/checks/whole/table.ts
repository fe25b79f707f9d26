import type { FormKey } from '../../forms/form.ts'
import { numberAt, stateAt } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import { isSettled } from '../../model/unsettled.ts'
import { rememberFor } from '../../util/remember.ts'
import { evaluate } from '../equation.ts'
import { circulate, fixedIn } from './circulation.ts'
import { type CellArc, type Network, networkOf, type Part, partsOf, type Sum } from './network.ts'

/** The printed number of a cell; null where it is not known, which is taken for any whole number of 0 or more. */
export type ValueAt = (cell: string) => number | null

/** Beyond this sums are no longer exact; no count comes near it. */
const largest = 1e12

export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= largest

/** The values of a net's cells in the order of its arcs; NaN where one is not known. */
export const valuesOf = ({ arcs }: Network, valueAt: ValueAt): Float64Array =>
  Float64Array.from(arcs, ({ cell }) => valueAt(cell) ?? Number.NaN)

/** What each sum has of its own from the known cells, and the outside what makes it nothing in all. */
export const ownOf = ({ sums, arcs, outside }: Network, values: Readonly<Float64Array>): number[] => {
  const own = Array.from({ length: sums.length + 1 }, () => 0)
  for (let index = 0; index < arcs.length; index++) {
    const value = values[index]!
    if (Number.isNaN(value)) continue
    const { from, to } = arcs[index]!
    own[from]! -= value
    own[to]! += value
  }
  own[outside] = -own.reduce((sum, each, node) => (node === outside ? sum : sum + each), 0)
  return own
}

/** Whether the unknown cells can be filled so that every sum holds, with one such filling; or which sums cannot. */
export type Filling =
  | { readonly possible: true; readonly unknown: readonly CellArc[]; readonly values: Readonly<Float64Array> }
  | { readonly possible: false; readonly sums: readonly Sum[] }

/** Null where a printed number is no count: its own finding says so, and nothing is said of the whole. */
export const fillingOf = (network: Network, values: Readonly<Float64Array>): Filling | null => {
  const { sums, arcs, outside } = network
  if (!values.every(value => Number.isNaN(value) || isCount(value))) return null
  const unknown = arcs.filter((_, index) => Number.isNaN(values[index]))
  const result = circulate(unknown, ownOf(network, values))
  if (result.possible) return { possible: true, unknown, values: result.flows }
  const inside = !result.stuck.has(outside)
  return { possible: false, sums: sums.filter((_, node) => result.stuck.has(node) === inside) }
}

/** The value of each unknown cell that can hold no other. */
export const onlyValues = ({ sums }: Network, filling: Filling & { possible: true }): Map<string, number> => {
  const fixed = fixedIn(filling.unknown, sums.length + 1, filling.values)
  return new Map(
    filling.unknown.flatMap(({ cell }, index) => (fixed[index] ? [[cell, filling.values[index]!]] : [])),
  )
}

/**
 * Of some sums those that cannot all hold; null where a filling makes all of them hold, or they are no net: the sums that
 * follow from the others are then left out.
 */
const contradictionIn = (
  list: readonly Sum[],
  { implied }: Part,
  valueAt: ValueAt,
): readonly Sum[] | null => {
  const network = networkOf(list) ?? networkOf(list.filter(sum => !implied.has(sum)))
  const filling = network && fillingOf(network, valuesOf(network, valueAt))
  return filling === null || filling.possible ? null : filling.sums
}

/**
 * Sums of a table that cannot all hold, of which none can be left out. Those of one check are tried first, all at once and
 * then in turn, so that the sum that follows from the others gets its chance; the fewest that are left that way are taken.
 */
export const smallestContradiction = (part: Part, valueAt: ValueAt): readonly Sum[] => {
  const without = (list: readonly Sum[], out: (sum: Sum) => boolean): readonly Sum[] =>
    contradictionIn(
      list.filter(sum => !out(sum)),
      part,
      valueAt,
    ) ?? list
  const kinds = [...new Set(part.all.map(({ check }) => check))]
  const left = kinds.map(kind => {
    const start = without(part.all, ({ check }) => check === kind)
    const order = start.toSorted((a, b) => Number(b.check === kind) - Number(a.check === kind))
    return order.reduce(
      (rest, sum) => (rest.includes(sum) ? without(rest, each => each === sum) : rest),
      start,
    )
  })
  return left.reduce((best, each) => (each.length < best.length ? each : best))
}

/** How a part of a table comes out as a whole. */
export interface PartState {
  readonly part: Part
  /** Sums that no filling of their own blanks makes hold. */
  readonly broken: readonly Sum[]
  /** Null where all cells are numbers, or one of them is no count. */
  readonly filling: Filling | null
  readonly valueAt: ValueAt
}

/** The fewest sums that no filling makes hold together, where none is broken by itself; none in a table that can be true. */
export const hiddenContradiction = rememberFor(
  ({ part, broken, filling, valueAt }: PartState): readonly Sum[] =>
    broken.length > 0 || filling?.possible !== false ? [] : smallestContradiction(part, valueAt),
)

const stateOf = (part: Part, report: Report): PartState => {
  const valueAt: ValueAt = cell => numberAt(report, cell)
  const outcomes = part.all.map(sum => evaluate(sum, report).outcome)
  const filling = outcomes.every(outcome => outcome !== 'unassessable')
    ? null
    : fillingOf(part.network, valuesOf(part.network, valueAt))
  return { part, broken: part.all.filter((_, index) => outcomes[index] === 'broken'), filling, valueAt }
}

const statesOf = rememberFor((_: Report) => new Map<FormKey, readonly PartState[]>())

/** The parts of a report's table; none where it was not recognised. */
export const partStates = (report: Report, form: FormKey): readonly PartState[] => {
  const edition = report.editions[form]
  if (edition === null) return []
  const known = statesOf(report).get(form)
  if (known) return known
  const states = partsOf(form, edition).map(part => stateOf(part, report))
  statesOf(report).set(form, states)
  return states
}

/** What was noticed of a table and leaves its figures where they are. */
const harmless: ReadonlySet<string> = new Set(['tablePassedOver', 'tableOfAnotherYear', 'tableRepeated'])

/**
 * Whether a table was read whole, every row and column of the form and none beside them: only then is a sum that fails the
 * unit's own, and a blank what the other cells leave of it.
 */
export const isReadWhole = (report: Report, form: FormKey): boolean =>
  report.observations.every(
    each =>
      !('form' in each) ||
      each.form !== form ||
      harmless.has(each.kind) ||
      (each.kind === 'labelVariant' && each.risky !== true) ||
      isSettled(report, each),
  ) &&
  partStates(report, form).every(({ part }) =>
    part.network.arcs.every(({ cell }) => !['missing', 'unreadable'].includes(stateAt(report, cell))),
  )

/** The value of each blank cell of a table that its sums leave no other. */
export const decidedBlanks = (report: Report, form: FormKey): ReadonlyMap<string, number> => {
  if (!isReadWhole(report, form)) return new Map()
  const found = partStates(report, form).flatMap(({ part, filling }) =>
    filling?.possible ? [...onlyValues(part.network, filling)] : [],
  )
  return new Map(found.filter(([cell]) => stateAt(report, cell) === 'blank'))
}
