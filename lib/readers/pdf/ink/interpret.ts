import type { PaintedPage, PaintedPicture } from '../engine/painted.ts'
import { areaOf, common } from '../geometry.ts'
import { blankCanvas, type Canvas } from './canvas.ts'
import { uncovered } from './cover.ts'
import type { Ink } from './model.ts'
import { paintPath } from './paint-path.ts'
import { paintText } from './paint-text.ts'

/** Pictures cover more than this; less is the unit square of a coordinate system. */
const leastPicture = 2

/** A picture larger than this part of the page lies below its text, or is a watermark over all of it. */
const largestPatch = 0.3

const placePicture = (canvas: Canvas, { box, clip }: PaintedPicture, page: PaintedPage): void => {
  if (areaOf(box) <= leastPicture) return
  canvas.picture(box)
  const seen = common(box, clip.box)
  if (seen && areaOf(seen) < largestPatch * page.width * page.height) canvas.cover(seen, false)
}

/** Tells what is seen on a page, without drawing it. */
export const inkOf = (page: PaintedPage): Ink => {
  const canvas = blankCanvas()
  for (const painted of page.painted) {
    if (painted.kind === 'text') paintText(canvas, painted)
    else if (painted.kind === 'path') paintPath(canvas, painted)
    else placePicture(canvas, painted, page)
  }
  const { rulings, pictures, unseen, askew, unreadable } = canvas
  const { glyphs, hidden } = uncovered(canvas.glyphs, canvas.covers, canvas.strokes)
  return {
    page: page.number,
    width: page.width,
    height: page.height,
    glyphs,
    rulings,
    pictures,
    unseen: [...unseen, ...hidden],
    askew,
    unreadable,
    overdrawn: canvas.overdrawn(),
    broken: page.broken,
  }
}
