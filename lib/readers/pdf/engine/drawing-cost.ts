import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { formObjects, kinds, type Objects } from './containers.ts'
import type { Memory } from './memory.ts'

/** Whether drawing a page, or a part of it, takes longer than a picture is worth. */
export const isCostly = ({ call, scratch }: Pdfium, memory: Memory, objects: Objects): boolean => {
  let pieces = 0
  let imagePixels = 0
  const { objects: mostPieces, imagePixels: mostPixels } = limits.pdf.pictures
  const isBeyond = ({ count, at }: Objects, depth: number): boolean => {
    pieces += count
    if (pieces > mostPieces || depth > limits.pdf.formDepth) return true
    for (let index = 0; index < count; index++) {
      const object = at(index)
      const kind = call.FPDFPageObj_GetType(object)
      if (kind === kinds.image && call.FPDFImageObj_GetImagePixelSize(object, scratch, scratch + 4) === 1)
        imagePixels += memory.unsigned(0) * memory.unsigned(1)
      if (imagePixels > mostPixels) return true
      if (kind === kinds.form && isBeyond(formObjects({ call }, object), depth + 1)) return true
    }
    return false
  }
  return isBeyond(objects, 0)
}
