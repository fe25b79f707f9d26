import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { type Box, boxAround, type Matrix } from '../geometry.ts'
import { pageObjects } from './containers.ts'
import { fonts } from './fonts.ts'
import { memoryOf } from './memory.ts'
import { textObjects } from './text-objects.ts'

const invisible = 3
const lastCharacter = 0x10ffff

/**
 * Where text stands that is left out when a page is drawn, on the page as it is shown: its font is not in the file, and
 * PDFium here has none to put in its place for Chinese.
 */
export const undrawnText = (pdfium: Pdfium, page: Address, toPage: Matrix): readonly Box[] => {
  const { call, scratch } = pdfium
  const memory = memoryOf(pdfium)
  const fontOf = fonts(pdfium, memory)
  const foreign = new Map(
    textObjects(pdfium, memory, pageObjects(pdfium, page)).flatMap(({ object }) => {
      if (call.FPDFTextObj_GetTextRenderMode(object) === invisible) return []
      const font = fontOf(call.FPDFTextObj_GetFont(object))
      return font.embedded ? [] : [[object, font] as const]
    }),
  )
  if (foreign.size === 0) return []
  const undrawn: Box[] = []
  const texts = call.FPDFText_LoadPage(page)
  const count = call.FPDFText_CountChars(texts)
  for (let index = 0; index < count; index++) {
    const font = foreign.get(call.FPDFText_GetTextObject(texts, index))
    if (!font || call.FPDFText_IsGenerated(texts, index) === 1) continue
    const code = call.FPDFText_GetUnicode(texts, index)
    const character = String.fromCodePoint(code > lastCharacter ? 0 : code)
    if (character.trim() === '' || font.inkOf(character) > 0) continue
    // The box of a glyph that is not there is empty: this one is as high as the line.
    call.FPDFText_GetLooseCharBox(texts, index, scratch)
    undrawn.push(boxAround(toPage, memory.float(0), memory.float(1), memory.float(2), memory.float(3)))
  }
  call.FPDFText_ClosePage(texts)
  return undrawn
}
