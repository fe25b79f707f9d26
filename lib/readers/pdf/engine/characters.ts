import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import type { Matrix } from '../geometry.ts'
import type { Memory } from './memory.ts'
import type { Purse } from './purse.ts'
import { layered, type TextObject } from './text-objects.ts'
import { type FontWidth, fontWidths } from './widths.ts'

/** One character in the page's own space, not yet turned. */
export interface RawCharacter {
  text: string
  readonly x: number
  readonly y: number
  /** In units of its text's space. */
  width: number
}

/** The characters of one text object. */
export interface RawText {
  readonly characters: RawCharacter[]
  readonly matrix: Matrix
  readonly size: number
  readonly font: Address
  vertical: boolean
}

/** The file does not say what this glyph means. */
const unknown = '\ufffd'

const isCodePoint = (code: number): boolean => code > 0 && code <= 0x10ffff

/** A matrix that turns by a quarter has nothing here. */
const nothing = 1e-6

/** Ink reaches over the width that a font tells by less than this, in ems. */
const mostOver = 0.4

/**
 * The width along the line. PDFium tells the box around the width and the ink, and what the font says of some glyph of the
 * same meaning: where they are at odds the box is believed.
 */
const widthOf = (told: number | null, reach: number | null, size: number): number => {
  const own = told === null ? null : told * size
  if (reach === null) return own ?? size
  if (own === null || own > reach + 0.01 * size || reach - own > mostOver * size) return reach
  return own
}

type Found = Map<Address, RawText>

/** Adds the characters of the text objects that are active. */
const collect = (
  pdfium: Pdfium,
  memory: Memory,
  page: Address,
  found: Found,
  fontWidth: FontWidth,
  spend: Purse,
): void => {
  const { call, scratch } = pdfium
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return
  const spelling = (at: number, code: number): string => {
    if (call.FPDFText_HasUnicodeMapError(text, at) === 1) return unknown
    // At the end of a line PDFium writes a mark of its own for a hyphen.
    if (call.FPDFText_IsHyphen(text, at) === 1) return '-'
    return isCodePoint(code) ? String.fromCodePoint(code) : unknown
  }
  const begin = (object: Address, at: number): RawText => {
    call.FPDFText_GetMatrix(text, at, scratch)
    const matrix = memory.matrix()
    call.FPDFTextObj_GetFontSize(object, scratch)
    const size = memory.float(0)
    const raw = { characters: [], matrix, size, font: call.FPDFTextObj_GetFont(object), vertical: false }
    found.set(object, raw)
    return raw
  }
  /** How far a character reaches along a line that runs across; PDFium tells no more. */
  const reachOf = ({ matrix, size }: RawText, at: number, x: number): number | null => {
    if (Math.abs(matrix[0]) < nothing) return null
    call.FPDFText_GetLooseCharBox(text, at, scratch)
    const [left, right] = [memory.float(0), memory.float(2)]
    return matrix[0] * size > 0 ? (right - x) / Math.abs(matrix[0]) : (x - left) / Math.abs(matrix[0])
  }
  const count = call.FPDFText_CountChars(text)
  spend.characters(count)
  for (let at = 0; at < count; at++) {
    if (call.FPDFText_IsGenerated(text, at) === 1) continue
    const object = call.FPDFText_GetTextObject(text, at)
    if (object === 0) continue
    const raw = found.get(object) ?? begin(object, at)
    call.FPDFText_GetCharOrigin(text, at, scratch, scratch + 8)
    const [x, y] = [memory.double(0), memory.double(1)]
    const last = raw.characters.at(-1)
    const code = call.FPDFText_GetUnicode(text, at) >>> 0
    // One glyph that stands for several characters, of which none tells its width.
    if (last && last.x === x && last.y === y) {
      last.text += spelling(at, code)
      if (!raw.vertical) last.width = Math.max(last.width, reachOf(raw, at, x) ?? 0)
      continue
    }
    const told = fontWidth(raw.font, code)
    if (told !== null && told < 0) raw.vertical = true
    const size = Math.abs(raw.size)
    const width = raw.vertical ? size : widthOf(told, reachOf(raw, at, x), size)
    raw.characters.push({ text: spelling(at, code), x, y, width })
  }
  call.FPDFText_ClosePage(text)
}

/** Texts that PDFium took for doubles are asked for again, each time at least one is told; so many of a page in all. */
const mostAsked = 100_000

/**
 * The characters of a page by the text object that paints them. PDFium leaves out texts it takes for doubles of others
 * near them, as equal lines of a table are: what was left out is asked for again with all others put aside.
 * `whole`: nothing is left out.
 */
export const charactersOf = (
  pdfium: Pdfium,
  memory: Memory,
  page: Address,
  all: readonly TextObject[],
  spend: Purse,
): {
  readonly texts: ReadonlyMap<Address, RawText>
  readonly layerOf: ReadonlyMap<Address, number>
  readonly whole: boolean
} => {
  const found: Found = new Map()
  const fontWidth = fontWidths(pdfium, memory)
  const activate = (texts: readonly TextObject[], active: 0 | 1): void => {
    for (const { object } of texts) pdfium.call.FPDFPageObj_SetIsActive(object, active)
  }
  const ask = (texts: readonly TextObject[]): void => {
    activate(texts, 1)
    collect(pdfium, memory, page, found, fontWidth, spend)
    activate(texts, 0)
  }
  const layers = layered(all)
  const layerOf = new Map(layers.flatMap((texts, layer) => texts.map(({ object }) => [object, layer])))
  if (layers.length > 1) activate(all, 0)
  for (const layer of layers) ask(layer)
  let left = all.filter(({ object }) => !found.has(object))
  for (let asked = left.length; left.length > 0; asked += left.length) {
    if (asked > mostAsked) return { texts: found, layerOf, whole: false }
    ask(left)
    const still = left.filter(({ object }) => !found.has(object))
    // What is left now is empty.
    if (still.length === left.length) break
    left = still
  }
  return { texts: found, layerOf, whole: true }
}
