import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { type Box, heightOf, widthOf } from '../geometry.ts'

/** What is seen of a page, or of a part of it. */
export interface Drawing {
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Line by line from the top left; of each pixel blue, green, red and how opaque it is. */
  readonly pixels: Uint8Array
}

const bgra = 4

/** Page sizes in pixels beyond this are no numbers that PDFium reckons with. */
const mostAcross = 1_000_000

/** What a page is drawn on, as PDFium has colours. */
export const grounds = { paper: 0xffffffff, nothing: 0 } as const

/**
 * Draws what of a page lies in `box`, on white paper or on nothing, `scale` pixels to a point. `box` is in points from the
 * top left of the page as it is shown, `size` is how large it is shown. Null: too large, nothing of the page, or no memory
 * left.
 */
export const drawPage = (
  { call, memory }: Pdfium,
  page: Address,
  size: { readonly width: number; readonly height: number },
  box: Box,
  scale: number,
  ground: number = grounds.paper,
): Drawing | null => {
  const [left, top] = [Math.round(box.left * scale), Math.round(box.top * scale)]
  const [width, height] = [Math.round(widthOf(box) * scale), Math.round(heightOf(box) * scale)]
  const [across, down] = [Math.round(size.width * scale), Math.round(size.height * scale)]
  const isWithin = [left, top, width, height, across, down].every(number => Math.abs(number) <= mostAcross)
  if (!isWithin || width < 1 || height < 1 || across < 1 || down < 1) return null
  const bitmap = call.FPDFBitmap_CreateEx(width, height, bgra, 0, 0)
  if (bitmap === 0) return null
  call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground)
  call.FPDF_RenderPageBitmap(bitmap, page, -left, -top, across, down, 0, 0)
  const pixels = new Uint8Array(memory.buffer, call.FPDFBitmap_GetBuffer(bitmap), width * height * 4).slice()
  call.FPDFBitmap_Destroy(bitmap)
  return { width, height, pixels }
}
