import { limits } from '../../limits.ts'
import { boxOfPoints, isSquare, mostCorners, type Point, type Subpath, subpaths } from '../engine/outline.ts'
import type { PaintedPath } from '../engine/painted.ts'
import { areaOf, type Box, common, heightOf, widthOf } from '../geometry.ts'
import { type Canvas, thickest } from './canvas.ts'
import { isWhite, lightness } from './colour.ts'

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

/** Nothing is seen through what is filled. */
const isOpaque = ({ fill, fillAlpha, blended, clip }: PaintedPath): boolean =>
  fillAlpha === 1 && !blended && clip.square && fill.startsWith('#')

const cover = (
  canvas: Canvas,
  part: Subpath,
  box: Box,
  square: boolean,
  path: PaintedPath,
  alone: boolean,
): void => {
  const seen = common(box, path.clip.box)
  if (seen === null || (widthOf(seen) <= thickest && heightOf(seen) <= thickest)) return
  const { points } = part
  if (square && (widthOf(box) <= thickest || heightOf(box) <= thickest)) return
  if (square) {
    // Of several parts some may be holes in others.
    if (alone) canvas.cover(seen, isOpaque(path))
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

/** Strokes thinner than this are known by their course alone, in points. */
const thin = 0.8

const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  right: box.right + by,
  top: box.top - by,
  bottom: box.bottom + by,
})

/** A thin line along an axis is among the rulings, which are looked at for themselves; a pale one is not. */
const isRuling = (box: Box, colour: string): boolean =>
  Math.min(widthOf(box), heightOf(box)) <= thickest && !isWhite(colour)

/** A stroke longer across than this says that a cell has nothing to say, or runs through it; a shorter one may be a digit. */
const longest = 6
/** A taller one is a ruling that is a little askew. */
const tallest = 30
/** Straighter than this is along an axis. */
const aslant = 0.7

/** Whether something is drawn that is no line along an axis, no rectangle and no line through a cell from side to side. */
const isSketch = (part: Subpath, filled: boolean, stroked: boolean): boolean => {
  const { points, straight } = part
  const box = boxOfPoints(points)
  if (
    filled &&
    !isSquare(part, box, Math.min(widthOf(box), heightOf(box)) <= thickest ? thickest + 0.5 : 0.5)
  )
    return true
  if (!stroked) return false
  if (!straight) return true
  if (points.length === 2)
    return Math.min(widthOf(box), heightOf(box)) > aslant && widthOf(box) < longest && heightOf(box) < tallest
  return !isSquare(part, box, aslant)
}

/** Paints a path: straight strokes along an axis are lines, filled rectangles are lines or areas. */
export const paintPath = (canvas: Canvas, path: PaintedPath): void => {
  const { toPage, steps, fill, stroke } = path
  if (steps.length > limits.pdf.pathNumbers) return
  const filled = path.filled && path.fillAlpha > 0
  const stroked = path.stroked && path.strokeAlpha > 0
  const scale = Math.sqrt(Math.abs(toPage[0] * toPage[3] - toPage[1] * toPage[2]))
  const all = subpaths(steps, toPage)
  const lettering = stroked && isLettering(all)
  const width = path.lineWidth * scale
  /** Lets a shape bear upon characters; `tone`: it is an area, upon which characters of another colour are seen. */
  const bear = (box: Box, tone: number | null, after = canvas.glyphs.length): void => {
    const seen = common(box, path.clip.box)
    if (seen) canvas.things.add({ operator: path.operator, box: seen, after, tone })
  }
  const sketch = (box: Box): void => {
    const seen = common(grown(box, width / 2), path.clip.box)
    if (seen) canvas.sketches.push({ operator: path.operator, box: seen })
  }
  for (const part of all) {
    const { points, closed } = part
    if (isSketch(part, filled, stroked)) sketch(boxOfPoints(points))
    if (filled) {
      const box = boxOfPoints(points)
      if (!isRuling(box, fill)) bear(box, lightness(fill, path.fillAlpha))
      // Browsers cut the ends of a border aslant where two of them meet.
      const thickness = Math.min(box.right - box.left, box.bottom - box.top)
      const square = isSquare(part, box, thickness <= thickest ? thickness + 0.5 : 0.5)
      if (square) canvas.area(box, fill)
      if (canvas.glyphs.length > 0) cover(canvas, part, box, square, path, all.length === 1)
    }
    if (lettering) {
      const box = grown(boxOfPoints(points), width / 2)
      canvas.letterings.add({ operator: path.operator, box, after: Number.POSITIVE_INFINITY, tone: null })
    }
    if (!stroked || lettering) continue
    const pale = isWhite(stroke)
    const ends = closed ? [...points.slice(1), points[0]!] : points.slice(1)
    ends.forEach(([x, y], index) => {
      const [fromX, fromY] = points[index]!
      const piece = boxOfPoints([points[index]!, [x, y]])
      if ((width > thin || pale) && !(part.straight && isRuling(grown(piece, width / 2), stroke))) {
        bear(grown(piece, width / 2), pale ? 1 : null, pale ? canvas.glyphs.length : Number.POSITIVE_INFINITY)
      }
      if (part.straight) canvas.line(fromX, fromY, x, y, width, stroke)
      else canvas.slant(fromX, fromY, x, y, false)
    })
  }
}
