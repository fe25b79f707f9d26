import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { identity } from '../geometry.ts'
import type { Memory } from './memory.ts'
import { subpaths } from './outline.ts'
import type { Font } from './painted.ts'
import { readSteps } from './steps.ts'

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

/** What outlines enclose, holes taken off. */
const enclosed = (steps: readonly number[]): number => {
  let twice = 0
  for (const { points } of subpaths(steps, identity))
    points.forEach(([x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length]!
      twice += x * nextY - nextX * y
    })
  return Math.abs(twice) / 2
}

/** Fonts by their handles, which name the same fonts for as long as the pages that have them are open. */
export const fonts = (pdfium: Pdfium, memory: Memory): ((font: Address) => Font) => {
  const { call, scratch } = pdfium
  return remembered(font => {
    // For a font of Type 3 PDFium tells the outlines of another.
    const isProgram = call.FPDFFont_GetFontData(font, 0, 0, scratch) === 1 && memory.unsigned(0) > 0
    const embedded = call.FPDFFont_GetIsEmbedded(font) === 1
    return {
      identity: font,
      embedded,
      drawn: embedded && !isProgram,
      inkOf: remembered((character: string) => {
        const outline = isProgram ? call.FPDFFont_GetGlyphPath(font, character.codePointAt(0) ?? 0, 10) : 0
        if (outline === 0) return 0
        const count = call.FPDFGlyphPath_CountGlyphSegments(outline)
        const steps = readSteps(pdfium, memory, count, at =>
          call.FPDFGlyphPath_GetGlyphPathSegment(outline, at),
        )
        return enclosed(steps)
      }),
    }
  })
}
