import type { Address } from '../../../vendor/pdfium/functions.ts'
import { givePdfium, type Pdfium, takePdfium } from '../../../vendor/pdfium/instance.ts'
import { type Box, common } from '../geometry.ts'
import { pageObjects } from './containers.ts'
import { type Drawing, drawPage } from './draw.ts'
import { isCostly } from './drawing-cost.ts'
import { memoryOf } from './memory.ts'
import { openFile } from './open-file.ts'
import { loadPage, viewOf } from './page.ts'
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
  readonly draw: (box: Box, scale: number) => Drawing | null
  readonly close: () => void
}

const shownPage = (pdfium: Pdfium, document: Address, index: number): ShownPage | null => {
  const page = loadPage(pdfium, document, index)
  if (page === 0) return null
  const view = viewOf(pdfium, page)
  const all = { left: 0, top: 0, right: view.width, bottom: view.height }
  const costly = isCostly(pdfium, memoryOf(pdfium), pageObjects(pdfium, page))
  let undrawn: readonly Box[] | null = null
  return {
    within: box => common(box, all),
    costly,
    leavesOut: box => {
      undrawn ??= undrawnText(pdfium, page, view.toPage)
      return undrawn.some(text => common(text, box) !== null)
    },
    draw: (box, scale) => drawPage(pdfium, page, view, box, scale),
    close: () => pdfium.call.FPDF_ClosePage(page),
  }
}

/**
 * Opens a file once and lends its pages, by their number from 1; null for one that is not there. Throws where it does not
 * open, or where PDFium fails.
 */
export const withShownPages = async <T>(
  bytes: Uint8Array,
  use: (pageOf: (page: number) => ShownPage | null) => T,
): Promise<T> => {
  const pdfium = await takePdfium()
  const { document, close } = openFile(pdfium, bytes)
  const pages = new Map<number, ShownPage | null>()
  const used = use(number => {
    const known = pages.get(number)
    if (known !== undefined) return known
    const page = shownPage(pdfium, document, number - 1)
    pages.set(number, page)
    return page
  })
  for (const page of pages.values()) page?.close()
  close()
  if (!pdfium.isStarved()) givePdfium(pdfium)
  return used
}
