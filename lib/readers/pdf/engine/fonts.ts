import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import type { Font } from './painted.ts'

const remembered = <Key, Value>(find: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return key => {
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const found = find(key)
    known.set(key, found)
    return found
  }
}

/** The fonts of a page by their handles. */
export const fonts = ({ call }: Pdfium): ((font: Address) => Font) =>
  remembered(font => ({
    identity: font,
    embedded: call.FPDFFont_GetIsEmbedded(font) === 1,
    hasOutline: remembered((character: string) => {
      const outline = call.FPDFFont_GetGlyphPath(font, character.codePointAt(0) ?? 0, 10)
      return outline !== 0 && call.FPDFGlyphPath_CountGlyphSegments(outline) > 0
    }),
  }))
