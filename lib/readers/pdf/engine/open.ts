import { givePdfium, takePdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { damaged, tooComplex } from '../refusals.ts'
import { isLost } from './blank-pages.ts'
import { checkStreams } from './check-streams.ts'
import { openFile, tooMuch } from './open-file.ts'
import { readPage } from './page.ts'
import type { PaintedPage } from './painted.ts'
import type { Purse } from './purse.ts'

/** Counts what a file costs. */
const purse = (): Purse => {
  let operators = 0
  let glyphs = 0
  let pixels = 0
  return {
    objects: count => {
      operators += count
      if (count > limits.pdf.pageOperators || operators > limits.pdf.operators)
        throw tooComplex('绘图指令过多', 'it has too many drawing operators')
    },
    characters: count => {
      glyphs += count
      if (glyphs > limits.pdf.glyphs)
        throw tooComplex(
          `文字超过 ${limits.pdf.glyphs} 个`,
          `it has more than ${limits.pdf.glyphs} characters`,
        )
    },
    pixels: count => {
      if (pixels + count > limits.pdf.filePixels) return false
      pixels += count
      return true
    },
  }
}

/**
 * Reads each page of a PDF by `use`; null for a page that cannot be read at all.
 * Throws Problem: `file-damaged`, `password-protected`, `too-complex`.
 */
export const readPages = async <T>(
  bytes: Uint8Array,
  use: (page: PaintedPage) => T,
): Promise<readonly (T | null)[]> => {
  const untold = checkStreams(bytes)
  const pdfium = await takePdfium()
  const { call } = pdfium
  try {
    const { document, close } = openFile(pdfium, bytes)
    const count = call.FPDF_GetPageCount(document)
    if (count > limits.pdf.pages)
      throw tooComplex(`超过 ${limits.pdf.pages} 页`, `it has more than ${limits.pdf.pages} pages`)
    const spend = purse()
    const isBroken = (index: number): boolean =>
      isLost(bytes, call.EPDFDoc_GetPageObjectNumberByIndex(document, index))
    const pages = Array.from({ length: count }, (_, index) =>
      readPage(pdfium, document, index, { spend, untold, isBroken }, use),
    )
    close()
    givePdfium(pdfium)
    return pages
  } catch (error) {
    // The instance is forgotten, with its memory: what state it is in nobody knows.
    if ((error as Error).name === 'Problem') throw error
    throw pdfium.isStarved() ? tooMuch() : damaged({ cause: error })
  }
}
