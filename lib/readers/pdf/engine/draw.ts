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

/** What is seen on white paper where all is grey. */
export interface GreyDrawing {
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Line by line from the top left, one byte for each pixel. */
  readonly greys: Uint8Array
  /** From the beginning of a line to that of the next. */
  readonly stride: number
}

/** PDFium's kinds of bitmaps, which are the bytes of a pixel too. */
const grey = 1
const bgra = 4

/** Page sizes in pixels beyond this are no numbers that PDFium reckons with. */
const mostAcross = 1_000_000

/** What a page is drawn on, as PDFium has colours. */
export const grounds = { paper: 0xffffffff, nothing: 0 } as const

/** A page, how large it is shown, and what of it is drawn: both in points, from the top left of the page as it is shown. */
interface Part {
  readonly page: Address
  readonly size: { readonly width: number; readonly height: number }
  readonly box: Box
  /** Pixels to a point. */
  readonly scale: number
}

/** Null: too large, nothing of the page, or no memory left. */
const draw = (
  { call, memory }: Pdfium,
  { page, size, box, scale }: Part,
  ground: number,
  format: typeof grey | typeof bgra,
) => {
  const [left, top] = [Math.round(box.left * scale), Math.round(box.top * scale)]
  const [width, height] = [Math.round(widthOf(box) * scale), Math.round(heightOf(box) * scale)]
  const [across, down] = [Math.round(size.width * scale), Math.round(size.height * scale)]
  const isWithin = [left, top, width, height, across, down].every(number => Math.abs(number) <= mostAcross)
  if (!isWithin || width < 1 || height < 1 || across < 1 || down < 1) return null
  const bitmap = call.FPDFBitmap_CreateEx(width, height, format, 0, 0)
  if (bitmap === 0) return null
  call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground)
  call.FPDF_RenderPageBitmap(bitmap, page, -left, -top, across, down, 0, 0)
  const stride = call.FPDFBitmap_GetStride(bitmap)
  const bytes = new Uint8Array(memory.buffer, call.FPDFBitmap_GetBuffer(bitmap), stride * height).slice()
  call.FPDFBitmap_Destroy(bitmap)
  return { width, height, stride, bytes }
}

/** Draws a part of a page on white paper or on nothing. Null: too large, nothing of the page, or no memory left. */
export const drawPage = (pdfium: Pdfium, part: Part, ground: number = grounds.paper): Drawing | null => {
  const drawn = draw(pdfium, part, ground, bgra)
  return drawn && { width: drawn.width, height: drawn.height, pixels: drawn.bytes }
}

/** The same of a page without colours, in half the time. */
export const drawGreyPage = (pdfium: Pdfium, part: Part): GreyDrawing | null => {
  const drawn = draw(pdfium, part, grounds.paper, grey)
  return drawn && { width: drawn.width, height: drawn.height, stride: drawn.stride, greys: drawn.bytes }
}
