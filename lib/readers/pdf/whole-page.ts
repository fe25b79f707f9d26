import type { DrawnPage, PagePlace, WantedPage } from '../../model/picture.ts'
import { pngOf } from '../../util/png.ts'
import { limits } from '../limits.ts'
import type { Drawing, GreyDrawing } from './engine/draw.ts'
import { lendPage } from './engine/draw-alone.ts'
import { areaOf } from './geometry.ts'

/** Pages larger than any paper, in points: what is beyond is not shown. */
const longest = 5_000
/** So far around what is painted over, in points. */
const margin = 1
/** A grey that is no ink and no paper. */
const cover = 0x77

const paintOver = (
  drawing: Drawing | GreyDrawing,
  [left, top, right, bottom]: PagePlace['box'],
  scale: number,
) => {
  const { width, height } = drawing
  const [from, to] = [left - margin, right + margin].map(at =>
    Math.min(width, Math.max(0, Math.round(at * scale))),
  ) as [number, number]
  const first = Math.max(0, Math.floor((top - margin) * scale))
  const last = Math.min(height, Math.ceil((bottom + margin) * scale))
  for (let y = first; y < last; y++) {
    if ('greys' in drawing) drawing.greys.fill(cover, y * drawing.stride + from, y * drawing.stride + to)
    else drawing.pixels.fill(cover, (y * width + from) * 4, (y * width + to) * 4)
  }
}

/** Draws a page of a PDF as people see it, what is hidden painted over. Throws Problem where the file does not open. */
export const drawWholePage = (
  bytes: Uint8Array,
  { page: number, scale: wanted, hidden }: WantedPage,
): Promise<DrawnPage> =>
  lendPage(bytes, number, (page): DrawnPage => {
    const box = page?.within({ left: 0, top: 0, right: longest, bottom: longest })
    if (!page || !box || !Number.isFinite(wanted) || wanted <= 0) return { without: 'failed' }
    if (page.costly) return { without: 'bounds' }
    const scale = Math.min(wanted, Math.sqrt(limits.pdf.pictures.pixels / areaOf(box)))
    const drawing = page.draw(box, scale)
    if (!drawing) return { without: 'failed' }
    for (const place of hidden) paintOver(drawing, place, scale)
    return { png: pngOf(drawing) }
  })
