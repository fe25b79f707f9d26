import { givePdfium, takePdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { damaged, locked, tooComplex } from '../refusals.ts'
import { isLost } from './blank-pages.ts'
import { checkStreams } from './check-streams.ts'
import { readPage } from './page.ts'
import type { PaintedPage } from './painted.ts'
import type { Purse } from './purse.ts'

/** PDFium's numbers for why a document does not open. */
const password = 4

const tooMuch = () => tooComplex('占用内存过多', 'it takes too much memory')

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
  const { call, memory } = pdfium
  try {
    const file = call.malloc(bytes.length)
    if (file === 0) throw tooMuch()
    new Uint8Array(memory.buffer).set(bytes, file)
    const document = call.FPDF_LoadMemDocument(file, bytes.length, 0)
    if (document === 0) throw call.FPDF_GetLastError() === password ? locked() : damaged()
    const count = call.FPDF_GetPageCount(document)
    if (count > limits.pdf.pages)
      throw tooComplex(`超过 ${limits.pdf.pages} 页`, `it has more than ${limits.pdf.pages} pages`)
    const spend = purse()
    const isBroken = (index: number): boolean =>
      isLost(bytes, call.EPDFDoc_GetPageObjectNumberByIndex(document, index))
    const pages = Array.from({ length: count }, (_, index) =>
      readPage(pdfium, document, index, { spend, untold, isBroken }, use),
    )
    call.FPDF_CloseDocument(document)
    call.free(file)
    givePdfium(pdfium)
    return pages
  } catch (error) {
    // The instance is forgotten, with its memory: what state it is in nobody knows.
    if ((error as Error).name === 'Problem') throw error
    throw pdfium.isStarved() ? tooMuch() : damaged({ cause: error })
  }
}
