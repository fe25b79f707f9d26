import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'

/** PDFium's kinds of page objects. */
export const kinds = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const

/** The objects of a page or of a form within it. */
export interface Objects {
  readonly count: number
  readonly at: (index: number) => Address
}

export const pageObjects = ({ call }: Pdfium, page: Address): Objects => ({
  count: call.FPDFPage_CountObjects(page),
  at: index => call.FPDFPage_GetObject(page, index),
})

export const formObjects = ({ call }: Pick<Pdfium, 'call'>, form: Address): Objects => ({
  count: call.FPDFFormObj_CountObjects(form),
  at: index => call.FPDFFormObj_GetObject(form, index),
})
