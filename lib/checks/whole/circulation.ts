/**
 * Whole numbers on arcs so that at every node what comes in, what goes out and what the node has of its own come to
 * nothing. A table whose cells stand in two sums each is such a net: a sum is a node, a cell an arc between its two sums.
 */

/** An unknown number of 0 or more that leaves one node and enters another. */
export interface Arc {
  readonly from: number
  readonly to: number
}

/** The arcs at node n are `ends[starts[n]]` up to `ends[starts[n + 1] - 1]`, in their order. */
interface Net {
  readonly arcs: readonly Arc[]
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const netOf = (nodes: number, arcs: readonly Arc[]): Net => {
  const starts = new Int32Array(nodes + 1)
  for (const { from, to } of arcs) {
    starts[from + 1]!++
    if (to !== from) starts[to + 1]!++
  }
  for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node]!
  const next = starts.slice()
  const ends = new Int32Array(starts[nodes]!)
  for (let arc = 0; arc < arcs.length; arc++) {
    const { from, to } = arcs[arc]!
    ends[next[from]!++] = arc
    if (to !== from) ends[next[to]!++] = arc
  }
  return { arcs, starts, ends }
}

const unreached = -2

/** Nodes as they are reached from the first one, and the arc by which each is. */
interface Search {
  readonly by: Int32Array
  readonly queue: readonly number[]
}

/** Flows may grow, and shrink to 0. The search ends at the first node for which `isGoal` holds: the last of the queue. */
const searchFrom = (
  { arcs, starts, ends }: Net,
  flows: Readonly<Float64Array>,
  start: number,
  isGoal: (node: number) => boolean,
): Search => {
  const by = new Int32Array(starts.length - 1).fill(unreached)
  by[start] = -1
  const queue = [start]
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const arc = ends[at]!
      const { from, to } = arcs[arc]!
      const other = from === node ? to : from
      if (by[other] !== unreached || (to === node && flows[arc] === 0)) continue
      by[other] = arc
      queue.push(other)
      if (isGoal(other)) return { by, queue }
    }
  }
  return { by, queue }
}

export type Circulation =
  | { readonly possible: true; readonly flows: Readonly<Float64Array> }
  /** The nodes of a part that has more than can leave it. */
  | { readonly possible: false; readonly stuck: ReadonlySet<number> }

/**
 * Sends what each node has too much to those that lack it, along shortest paths: the maximum flow of Ford and Fulkerson.
 * `own` is what the nodes have; it comes to nothing in all.
 */
export const circulate = (arcs: readonly Arc[], own: readonly number[]): Circulation => {
  const net = netOf(own.length, arcs)
  const flows = new Float64Array(arcs.length)
  const rest = Float64Array.from(own)
  const lacks = (node: number): boolean => rest[node]! < 0
  for (let node = 0; node < rest.length; node++) {
    while (rest[node]! > 0) {
      const { by, queue } = searchFrom(net, flows, node, lacks)
      const goal = queue.at(-1)!
      if (!lacks(goal)) return { possible: false, stuck: new Set(queue) }
      let amount = Math.min(rest[node]!, -rest[goal]!)
      for (let at = goal; at !== node; ) {
        const { from, to } = arcs[by[at]!]!
        if (from === at) amount = Math.min(amount, flows[by[at]!]!)
        at = to === at ? from : to
      }
      for (let at = goal; at !== node; ) {
        const arc = by[at]!
        const { from, to } = arcs[arc]!
        flows[arc]! += to === at ? amount : -amount
        at = to === at ? from : to
      }
      rest[node]! -= amount
      rest[goal]! += amount
    }
  }
  return { possible: true, flows }
}

/** Of each node the first node of those that can be reached from it and reach it: its strongly connected component. */
const componentsOf = (net: Net, flows: Readonly<Float64Array>): Int32Array => {
  const nodes = net.starts.length - 1
  const backwards = { ...net, arcs: net.arcs.map(({ from, to }) => ({ from: to, to: from })) }
  const never = () => false
  const components = new Int32Array(nodes).fill(-1)
  for (let start = 0; start < nodes; start++) {
    if (components[start] !== -1) continue
    const { by } = searchFrom(backwards, flows, start, never)
    for (const node of searchFrom(net, flows, start, never).queue)
      if (by[node] !== unreached) components[node] = start
  }
  return components
}

/** The arcs without which their ends no longer hang together, whichever way arcs go: bridges, by Tarjan's low points. */
const bridgesIn = ({ arcs, starts, ends }: Net, among: (arc: number) => boolean): ReadonlySet<number> => {
  const bridges = new Set<number>()
  const nodes = starts.length - 1
  const depths = new Int32Array(nodes)
  /** The least depth that is reached below a node, other than by the arc it was entered by. */
  const lowest = (node: number, entered: number, depth: number): number => {
    depths[node] = depth
    let low = depth
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const arc = ends[at]!
      if (arc === entered || !among(arc)) continue
      const { from, to } = arcs[arc]!
      const other = from === node ? to : from
      const known = depths[other]! > 0
      const reached = known ? depths[other]! : lowest(other, arc, depth + 1)
      if (!known && reached > depth) bridges.add(arc)
      low = Math.min(low, reached)
    }
    return low
  }
  for (let node = 0; node < nodes; node++) if (depths[node] === 0) lowest(node, -1, 1)
  return bridges
}

/**
 * Whether each arc has the same number in every circulation, given one of them. It can change only along a cycle of arcs
 * that may grow, or shrink. Such a cycle never leaves a strongly connected component, and within one every arc is on a
 * cycle other than itself there and back, unless it is a bridge of it.
 */
export const fixedIn = (
  arcs: readonly Arc[],
  nodes: number,
  flows: Readonly<Float64Array>,
): readonly boolean[] => {
  const net = netOf(nodes, arcs)
  const components = componentsOf(net, flows)
  const within = (arc: number) => components[arcs[arc]!.from] === components[arcs[arc]!.to]
  const bridges = bridgesIn(net, within)
  return arcs.map((_, arc) => !within(arc) || bridges.has(arc))
}
