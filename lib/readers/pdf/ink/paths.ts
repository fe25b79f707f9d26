import { limits } from '../../limits.ts'
import { areaOf, type Box, boxOfAll, common, heightOf, type Matrix, widthOf } from '../geometry.ts'
import { type Canvas, thickest } from './canvas.ts'

/** How pdf.js packs a path: each of these followed by its coordinates. */
const moveTo = 0
const lineTo = 1
const curveTo = 2
const quadraticCurveTo = 3
const closePath = 4

type Point = [number, number]

/** A part of a path in points of the page; `straight` has no curve. */
interface Subpath {
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

const subpaths = (packed: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Subpath[] => {
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
        current = begin(current.points[0]!)
      }
      continue
    }
    const coordinates = operator === curveTo ? 6 : operator === quadraticCurveTo ? 4 : 2
    if (operator === undefined || operator > closePath || index + coordinates > packed.length) break
    const point = at(index + coordinates - 2)
    if (operator === moveTo || !current) current = begin(point)
    else if (operator === lineTo) current.points.push(point)
    else {
      const last = current.points.at(-1)!
      const control = operator === curveTo ? [at(index), at(index + 2)] : [at(index), at(index)]
      current.points.push(...bend(last, control[0]!, control[1]!, point), point)
      current.straight = false
    }
    index += coordinates
  }
  return all.filter(({ points }) => points.length > 1)
}

export interface Paint {
  readonly stroke: string | null
  readonly fill: string | null
  readonly lineWidth: number
  /** Nothing is seen through what is filled. */
  readonly opaque: boolean
  readonly clip: Box | null
}

/** Rectangles have four or five corners; an area of more is a letter or a drawing. */
const mostCorners = 5

const boxOfPoints = (points: readonly Point[]): Box =>
  boxOfAll(points.map(([x, y]) => ({ left: x, right: x, top: y, bottom: y })))

const isSquare = ({ points, straight }: Subpath, box: Box, aslant: number): boolean =>
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

/** What a polygon encloses, in parts of the box around it. */
const fullness = (points: readonly Point[], box: Box): number => {
  let twice = 0
  points.forEach(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length]!
    twice += x * nextY - nextX * y
  })
  return Math.abs(twice) / 2 / areaOf(box)
}

/** An area as full as this hides what is in its box; a frame or a thin shape does not. */
const mostlyFull = 0.5

/** Edges of more corners than this are those of letters, seals and pictures. */
const mostEdges = 200

const axial = 0.7

const cover = (
  canvas: Canvas,
  part: Subpath,
  box: Box,
  square: boolean,
  paint: Paint,
  alone: boolean,
): void => {
  const seen = common(box, paint.clip)
  if (seen === null || (widthOf(seen) <= thickest && heightOf(seen) <= thickest)) return
  const { points } = part
  if (square && (widthOf(box) <= thickest || heightOf(box) <= thickest)) return
  if (square) {
    // Of several parts some may be holes in others.
    if (alone) canvas.cover(seen, paint.opaque)
    return
  }
  if (alone && fullness(points, box) > mostlyFull) canvas.cover(seen, false)
  if (points.length > mostEdges) return
  points.forEach(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length]!
    if (Math.abs(nextX - x) > axial && Math.abs(nextY - y) > axial) canvas.slant(x, y, nextX, nextY, true)
  })
}

/**
 * Whether a path draws the outlines of letters, as programs do that print bold by stroking each character once more:
 * its strokes are neither rulings nor drawn through anything.
 */
const isLettering = (all: readonly Subpath[]): boolean => {
  const closed = all.filter(part => part.closed)
  const shapes = closed.filter(({ points, straight }) => !straight || points.length > mostCorners)
  return shapes.length > 1 && closed.length === all.length && shapes.length * 2 >= all.length
}

/** Paints a path: straight strokes along an axis are lines, filled rectangles are lines or areas. */
export const paintPath = (canvas: Canvas, packed: ArrayLike<number>, toPage: Matrix, paint: Paint): void => {
  if (packed.length > limits.pdf.pathNumbers) return
  const scale = Math.sqrt(Math.abs(toPage[0] * toPage[3] - toPage[1] * toPage[2]))
  const all = subpaths(packed, toPage)
  const lettering = paint.stroke !== null && isLettering(all)
  for (const part of all) {
    const { points, closed } = part
    if (paint.fill !== null) {
      const box = boxOfPoints(points)
      // Browsers cut the ends of a border aslant where two of them meet.
      const thickness = Math.min(box.right - box.left, box.bottom - box.top)
      const square = isSquare(part, box, thickness <= thickest ? thickness + 0.5 : 0.5)
      if (square) canvas.area(box, paint.fill)
      if (canvas.glyphs.length > 0) cover(canvas, part, box, square, paint, all.length === 1)
    }
    if (paint.stroke === null || lettering) continue
    const ends = closed ? [...points.slice(1), points[0]!] : points.slice(1)
    ends.forEach(([x, y], index) => {
      const [fromX, fromY] = points[index]!
      if (part.straight) canvas.line(fromX, fromY, x, y, paint.lineWidth * scale, paint.stroke!)
      else canvas.slant(fromX, fromY, x, y, false)
    })
  }
}
