import { limits } from '../../readers/limits.ts'
import { checkStreams } from '../../readers/pdf/engine/check-streams.ts'
import { pageObjects } from '../../readers/pdf/engine/containers.ts'
import { drawPage } from '../../readers/pdf/engine/draw.ts'
import { isCostly } from '../../readers/pdf/engine/drawing-cost.ts'
import { memoryOf } from '../../readers/pdf/engine/memory.ts'
import { openFile, tooMuch } from '../../readers/pdf/engine/open-file.ts'
import { openPage } from '../../readers/pdf/engine/page.ts'
import { damaged, tooComplex } from '../../readers/pdf/refusals.ts'
import type { Address } from '../../vendor/pdfium/functions.ts'
import { givePdfium, type Pdfium, takePdfium } from '../../vendor/pdfium/instance.ts'
import type { OpenPictures, PagePicture } from '../contract.ts'
import { greyOf } from './grey.ts'
import { resolutionOf } from './resolution.ts'
import { asPdf, isPicture } from './wrapped.ts'

/** Pixels to the inch that are enough to read; finer pictures are drawn with these. */
const enough = 200
const mostDrawn = 220
/** Coarser ones are drawn with these: nobody reads them, but a page has to be seen. */
const leastDrawn = 50

const pictureOf = (pdfium: Pdfium, document: Address, number: number): PagePicture | null => {
  const open = openPage(pdfium, document, number - 1)
  if (open === null) return null
  const { page, view } = open
  try {
    const memory = memoryOf(pdfium)
    const objects = pageObjects(pdfium, page)
    if (objects.count < 0 || isCostly(pdfium, memory, objects)) return null
    const { width, height } = view
    const dpi = resolutionOf(pdfium, memory, objects) ?? enough
    const drawn = dpi > mostDrawn ? enough : Math.max(dpi, leastDrawn)
    const scale = Math.min(drawn / 72, Math.sqrt(limits.pdf.pagePixels / (width * height)))
    const box = { left: 0, top: 0, right: width, bottom: height }
    const drawing = drawPage(pdfium, { page, size: view, box, scale })
    return drawing && { page: number, width, height, dpi, grey: greyOf(drawing) }
  } finally {
    pdfium.call.FPDF_ClosePage(page)
  }
}

/**
 * Opens the pages of a PDF, or the one of a JPEG or PNG, as grey pictures without red seals.
 * Throws Problem: `file-damaged`, `password-protected`, `too-complex`.
 */
export const openPictures = async (bytes: Uint8Array): Promise<OpenPictures> => {
  const file = asPdf(bytes)
  if (!isPicture(bytes)) checkStreams(file)
  const pdfium = await takePdfium()
  let isSound = true
  try {
    const { document, close } = openFile(pdfium, file)
    const count = pdfium.call.FPDF_GetPageCount(document)
    if (count > limits.pdf.pages)
      throw tooComplex(`超过 ${limits.pdf.pages} 页`, `it has more than ${limits.pdf.pages} pages`)
    return {
      count,
      picture: number => {
        if (!isSound || !Number.isInteger(number) || number < 1 || number > count) return null
        isSound = false
        try {
          const picture = pictureOf(pdfium, document, number)
          isSound = !pdfium.isStarved()
          return picture
        } catch {
          // The instance is forgotten, with its memory: what state it is in nobody knows.
          return null
        }
      },
      close: () => {
        if (!isSound) return
        isSound = false
        try {
          close()
          givePdfium(pdfium)
        } catch {
          // What was drawn is drawn.
        }
      },
    }
  } catch (error) {
    if ((error as Error).name === 'Problem') throw error
    throw pdfium.isStarved() ? tooMuch() : damaged({ cause: error })
  }
}
