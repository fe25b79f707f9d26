import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { type Box, boxAround, type Matrix } from '../geometry.ts'
import { pageObjects } from './containers.ts'
import { fonts } from './fonts.ts'
import { memoryOf } from './memory.ts'
import { textObjects } from './text-objects.ts'

const invisible = 3

/**
 * Where text stands that is left out when a page is drawn, on the page as it is shown: its font is not in the file, and
 * PDFium here has none to put in its place for Chinese.
 */
export const undrawnText = (pdfium: Pdfium, page: Address, toPage: Matrix): readonly Box[] => {
  const { call } = pdfium
  const fontOf = fonts(pdfium)
  const foreign = new Map(
    textObjects(pdfium, memoryOf(pdfium), pageObjects(pdfium, page)).flatMap(({ object, box }) => {
      if (call.FPDFTextObj_GetTextRenderMode(object) === invisible) return []
      const font = fontOf(call.FPDFTextObj_GetFont(object))
      return font.embedded ? [] : [[object, { font, box }] as const]
    }),
  )
  if (foreign.size === 0) return []
  const undrawn = new Set<Box>()
  const texts = call.FPDFText_LoadPage(page)
  const count = call.FPDFText_CountChars(texts)
  for (let index = 0; index < count; index++) {
    const text = foreign.get(call.FPDFText_GetTextObject(texts, index))
    if (!text || call.FPDFText_IsGenerated(texts, index) === 1) continue
    const code = call.FPDFText_GetUnicode(texts, index)
    const character = String.fromCodePoint(code > 0x10ffff ? 0 : code)
    if (character.trim() !== '' && !text.font.hasOutline(character)) undrawn.add(text.box)
  }
  call.FPDFText_ClosePage(texts)
  return [...undrawn].map(({ left, top, right, bottom }) => boxAround(toPage, left, top, right, bottom))
}
