import type { PagePlace } from '../../lib/model/picture.ts'
import { lendPage } from '../../lib/readers/pdf/engine/draw-alone.ts'
import { pngOf } from '../../lib/util/png.ts'

/** Around a cell, in points. */
const around = 6
/** Pixels to a point. */
const scale = 5

/** What is seen at a place of a scan, with a little around, as PNG; null where nothing is. */
export const cropOf = (pdf: Uint8Array, { page, box }: PagePlace): Promise<Uint8Array | null> =>
  lendPage(pdf, page, shown => {
    const [left, top, right, bottom] = box
    const place = shown?.within({
      ...{ left: left - around, top: top - around },
      ...{ right: right + around, bottom: bottom + around },
    })
    const drawing = place && shown?.draw(place, scale)
    return drawing ? pngOf(drawing) : null
  })
