import { limits } from '../../limits.ts'
import { type Box, boxOfAll, type Matrix } from '../geometry.ts'
import { closePath, curveTo, lineTo, moveTo } from './painted.ts'

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

/** The box a path reaches over, and whether it fills it. */
export const reachOf = (packed: ArrayLike<number>, toPage: Matrix): { box: Box; square: boolean } | null => {
  if (packed.length > limits.pdf.pathNumbers) return null
  const all = subpaths(packed, toPage)
  if (all.length === 0) return null
  const box = boxOfAll(all.map(({ points }) => boxOfPoints(points)))
  return { box, square: all.length === 1 && isSquare(all[0]!, box, 0.5) }
}
