import { tolerance } from '../rulings/join.ts'

/** Columns of two parts of one table put together: its edges from the left side, and where each part's edges went. */
export interface JoinedColumns {
  readonly edges: readonly number[]
  readonly fromFirst: readonly number[]
  readonly fromSecond: readonly number[]
}

/** Parts set on pages with other margins may be shifted, but are as wide. */
const sameWidth = 4

/** At least this share of the inner edges of the part with fewer of them must be edges of the other. */
const agreement = 0.6

/** Edges counted from the left side. */
export const relative = (xs: readonly number[]): number[] => xs.map(x => x - xs[0]!)

const nearest = (edges: readonly number[], x: number): number =>
  edges.reduce((best, edge, at) => (Math.abs(edge - x) < Math.abs(edges[best]! - x) ? at : best), 0)

const agrees = (first: readonly number[], second: readonly number[]): boolean => {
  const [few, many] = first.length <= second.length ? [first, second] : [second, first]
  const inner = few.slice(1, -1)
  const met = inner.filter(x => Math.abs(many[nearest(many, x)]! - x) <= tolerance).length
  return met >= inner.length * agreement
}

/** No column of a part may vanish between the edges of the other. */
const isRising = (places: readonly number[]): boolean =>
  places.every((place, at) => at === 0 || place > places[at - 1]!)

/** The common columns of two parts, edges counted from the left side; null where they cannot be parts of one table. */
export const joinColumns = (first: readonly number[], second: readonly number[]): JoinedColumns | null => {
  const [width, otherWidth] = [first.at(-1)!, second.at(-1)!]
  if (Math.abs(width - otherWidth) > sameWidth || !agrees(first, second)) return null
  const scaled = second.map(x => (x * width) / otherWidth)
  const edges = [...first]
  for (const x of scaled) if (Math.abs(edges[nearest(edges, x)]! - x) > tolerance) edges.push(x)
  edges.sort((a, b) => a - b)
  const fromFirst = first.map(x => nearest(edges, x))
  const fromSecond = scaled.map(x => nearest(edges, x))
  return isRising(fromFirst) && isRising(fromSecond) ? { edges, fromFirst, fromSecond } : null
}
