import type { PaintedPage, PaintedPatch, PaintedPicture } from '../engine/painted.ts'
import { areaOf, type Box, common } from '../geometry.ts'
import { blankCanvas, type Canvas } from './canvas.ts'
import { marksOf } from './marks.ts'
import type { Glyph, Ink } from './model.ts'
import { isOnPicture } from './on-picture.ts'
import { paintPath } from './paint-path.ts'
import { paintText } from './paint-text.ts'
import { seenGlyphs } from './seen.ts'
import { meets, reachOfInk } from './things.ts'

/** Pictures cover more than this, in square points: a decimal point does. */
const leastPicture = 0.3

/** A picture larger than this part of the page lies below its text, or is a watermark over all of it. */
const largestPatch = 0.3

const placePicture = (
  canvas: Canvas,
  { kind, operator, box, clip }: PaintedPicture | PaintedPatch,
  page: PaintedPage,
): void => {
  if (areaOf(box) <= leastPicture) return
  if (kind === 'picture') canvas.picture(box)
  const seen = common(box, clip.box)
  if (!seen) return
  canvas.things.add({ operator, box: seen, after: canvas.glyphs.length, tone: null })
  canvas.sketches.push({ operator, box: seen })
  if (areaOf(seen) < largestPatch * page.width * page.height) canvas.cover(seen, false)
}

/** Marks characters that something stands upon which cannot be drawn. */
const below =
  (undrawn: readonly Box[]) =>
  (glyph: Glyph): Glyph =>
    undrawn.some(box => meets(box, reachOfInk(glyph.box))) ? { ...glyph, overdrawn: true } : glyph

/** Tells what is seen on a page. */
export const inkOf = (page: PaintedPage): Ink => {
  const canvas = blankCanvas()
  for (const painted of page.painted) {
    if (painted.kind === 'text') paintText(canvas, painted)
    else if (painted.kind === 'path') paintPath(canvas, painted)
    else placePicture(canvas, painted, page)
  }
  const { rulings, pictures, unseen, askew, unreadable } = canvas
  const seen = seenGlyphs(page, canvas)
  const onPicture = isOnPicture(page, canvas, seen)
  return {
    page: page.number,
    width: page.width,
    height: page.height,
    glyphs: onPicture ? [...canvas.invisible, ...canvas.glyphs] : seen.glyphs.map(below(page.undrawn)),
    rulings,
    pictures,
    unseen: onPicture ? [] : [...unseen, ...seen.hidden],
    marks: onPicture ? [] : [...marksOf(page, canvas), ...page.undrawn.map(box => ({ box, whole: box }))],
    onPicture,
    askew,
    unreadable,
    overdrawn: canvas.overdrawn(),
    broken: page.broken,
  }
}
