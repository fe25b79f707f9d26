import type { PaintedPage } from '../engine/painted.ts'
import { type Box, boxOfAll, common } from '../geometry.ts'
import type { Canvas } from './canvas.ts'
import { isInk, pixelsIn, type Shot } from './compare.ts'
import type { Mark } from './model.ts'

/** Pixels to a point: strokes of a pen are seen. */
const scale = 2
/** What is drawn is told in squares of so many points. */
const square = 1.5
/** Pixels of a square that ink has at least. */
const fewest = 2

/** Squares of a drawing with ink in them, those beside each other together, line by line. */
const inked = (shot: Shot, frame: Box): Box[][] => {
  const lines: Box[][] = []
  for (let top = frame.top; top < frame.bottom; top += square) {
    const line: Box[] = []
    let from: number | null = null
    for (let left = frame.left; left < frame.right + square; left += square) {
      const box = { left, top, right: left + square, bottom: top + square }
      const pixels = pixelsIn(shot, box).flat()
      const ink = pixels.filter(at => isInk(shot.drawing, at)).length >= fewest
      if (ink) from ??= left
      else if (from !== null) {
        line.push({ left: from, top, right: left, bottom: top + square })
        from = null
      }
    }
    lines.push(line)
  }
  return lines
}

/** Pieces of lines below each other hang together where they touch. */
const joined = (lines: readonly (readonly Box[])[]): Mark[] => {
  const groups: { pieces: Box[] }[] = []
  let above: { box: Box; group: { pieces: Box[] } }[] = []
  for (const line of lines) {
    above = line.map(box => {
      const near = above.filter(other => other.box.left <= box.right && box.left <= other.box.right)
      const group = near[0]?.group ?? { pieces: [] }
      if (near.length === 0) groups.push(group)
      for (const other of near)
        if (other.group !== group) {
          const gone = other.group
          for (const piece of gone.pieces) group.pieces.push(piece)
          gone.pieces = []
          for (const each of above) if (each.group === gone) each.group = group
        }
      group.pieces.push(box)
      return { box, group }
    })
  }
  return groups.flatMap(({ pieces }) => {
    const whole = boxOfAll(pieces)
    return pieces.map(box => ({ box, whole }))
  })
}

/** Where the rulings of a page are: what is drawn elsewhere stands in no cell. */
const ruledArea = ({ rulings }: Canvas): Box =>
  boxOfAll(
    rulings.map(({ across, at, from, to }) =>
      across
        ? { left: from, right: to, top: at, bottom: at }
        : { left: at, right: at, top: from, bottom: to },
    ),
  )

/** Tables may have no rulings, or across alone: then it cannot be told from these where cells are. */
const hasCells = ({ rulings }: Canvas): boolean =>
  rulings.some(({ across }) => across) && rulings.some(({ across }) => !across)

/**
 * Where something is drawn among the rulings of a page that is neither text nor ruling nor ground; by boxes, if it
 * cannot be drawn.
 */
export const marksOf = (page: PaintedPage, canvas: Canvas): readonly Mark[] => {
  if (canvas.glyphs.length === 0 || canvas.sketches.length === 0) return []
  const sheet = { left: 0, top: 0, right: page.width, bottom: page.height }
  const area = hasCells(canvas) ? common(ruledArea(canvas), sheet) : sheet
  const among = canvas.sketches.flatMap(({ operator, box }) => {
    const shared = area && common(box, area)
    return shared ? [{ operator, box: shared }] : []
  })
  if (among.length === 0) return []
  const frame = boxOfAll(among.map(({ box }) => box))
  const drawing = page.draw(frame, scale, [...new Set(among.map(({ operator }) => operator))])
  if (drawing === null) return among.map(({ box }) => ({ box, whole: box }))
  const [left, top] = [Math.round(frame.left * scale) / scale, Math.round(frame.top * scale) / scale]
  return joined(inked({ drawing, left, top, scale }, frame))
}
