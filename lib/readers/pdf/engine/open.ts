import { givePdfium, takePdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { damaged, tooComplex } from '../refusals.ts'
import { isLost } from './blank-pages.ts'
import { checkStreams } from './check-streams.ts'
import { fonts } from './fonts.ts'
import { keptPages } from './kept-pages.ts'
import { memoryOf } from './memory.ts'
import { openFile, tooMuch } from './open-file.ts'
import { readPage } from './page.ts'
import type { PaintedPage } from './painted.ts'
import type { Purse } from './purse.ts'
import type { ShownPage } from './shown-page.ts'

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

/** A file whose pages were read. It is open until it is closed, to have them drawn. */
export interface OpenFile<T> {
  /** What came of each page; null for one that cannot be read at all. */
  readonly pages: readonly (T | null)[]
  /** Lends its pages to be drawn, by their number from 1; null for one that is not there. Throws where PDFium fails. */
  readonly draw: (use: (pageOf: (number: number) => ShownPage | null) => void) => void
  /** Gives back what is held. Of a file that is not closed it goes with the file. */
  readonly close: () => void
}

/**
 * Opens a PDF and reads each of its pages by `use`.
 * Throws Problem: `file-damaged`, `password-protected`, `too-complex`.
 */
export const openPages = async <T>(
  bytes: Uint8Array,
  use: (page: PaintedPage) => T,
): Promise<OpenFile<T>> => {
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
    const kept = keptPages(pdfium, document, untold)
    let fontOf = fonts(pdfium, memoryOf(pdfium))
    const pages = Array.from({ length: count }, (_, index) => {
      const page = readPage(pdfium, document, index, { fontOf, spend, untold, isBroken }, use)
      if (page === null) return null
      if (!kept.keep(index, page)) fontOf = fonts(pdfium, memoryOf(pdfium))
      return page.used
    })
    let isSound = true
    return {
      pages,
      draw: lend => {
        isSound = false
        lend(number => kept.shown(number - 1))
        isSound = true
      },
      close: () => {
        // An instance that failed is forgotten here too.
        if (!isSound || pdfium.isStarved()) return
        try {
          kept.close()
          close()
          givePdfium(pdfium)
        } catch {
          // And so is one that fails now: what was read of it is read.
        }
      },
    }
  } catch (error) {
    // The instance is forgotten, with its memory: what state it is in nobody knows.
    if ((error as Error).name === 'Problem') throw error
    throw pdfium.isStarved() ? tooMuch() : damaged({ cause: error })
  }
}
