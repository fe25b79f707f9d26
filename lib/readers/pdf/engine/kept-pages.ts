import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import type { Untold } from './check-streams.ts'
import { openPage, type UsedPage } from './page.ts'
import { type ShownPage, shownPage } from './shown-page.ts'

/**
 * The pages of an open file that were read and are left open, so that those of which places are drawn need not be parsed
 * again. Reading takes the marks off text, and with them whether its layer is shown: where there may be layers, they are.
 */
export const keptPages = (pdfium: Pdfium, document: Address, { layers, patterns }: Untold) => {
  const { call } = pdfium
  const kept = new Map<number, UsedPage<unknown>>()
  const opened: Address[] = []
  const known = new Map<number, ShownPage | null>()
  let objects = 0
  const show = (index: number): ShownPage | null => {
    const own = layers ? undefined : kept.get(index)
    if (own) return shownPage(pdfium, own, patterns)
    const page = openPage(pdfium, document, index)
    if (page === null) return null
    opened.push(page.page)
    return shownPage(pdfium, page, patterns)
  }
  return {
    /** Keeps a page open; false where there are many, and it is closed. */
    keep: (index: number, page: UsedPage<unknown>): boolean => {
      if (objects + page.objects > limits.pdf.keptObjects) {
        call.FPDF_ClosePage(page.page)
        return false
      }
      objects += page.objects
      kept.set(index, page)
      return true
    },
    /** Page `index`, from 0, to be drawn; null where there is none. */
    shown: (index: number): ShownPage | null => {
      const before = known.get(index)
      if (before !== undefined) return before
      const page = show(index)
      known.set(index, page)
      return page
    },
    close: (): void => {
      for (const { page } of kept.values()) call.FPDF_ClosePage(page)
      for (const page of opened) call.FPDF_ClosePage(page)
    },
  }
}
