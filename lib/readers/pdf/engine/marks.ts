import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'

const textKind = 1
const formKind = 5

/** The objects of a page or of a form within it. */
export interface Objects {
  readonly count: number
  readonly at: (index: number) => Address
}

export const pageObjects = ({ call }: Pdfium, page: Address): Objects => ({
  count: call.FPDFPage_CountObjects(page),
  at: index => call.FPDFPage_GetObject(page, index),
})

export const formObjects = ({ call }: Pdfium, form: Address): Objects => ({
  count: call.FPDFFormObj_CountObjects(form),
  at: index => call.FPDFFormObj_GetObject(form, index),
})

/**
 * Takes the marks off all text. PDFium would give the replacement that a mark tells (`ActualText`, ISO 32000-1, 14.9.4)
 * in place of what is printed: what a person sees counts.
 */
export const unmark = (pdfium: Pdfium, { count, at }: Objects, depth = 0): void => {
  const { call } = pdfium
  for (let index = 0; index < count; index++) {
    const object = at(index)
    const kind = call.FPDFPageObj_GetType(object)
    if (kind === formKind && depth < limits.pdf.formDepth) unmark(pdfium, formObjects(pdfium, object), depth + 1)
    if (kind !== textKind) continue
    for (let mark = call.FPDFPageObj_CountMarks(object) - 1; mark >= 0; mark--)
      call.FPDFPageObj_RemoveMark(object, call.FPDFPageObj_GetMark(object, mark))
  }
}
