import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { type Box, boxAround, identity, type Matrix, multiply, overlap } from '../geometry.ts'
import { formObjects, kinds, type Objects } from './containers.ts'
import type { Memory } from './memory.ts'

/** A text object and the box around it in the page's own space. */
export interface TextObject {
  readonly object: Address
  readonly box: Box
}

/** Every text object of a page, those in forms too, in the order of painting. */
export const textObjects = (
  pdfium: Pdfium,
  memory: Memory,
  objects: Objects,
  toPage: Matrix = identity,
  depth = 0,
): TextObject[] => {
  const { call, scratch } = pdfium
  const found: TextObject[] = []
  for (let index = 0; index < objects.count; index++) {
    const object = objects.at(index)
    const kind = call.FPDFPageObj_GetType(object)
    if (kind === kinds.form && depth < limits.pdf.formDepth) {
      call.FPDFPageObj_GetMatrix(object, scratch)
      const inner = multiply(toPage, memory.matrix())
      for (const text of textObjects(pdfium, memory, formObjects(pdfium, object), inner, depth + 1))
        found.push(text)
    }
    if (kind !== kinds.text) continue
    call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)
    const box = boxAround(toPage, memory.float(0), memory.float(1), memory.float(2), memory.float(3))
    found.push({ object, box })
  }
  return found
}

/**
 * Takes the marks off text. PDFium would give the replacement that a mark tells (`ActualText`, ISO 32000-1, 14.9.4) in
 * place of what is printed: what a person sees counts.
 */
export const unmark = ({ call }: Pdfium, texts: readonly TextObject[]): void => {
  for (const { object } of texts)
    for (let mark = call.FPDFPageObj_CountMarks(object) - 1; mark >= 0; mark--)
      call.FPDFPageObj_RemoveMark(object, call.FPDFPageObj_GetMark(object, mark))
}

/** Texts that share more than this in both directions may be one over the other, in points. */
const shared = 1.5
const bandHeight = 24
const mostBands = 60
/** Text with a shadow has two or three. */
const mostLayers = 50
/** Texts of one band that a text is compared with: the last that were painted. */
const mostCompared = 200

/** What lies beyond the last band of either side is taken for a part of it. */
const bandAt = (y: number): number => Math.max(-mostBands, Math.min(mostBands, Math.floor(y / bandHeight)))

/**
 * Texts in groups within which none lies over another: PDFium leaves out what it takes for a double of what it has, and
 * a number typed over one that was covered may begin with the same digits.
 */
export const layered = (texts: readonly TextObject[]): TextObject[][] => {
  const layers: TextObject[][] = []
  const bands = new Map<number, { box: Box; layer: number }[]>()
  for (const text of texts) {
    const { box } = text
    const [first, last] = [bandAt(box.top), bandAt(box.bottom)]
    let layer = 0
    for (let band = first; band <= last; band++) {
      const there = bands.get(band) ?? []
      for (let at = Math.max(0, there.length - mostCompared); at < there.length; at++) {
        const other = there[at]!
        if (
          other.layer >= layer &&
          overlap(box.left, box.right, other.box.left, other.box.right) > shared &&
          overlap(box.top, box.bottom, other.box.top, other.box.bottom) > shared
        )
          layer = Math.min(other.layer + 1, mostLayers - 1)
      }
    }
    for (let band = first; band <= last; band++) {
      const there = bands.get(band)
      if (there) there.push({ box, layer })
      else bands.set(band, [{ box, layer }])
    }
    const group = layers[layer]
    if (group) group.push(text)
    else layers.push([text])
  }
  return layers
}
