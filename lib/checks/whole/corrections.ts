import { rememberFor } from '../../util/remember.ts'
import type { CellArc, Network, Sum } from './network.ts'
import {
  fillingOf,
  hiddenContradiction,
  isCount,
  onlyValues,
  ownOf,
  type PartState,
  type ValueAt,
  valuesOf,
} from './table.ts'

/** A printed number and the only one in its place that makes every sum hold; null where blanks leave it several. */
export interface Change {
  readonly cell: string
  readonly printed: number
  readonly value: number | null
  /** One that does, where there are several. */
  readonly example: number
}

/** Cells that have to be changed together. */
export type Correction = readonly Change[]

/** Every single cell that can be changed so that all sums hold. `among` holds at least one cell of each such change. */
export const singleCorrections = (
  network: Network,
  valueAt: ValueAt,
  among: readonly string[],
): readonly Correction[] => {
  const printed = valuesOf(network, valueAt)
  const places = new Map(network.arcs.map(({ cell }, index) => [cell, index]))
  // Taken for unknown, a cell shows whether the sums then hold, and what it holds itself.
  return among.flatMap((cell): readonly Correction[] => {
    const place = places.get(cell)!
    if (Number.isNaN(printed[place])) return []
    const filling = fillingOf(network, printed.with(place, Number.NaN))
    if (!filling?.possible) return []
    const example = filling.values[filling.unknown.indexOf(network.arcs[place]!)]!
    const value = onlyValues(network, filling).get(cell) ?? null
    return [[{ cell, printed: printed[place]!, value, example }]]
  })
}

/** By how much a cell must change so that the excess of a node is gone. */
const toEmpty = ({ from }: CellArc, node: number, excess: number): number =>
  from === node ? excess : -excess

const otherEnd = ({ from, to }: CellArc, node: number): number => (from === node ? to : from)

/**
 * Every two cells that can be changed so that all sums hold, where no single one can and every cell is a number. Some sum
 * that fails is mended by one of the two alone; what that leaves at its other sum is mended by the second.
 */
export const pairCorrections = (network: Network, valueAt: ValueAt): readonly Correction[] => {
  const { arcs, outside } = network
  const own = ownOf(network, valuesOf(network, valueAt))
  const failing = (rest: readonly number[]) =>
    rest.flatMap((each, node) => (node !== outside && each !== 0 ? [node] : []))
  const start = failing(own)
  if (start.length > 4) return []
  const changed = (arc: CellArc, by: number): readonly Change[] => {
    const printed = valueAt(arc.cell)!
    const value = printed + by
    return by !== 0 && isCount(value) ? [{ cell: arc.cell, printed, value, example: value }] : []
  }
  const known = new Map<number, readonly CellArc[]>()
  const arcsAt = (node: number): readonly CellArc[] => {
    const at = known.get(node) ?? arcs.filter(({ from, to }) => from === node || to === node)
    known.set(node, at)
    return at
  }
  const found = new Map<string, Correction>()
  for (const node of start)
    for (const first of arcsAt(node)) {
      const by = toEmpty(first, node, own[node]!)
      const rest = [...own]
      rest[node] = 0
      rest[otherEnd(first, node)]! += own[node]!
      const left = failing(rest)
      if (left.length === 0 || left.length > 2) continue
      const [p, q = outside] = left
      for (const second of arcsAt(p!)) {
        if (second === first) continue
        const fits = (second.from === p && second.to === q) || (second.to === p && second.from === q)
        if (!fits || (q !== outside && rest[p!]! + rest[q]! !== 0)) continue
        const pair = [...changed(first, by), ...changed(second, toEmpty(second, p!, rest[p!]!))]
        if (pair.length === 2)
          found.set(
            pair
              .map(({ cell }) => cell)
              .sort()
              .join(' '),
            pair,
          )
      }
    }
  return [...found.values()]
}

/** Cells of which one has to change: those of the shortest sum that fails, or of the fewest that cannot all hold. */
const suspects = (state: PartState): readonly string[] => {
  const { part, broken, valueAt } = state
  const cells = ({ left, right }: Sum): readonly string[] => [...left, ...right]
  const noCounts = part.network.arcs.map(({ cell }) => cell).filter(cell => !isCount(valueAt(cell) ?? 0))
  if (noCounts.length > 0) return noCounts
  const [shortest] = broken.toSorted((a, b) => cells(a).length - cells(b).length)
  const failing = shortest ? [shortest] : hiddenContradiction(state)
  return [...new Set(failing.flatMap(cells))].filter(cell => valueAt(cell) !== null)
}

/** All corrections of the fewest cells, one or two, of a part that cannot be true as it is printed; none of one that can. */
export const correctionsOf = rememberFor((state: PartState): readonly Correction[] => {
  const { part, broken, filling, valueAt } = state
  if (broken.length === 0 && filling?.possible !== false) return []
  const singles = singleCorrections(part.network, valueAt, suspects(state))
  if (singles.length > 0) return singles
  const allKnown = part.network.arcs.every(({ cell }) => valueAt(cell) !== null)
  return allKnown ? pairCorrections(part.network, valueAt) : []
})

/** Whether two cells stand in each other's place. */
export const isSwap = ([a, b]: Correction): boolean =>
  a !== undefined && b !== undefined && a.value === b.printed && b.value === a.printed
