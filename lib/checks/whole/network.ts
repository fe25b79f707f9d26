import type { FormKey } from '../../forms/form.ts'
import type { EditionId } from '../../forms/index.ts'
import { type EquationInstance, instancesOf } from '../equation.ts'
import type { EquationCheck } from '../equation-check.ts'
import { sums } from '../sums.ts'
import type { Arc } from './circulation.ts'

/** One sum of a form at one row or column, with the check that states it. */
export interface Sum extends EquationInstance {
  readonly check: EquationCheck
}

/** A cell as an arc between its two sums. */
export interface CellArc extends Arc {
  readonly cell: string
}

/** Sums as nodes, and one node more for cells that stand in one sum only. */
export interface Network {
  readonly sums: readonly Sum[]
  /** 1 or -1 by node: which side of the sum counts as its own. */
  readonly signs: readonly number[]
  readonly arcs: readonly CellArc[]
  readonly outside: number
}

interface Use {
  readonly sum: number
  readonly sign: 1 | -1
}

const usesOf = (list: readonly Sum[]): ReadonlyMap<string, readonly Use[]> => {
  const uses = new Map<string, Use[]>()
  const add = (keys: readonly string[], sum: number, sign: 1 | -1) => {
    for (const key of keys) {
      const known = uses.get(key)
      if (known) known.push({ sum, sign })
      else uses.set(key, [{ sum, sign }])
    }
  }
  list.forEach(({ left, right }, sum) => {
    add(left, sum, 1)
    add(right, sum, -1)
  })
  return uses
}

/** Signs by which every cell leaves one of its sums and enters the other; null where there are none. */
const signsOf = (count: number, uses: readonly (readonly Use[])[]): readonly number[] | null => {
  const shared = uses.filter(({ length }) => length === 2)
  const beside: (readonly [other: number, sign: number])[][] = Array.from({ length: count }, () => [])
  for (const [a, b] of shared) {
    const sign = -a!.sign * b!.sign
    beside[a!.sum]!.push([b!.sum, sign])
    beside[b!.sum]!.push([a!.sum, sign])
  }
  const signs: number[] = Array.from({ length: count }, () => 0)
  for (let start = 0; start < count; start++) {
    if (signs[start] !== 0) continue
    signs[start] = 1
    const queue = [start]
    for (let next = 0; next < queue.length; next++)
      for (const [other, sign] of beside[queue[next]!]!) {
        const due = signs[queue[next]!]! * sign
        if (signs[other] === 0) {
          signs[other] = due
          queue.push(other)
        } else if (signs[other] !== due) return null
      }
  }
  return signs
}

/** The net of the given sums; null where a cell stands in more than two of them, or they do not fit together. */
export const networkOf = (list: readonly Sum[]): Network | null => {
  const uses = usesOf(list)
  const all = [...uses.values()]
  if (all.some(({ length }) => length > 2)) return null
  const signs = signsOf(list.length, all)
  if (signs === null) return null
  const outside = list.length
  const arcs = [...uses].map(([cell, [a, b]]): CellArc => {
    const enters = signs[a!.sum]! * a!.sign > 0
    const other = b?.sum ?? outside
    return enters ? { cell, from: other, to: a!.sum } : { cell, from: a!.sum, to: other }
  })
  return { sums: list, signs, arcs, outside }
}

/** Over how many of the sums the others have no say. */
const rankOf = (list: readonly Sum[]): number => {
  const columns = new Map([...usesOf(list).keys()].map((key, index) => [key, index]))
  const rows = list.map(({ left, right }) => {
    const row = new Float64Array(columns.size)
    for (const key of left) row[columns.get(key)!]! += 1
    for (const key of right) row[columns.get(key)!]! -= 1
    return row
  })
  let rank = 0
  for (let column = 0; column < columns.size && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > 1e-9)
    if (pivot < 0) continue
    ;[rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!]
    const from = rows[rank]!
    for (let below = rank + 1; below < rows.length; below++) {
      const row = rows[below]!
      const factor = row[column]! / from[column]!
      if (factor !== 0) for (let at = column; at < row.length; at++) row[at]! -= factor * from[at]!
    }
    rank++
  }
  return rank
}

/**
 * Sums that follow from the others, so many that no cell is left in more than two: where all sums of a table hold but the
 * one of its row of totals, that one holds too. Null where leaving out what follows does not come to that.
 */
const impliedIn = (list: readonly Sum[]): readonly Sum[] | null => {
  const rank = rankOf(list)
  const implied: Sum[] = []
  for (let left = list; ; ) {
    const uses = usesOf(left)
    const crowded = ({ left: a, right: b }: Sum) =>
      [...a, ...b].filter(key => uses.get(key)!.length > 2).length
    const candidates = left.filter(sum => crowded(sum) > 0).sort((a, b) => crowded(b) - crowded(a))
    if (candidates.length === 0) return implied
    const rest = left
    const spare = candidates.find(sum => rankOf(rest.filter(other => other !== sum)) === rank)
    if (spare === undefined) return null
    implied.push(spare)
    left = rest.filter(sum => sum !== spare)
  }
}

/** Sums that hang together by their cells, all of them and without those that follow from the others. */
export interface Part {
  readonly all: readonly Sum[]
  readonly implied: ReadonlySet<Sum>
  readonly network: Network
}

/** Sums that share cells, directly or through others. */
const groupsOf = (list: readonly Sum[]): readonly (readonly Sum[])[] => {
  const uses = usesOf(list)
  let group = list.map((_, index) => index)
  for (const own of uses.values()) {
    const met = new Set(own.map(({ sum }) => group[sum]!))
    const [first] = met
    if (met.size > 1) group = group.map(each => (met.has(each) ? first! : each))
  }
  return [...Map.groupBy(list, (_, index) => group[index]!).values()]
}

const netOf = (all: readonly Sum[]): readonly Part[] => {
  const implied = impliedIn(all)
  const network = implied && networkOf(all.filter(sum => !implied.includes(sum)))
  return network ? [{ all, implied: new Set(implied), network }] : []
}

/** The parts of any sums. One that is no net is left out: nothing is said of it as a whole. */
export const partsOfSums = (all: readonly Sum[]): readonly Part[] => groupsOf(all).flatMap(netOf)

const build = (form: FormKey, edition: EditionId): readonly Part[] => {
  const all = sums
    .filter(({ equation, editions }) => equation.form === form && editions.includes(edition))
    .flatMap(check => instancesOf(check.equation, edition).map((each): Sum => ({ ...each, check })))
  return partsOfSums(all)
}

const known = new Map<string, readonly Part[]>()

/** The parts of a form's sums, made once for each form. */
export const partsOf = (form: FormKey, edition: EditionId): readonly Part[] => {
  const name = `${edition} ${form}`
  const made = known.get(name) ?? build(form, edition)
  known.set(name, made)
  return made
}
