import type { PaintedPage } from '../engine/painted.ts'
import { areaOf, common } from '../geometry.ts'
import type { Canvas } from './canvas.ts'
import type { Glyph } from './model.ts'
import type { Seen } from './seen.ts'

/** Pictures take up more than this part of a scanned page, be it in strips. */
const mostOfPage = 0.5
/** For one character that is seen, as the number or a stamp put on later, so many are not. */
const unseenForOne = 3
const fewCharacters = 8

const count = (glyphs: readonly Glyph[]): number => glyphs.filter(({ text }) => text.trim() !== '').length

/** Whether what of a page can be read is text that lies invisibly upon a picture of it, or below. */
export const isOnPicture = (page: PaintedPage, canvas: Canvas, seen: Seen): boolean => {
  const paper = { left: 0, top: 0, right: page.width, bottom: page.height }
  const pictured = canvas.pictures.reduce((sum, box) => {
    const shown = common(box, paper)
    return shown ? sum + areaOf(shown) : sum
  }, 0)
  if (pictured < mostOfPage * areaOf(paper)) return false
  const clear = count(seen.glyphs.filter(({ overdrawn }) => !overdrawn))
  const unseen = count(canvas.invisible) + count(canvas.glyphs) - clear
  return unseen > Math.max(fewCharacters, unseenForOne * clear)
}
