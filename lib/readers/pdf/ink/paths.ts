import type { Matrix } from '../geometry.ts'
import { limits } from '../limits.ts'
import { type Canvas, thickest } from './canvas.ts'

/** How pdf.js packs a path: each of these followed by its coordinates. */
const moveTo = 0
const lineTo = 1
const curveTo = 2
const quadraticCurveTo = 3
const closePath = 4

/** A part of a path in points of the page; `straight` has no curve. */
interface Subpath {
  readonly points: [number, number][]
  straight: boolean
  closed: boolean
}

const subpaths = (packed: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Subpath[] => {
  const all: Subpath[] = []
  let current: Subpath | undefined
  const at = (index: number): [number, number] => {
    const x = packed[index]!
    const y = packed[index + 1]!
    return [a * x + c * y + e, b * x + d * y + f]
  }
  const begin = (point: [number, number]): Subpath => {
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
    else {
      current.points.push(point)
      if (operator !== lineTo) current.straight = false
    }
    index += coordinates
  }
  return all.filter(({ points }) => points.length > 1)
}

export interface Paint {
  readonly stroke: string | null
  readonly fill: string | null
  readonly lineWidth: number
}

/** Rectangles have four or five corners; an area of more is a letter or a drawing. */
const mostCorners = 5

/** Paints a path: straight strokes along an axis are lines, filled rectangles are lines or areas. */
export const paintPath = (canvas: Canvas, packed: ArrayLike<number>, toPage: Matrix, paint: Paint): void => {
  if (packed.length > limits.pathNumbers) return
  const scale = Math.sqrt(Math.abs(toPage[0] * toPage[3] - toPage[1] * toPage[2]))
  for (const { points, straight, closed } of subpaths(packed, toPage)) {
    if (paint.fill !== null && straight && points.length <= mostCorners) {
      const xs = points.map(([x]) => x)
      const ys = points.map(([, y]) => y)
      const box = {
        left: Math.min(...xs),
        top: Math.min(...ys),
        right: Math.max(...xs),
        bottom: Math.max(...ys),
      }
      // Browsers cut the ends of a border aslant where two of them meet.
      const thickness = Math.min(box.right - box.left, box.bottom - box.top)
      const aslant = thickness <= thickest ? thickness + 0.5 : 0.5
      const square = points.every(
        ([x, y]) =>
          Math.min(x - box.left, box.right - x) < aslant && Math.min(y - box.top, box.bottom - y) < aslant,
      )
      if (square) canvas.area(box, paint.fill)
    }
    if (paint.stroke === null || !straight) continue
    const ends = closed ? [...points.slice(1), points[0]!] : points.slice(1)
    ends.forEach(([x, y], index) => {
      const [fromX, fromY] = points[index]!
      canvas.line(fromX, fromY, x, y, paint.lineWidth * scale, paint.stroke!)
    })
  }
}
