/**
 * Whole numbers on arcs so that at every node what comes in, what goes out and what the node has of its own come to
 * nothing. A table whose cells stand in two sums each is such a net: a sum is a node, a cell an arc between its two sums.
 */

/** An unknown number of 0 or more that leaves one node and enters another. */
export interface Arc {
  readonly from: number
  readonly to: number
}

interface Net {
  readonly arcs: readonly Arc[]
  /** Arcs at each node. */
  readonly at: readonly (readonly number[])[]
}

const netOf = (nodes: number, arcs: readonly Arc[]): Net => {
  const at: number[][] = Array.from({ length: nodes }, () => [])
  arcs.forEach(({ from, to }, arc) => {
    at[from]!.push(arc)
    if (to !== from) at[to]!.push(arc)
  })
  return { arcs, at }
}

/** The arc by which each node is reached from the first one; `flows` may grow, and shrink to 0. */
const reachedFrom = ({ arcs, at }: Net, flows: readonly number[], start: number, without = -1) => {
  const by = new Map<number, number>([[start, -1]])
  const queue = [start]
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!
    for (const arc of at[node]!) {
      const { from, to } = arcs[arc]!
      const other = from === node ? to : from
      if (arc === without || by.has(other) || (to === node && flows[arc] === 0)) continue
      by.set(other, arc)
      queue.push(other)
    }
  }
  return by
}

export type Circulation =
  | { readonly possible: true; readonly flows: readonly number[] }
  /** The nodes of a part that has more than can leave it. */
  | { readonly possible: false; readonly stuck: ReadonlySet<number> }

/** Sends what each node has too much to those that lack it. `own` is what the nodes have; it comes to nothing in all. */
export const circulate = (arcs: readonly Arc[], own: readonly number[]): Circulation => {
  const net = netOf(own.length, arcs)
  const flows = arcs.map(() => 0)
  const rest = [...own]
  for (let node = 0; node < rest.length; node++) {
    while (rest[node]! > 0) {
      const by = reachedFrom(net, flows, node)
      const goal = [...by.keys()].find(each => rest[each]! < 0)
      if (goal === undefined) return { possible: false, stuck: new Set(by.keys()) }
      const steps: (readonly [arc: number, sign: 1 | -1])[] = []
      for (let at = goal; at !== node; ) {
        const arc = by.get(at)!
        const { from, to } = arcs[arc]!
        steps.push([arc, to === at ? 1 : -1])
        at = to === at ? from : to
      }
      const backwards = steps.filter(([, sign]) => sign < 0).map(([arc]) => flows[arc]!)
      const amount = Math.min(rest[node]!, -rest[goal]!, ...backwards)
      for (const [arc, sign] of steps) flows[arc] = flows[arc]! + sign * amount
      rest[node] = rest[node]! - amount
      rest[goal] = rest[goal]! + amount
    }
  }
  return { possible: true, flows }
}

/** Whether each arc has the same number in every circulation, given one of them. */
export const fixedIn = (
  arcs: readonly Arc[],
  nodes: number,
  flows: readonly number[],
): readonly boolean[] => {
  const net = netOf(nodes, arcs)
  const reached = new Map<number, ReadonlyMap<number, number>>()
  const from = (node: number) => {
    const known = reached.get(node) ?? reachedFrom(net, flows, node)
    reached.set(node, known)
    return known
  }
  return arcs.map((arc, index) =>
    flows[index] === 0
      ? !from(arc.to).has(arc.from)
      : !reachedFrom(net, flows, arc.to, index).has(arc.from) &&
        !reachedFrom(net, flows, arc.from, index).has(arc.to),
  )
}
