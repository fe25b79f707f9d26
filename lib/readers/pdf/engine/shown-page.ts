import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { type Box, common } from '../geometry.ts'
import { isColourless } from './colourless.ts'
import { pageObjects } from './containers.ts'
import { type Drawing, drawGreyPage, drawPage, type GreyDrawing } from './draw.ts'
import { isCostly } from './drawing-cost.ts'
import { memoryOf } from './memory.ts'
import type { OpenPage } from './page.ts'
import { undrawnText } from './undrawn.ts'

/** A page that is drawn for people: with what annotations and filled forms show, turned and cut as it is shown. */
export interface ShownPage {
  /** The part of a box that is on the page; null where nothing of it is. */
  readonly within: (box: Box) => Box | null
  /** Drawing it takes too long. */
  readonly costly: boolean
  /** Whether text is left out of a drawing of this place. */
  readonly leavesOut: (box: Box) => boolean
  /** Pixels of a place, so many to a point; null where it cannot be drawn. */
  readonly draw: (box: Box, scale: number) => Drawing | GreyDrawing | null
}

/** `patterns`: the file may have some. */
export const shownPage = (pdfium: Pdfium, { page, view, whole }: OpenPage, patterns: boolean): ShownPage => {
  whole()
  const all = { left: 0, top: 0, right: view.width, bottom: view.height }
  const memory = memoryOf(pdfium)
  const objects = pageObjects(pdfium, page)
  const costly = isCostly(pdfium, memory, objects)
  const draw = !costly && !patterns && isColourless(pdfium, memory, objects) ? drawGreyPage : drawPage
  let undrawn: readonly Box[] | null = null
  return {
    within: box => common(box, all),
    costly,
    leavesOut: box => {
      undrawn ??= undrawnText(pdfium, page, view.toPage)
      return undrawn.some(text => common(text, box) !== null)
    },
    draw: (box, scale) => draw(pdfium, { page, size: view, box, scale }),
  }
}
