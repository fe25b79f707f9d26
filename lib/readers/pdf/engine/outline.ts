import { limits } from '../../limits.ts'
import { type Box, boxOfAll, type Matrix } from '../geometry.ts'

/** Steps of a path: each of these followed by its coordinates. */
export const moveTo = 0
export const lineTo = 1
export const curveTo = 2
export const closePath = 3

export type Point = [number, number]

/** A part of a path in points of the page; `straight` has no curve. */
export interface Subpath {
  readonly points: Point[]
  straight: boolean
  closed: boolean
}

/** Places on a curve between its ends, near enough to see what it runs through. */
const bend = (from: Point, one: Point, two: Point, to: Point): Point[] =>
  [0.25, 0.5, 0.75].map(t => {
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    return [
      a * from[0] + b * one[0] + c * two[0] + d * to[0],
      a * from[1] + b * one[1] + c * two[1] + d * to[1],
    ]
  })

export const subpaths = (packed: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Subpath[] => {
  const all: Subpath[] = []
  let current: Subpath | undefined
  const at = (index: number): Point => {
    const x = packed[index]!
    const y = packed[index + 1]!
    return [a * x + c * y + e, b * x + d * y + f]
  }
  const begin = (point: Point): Subpath => {
    const next = { points: [point], straight: true, closed: false }
    all.push(next)
    return next
  }
  for (let index = 0; index < packed.length; ) {
    const operator = packed[index]
    index += 1
    if (operator === closePath) {
      if (current) {
        current.closed = true
        // A rectangle comes back to where it began by a step of its own.
        const [first, last] = [current.points[0]!, current.points.at(-1)!]
        if (current.points.length > 2 && first[0] === last[0] && first[1] === last[1]) current.points.pop()
        current = begin(current.points[0]!)
      }
      continue
    }
    const coordinates = operator === curveTo ? 6 : 2
    if (operator === undefined || operator > closePath || index + coordinates > packed.length) break
    const point = at(index + coordinates - 2)
    if (operator === moveTo || !current) current = begin(point)
    else if (operator === lineTo) current.points.push(point)
    else {
      const last = current.points.at(-1)!
      current.points.push(...bend(last, at(index), at(index + 2), point), point)
      current.straight = false
    }
    index += coordinates
  }
  return all.filter(({ points }) => points.length > 1)
}

/** Rectangles have four or five corners; an area of more is a letter or a drawing. */
export const mostCorners = 5

export const boxOfPoints = (points: readonly Point[]): Box =>
  boxOfAll(points.map(([x, y]) => ({ left: x, right: x, top: y, bottom: y })))

export const isSquare = ({ points, straight }: Subpath, box: Box, aslant: number): boolean =>
  straight &&
  points.length <= mostCorners &&
  points.every(
    ([x, y]) =>
      Math.min(x - box.left, box.right - x) < aslant && Math.min(y - box.top, box.bottom - y) < aslant,
  )

/** What a path reaches over. */
export interface Reach {
  readonly box: Box
  /** It fills its box. */
  readonly square: boolean
  readonly parts: readonly Subpath[]
}

export const reachOf = (packed: ArrayLike<number>, toPage: Matrix): Reach | null => {
  if (packed.length > limits.pdf.pathNumbers) return null
  const all = subpaths(packed, toPage)
  if (all.length === 0) return null
  const box = boxOfAll(all.map(({ points }) => boxOfPoints(points)))
  return { box, square: all.length === 1 && isSquare(all[0]!, box, 0.5), parts: all }
}

/**
 * Whether a point lies in the shape that subpaths enclose: by the crossings of a line to its right, which are counted
 * evenly, or by their direction (ISO 32000-1, 8.5.3.3). Null where the two are at odds, since a limit does not tell its rule.
 */
export const encloses = (parts: readonly Subpath[], x: number, y: number): boolean | null => {
  let winding = 0
  let crossings = 0
  for (const { points } of parts)
    points.forEach(([fromX, fromY], at) => {
      const [toX, toY] = points[(at + 1) % points.length]!
      if (fromY > y === toY > y) return
      if (fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX) < x) return
      crossings += 1
      winding += toY > fromY ? 1 : -1
    })
  const [even, wound] = [crossings % 2 === 1, winding !== 0]
  return even === wound ? even : null
}
