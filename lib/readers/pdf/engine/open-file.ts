import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { damaged, locked, tooComplex } from '../refusals.ts'

/** PDFium's numbers for why a document does not open. */
const password = 4

export const tooMuch = () => tooComplex('占用内存过多', 'it takes too much memory')

/** Opens a file. Throws Problem: `file-damaged`, `password-protected`, `too-complex`. */
export const openFile = (
  { call, memory }: Pdfium,
  bytes: Uint8Array,
): { readonly document: Address; readonly close: () => void } => {
  const file = call.malloc(bytes.length)
  if (file === 0) throw tooMuch()
  new Uint8Array(memory.buffer).set(bytes, file)
  const document = call.FPDF_LoadMemDocument(file, bytes.length, 0)
  if (document === 0) throw call.FPDF_GetLastError() === password ? locked() : damaged()
  const close = (): void => {
    call.FPDF_CloseDocument(document)
    call.free(file)
  }
  return { document, close }
}
