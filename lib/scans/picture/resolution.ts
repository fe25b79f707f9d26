import { limits } from '../../readers/limits.ts'
import { formObjects, kinds, type Objects } from '../../readers/pdf/engine/containers.ts'
import type { Memory } from '../../readers/pdf/engine/memory.ts'
import { identity, type Matrix, multiply } from '../../readers/pdf/geometry.ts'
import type { Pdfium } from '../../vendor/pdfium/instance.ts'

interface Image {
  /** Pixels to the inch, where they are fewest. */
  readonly dpi: number
  /** On the page, in square points. */
  readonly area: number
}

const imagesOf = (
  pdfium: Pdfium,
  memory: Memory,
  objects: Objects,
  toPage: Matrix,
  depth: number,
): Image[] => {
  const { call, scratch } = pdfium
  const images: Image[] = []
  for (let index = 0; index < objects.count; index++) {
    const object = objects.at(index)
    const kind = call.FPDFPageObj_GetType(object)
    if (kind !== kinds.image && kind !== kinds.form) continue
    call.FPDFPageObj_GetMatrix(object, scratch)
    const matrix = multiply(toPage, memory.matrix())
    if (kind === kinds.form) {
      if (depth < limits.pdf.formDepth)
        images.push(...imagesOf(pdfium, memory, formObjects(pdfium, object), matrix, depth + 1))
      continue
    }
    if (call.FPDFImageObj_GetImagePixelSize(object, scratch, scratch + 4) !== 1) continue
    const [width, height] = [memory.unsigned(0), memory.unsigned(1)]
    const [a, b, c, d] = matrix
    const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)]
    if (across > 0 && down > 0)
      images.push({ dpi: 72 * Math.min(width / across, height / down), area: across * down })
  }
  return images
}

/**
 * Pixels to the inch of the pictures of a page; null where it has none. A page in strips has that of its strips; of one
 * taken apart into paper and ink, as copiers do, the finer counts, and a small picture beside the page does not.
 */
export const resolutionOf = (pdfium: Pdfium, memory: Memory, objects: Objects): number | null => {
  const images = imagesOf(pdfium, memory, objects, identity, 0).sort((a, b) => b.dpi - a.dpi)
  const half = images.reduce((sum, { area }) => sum + area, 0) / 2
  let covered = 0
  for (const { dpi, area } of images) {
    covered += area
    if (covered >= half) return dpi
  }
  return null
}
