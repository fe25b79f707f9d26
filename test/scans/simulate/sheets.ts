import { openPages } from '../../../lib/readers/pdf/engine/open.ts'
import type { Plate } from './plate.ts'

/** A printed page before anything happened to it; its size in points. */
export interface Sheet {
  readonly width: number
  readonly height: number
  /** Pixels to the inch of the plate. */
  readonly dpi: number
  readonly plate: Plate
}

const everywhere = { left: 0, top: 0, right: 5_000, bottom: 5_000 }

/** Draws the pages of a PDF, one after the other, as a printer would, in greys. Throws where one cannot be drawn. */
export const sheetsOf = async (pdf: Uint8Array, dpi: number): Promise<readonly Sheet[]> => {
  const file = await openPages(pdf, () => true)
  try {
    const sheets: Sheet[] = []
    file.draw(pageOf => {
      for (let number = 1; number <= file.pages.length; number++) {
        const page = pageOf(number)
        const box = page?.within(everywhere)
        const drawing = box && page?.draw(box, dpi / 72)
        if (!box || !drawing) throw new Error(`page ${number} cannot be drawn`)
        const { width, height } = drawing
        const grey = new Float32Array(width * height)
        for (let y = 0, at = 0; y < height; y++)
          for (let x = 0; x < width; x++, at++) {
            const pixel = (y * width + x) * 4
            grey[at] =
              'greys' in drawing
                ? drawing.greys[y * drawing.stride + x]!
                : 0.114 * drawing.pixels[pixel]! +
                  0.587 * drawing.pixels[pixel + 1]! +
                  0.299 * drawing.pixels[pixel + 2]!
          }
        sheets.push({
          width: box.right - box.left,
          height: box.bottom - box.top,
          dpi,
          plate: { width, height, planes: [grey] },
        })
      }
    })
    return sheets
  } finally {
    file.close()
  }
}
