import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import type { Memory } from './memory.ts'

export type FontWidth = (font: Address, code: number) => number | null

/**
 * What fonts say of the width of a character, in ems; below 0 in a font that runs down. Null where the character is not
 * found in the font. A font may have two glyphs for one character: whoever knows more of this one must compare.
 */
export const fontWidths = ({ call, scratch }: Pdfium, memory: Memory): FontWidth => {
  const fonts = new Map<Address, Map<number, number | null>>()
  return (font, code) => {
    const known = fonts.get(font) ?? new Map<number, number | null>()
    fonts.set(font, known)
    const seen = known.get(code)
    if (seen !== undefined) return seen
    const width = call.FPDFFont_GetGlyphWidth(font, code, 1, scratch) === 1 ? memory.float(0) : 0
    const told = width === 0 ? null : width
    known.set(code, told)
    return told
  }
}
