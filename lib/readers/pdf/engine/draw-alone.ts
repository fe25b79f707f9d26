import { givePdfium, takePdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { damaged } from '../refusals.ts'
import { checkStreams } from './check-streams.ts'
import { openFile, tooMuch } from './open-file.ts'
import { openPage } from './page.ts'
import { type ShownPage, shownPage } from './shown-page.ts'

/**
 * Lends one page of a file, by its number from 1, to be drawn without the others being read; null where it is not there.
 * Throws Problem: `file-damaged`, `password-protected`, `too-complex`.
 */
export const lendPage = async <T>(
  bytes: Uint8Array,
  number: number,
  use: (page: ShownPage | null) => T,
): Promise<T> => {
  const { patterns } = checkStreams(bytes)
  const pdfium = await takePdfium()
  const { call } = pdfium
  try {
    const { document, close } = openFile(pdfium, bytes)
    const count = call.FPDF_GetPageCount(document)
    const isThere = Number.isInteger(number) && number >= 1 && number <= Math.min(count, limits.pdf.pages)
    const page = isThere ? openPage(pdfium, document, number - 1) : null
    const used = use(page && shownPage(pdfium, page, patterns))
    if (page) call.FPDF_ClosePage(page.page)
    close()
    if (!pdfium.isStarved()) givePdfium(pdfium)
    return used
  } catch (error) {
    // The instance is forgotten, with its memory: what state it is in nobody knows.
    if ((error as Error).name === 'Problem') throw error
    throw pdfium.isStarved() ? tooMuch() : damaged({ cause: error })
  }
}
