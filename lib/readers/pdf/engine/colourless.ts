import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { formObjects, kinds, type Objects } from './containers.ts'
import { fonts } from './fonts.ts'
import type { Memory } from './memory.ts'

/**
 * Whether a page paints nothing but text and paths in black, white and greys: pictures, shadings and glyphs that are
 * drawings of their own (Type 3) may have colours. Patterns are told from white by nobody here: whoever asks knows of none.
 */
export const isColourless = (pdfium: Pdfium, memory: Memory, objects: Objects): boolean => {
  const { call, scratch } = pdfium
  const fontOf = fonts(pdfium, memory)
  const isGrey = (object: Address, get: typeof call.FPDFPageObj_GetFillColor): boolean =>
    get(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 1 ||
    (memory.unsigned(0) === memory.unsigned(1) && memory.unsigned(1) === memory.unsigned(2))
  const isPlain = (object: Address): boolean =>
    isGrey(object, call.FPDFPageObj_GetFillColor) && isGrey(object, call.FPDFPageObj_GetStrokeColor)
  const areAll = ({ count, at }: Objects, depth: number): boolean => {
    if (depth > limits.pdf.formDepth) return false
    for (let index = 0; index < count; index++) {
      const object = at(index)
      const kind = call.FPDFPageObj_GetType(object)
      const is =
        kind === kinds.form
          ? areAll(formObjects(pdfium, object), depth + 1)
          : kind === kinds.text
            ? isPlain(object) && !fontOf(call.FPDFTextObj_GetFont(object)).drawn
            : kind === kinds.path && isPlain(object)
      if (!is) return false
    }
    return true
  }
  return areAll(objects, 0)
}
