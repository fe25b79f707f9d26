import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { type Box, boxAround, identity } from '../geometry.ts'
import { tooComplex } from '../refusals.ts'
import { memoryOf } from './memory.ts'

/** PDFium's kinds of annotations that show nothing on the page, or a sign beside the text that opens a note. */
const signs: ReadonlySet<number> = new Set([1, 2, 16, 17, 18, 19, 22])
const link = 2
const widget = 20
/** Bits of an annotation's flags: hidden; not to be shown (ISO 32000-1, 12.5.3). */
const unshown = 2 | 32

/** What the annotations and form fields of a page show. */
export interface Notes {
  /** There are some that the page is to be painted over with. */
  readonly any: boolean
  /** Where some are shown that cannot be drawn, in the page's own space. */
  readonly undrawn: readonly Box[]
}

/** `AS`, as bytes that end in 0: the state of a box to tick, whose appearances are its own. */
const state = [0x41, 0x53, 0]

/**
 * Gives each annotation and form field an appearance that has none, as programs that show a page do. `anew`: fields get
 * one of their value even where they have one, as their form asks (NeedAppearances, ISO 32000-1, 12.7.2); boxes to tick keep theirs.
 */
export const dressNotes = (pdfium: Pdfium, page: Address, anew: boolean): Notes => {
  const { call, scratch } = pdfium
  const { float } = memoryOf(pdfium)
  const count = call.FPDFPage_GetAnnotCount(page)
  if (count > limits.pdf.annotations) throw tooComplex('批注过多', 'it has too many annotations')
  const undrawn: Box[] = []
  let any = false
  const hasState = (note: Address): boolean => {
    new Uint8Array(pdfium.memory.buffer).set(state, scratch)
    return call.FPDFAnnot_HasKey(note, scratch) === 1
  }
  for (let at = 0; at < count; at++) {
    const note = call.FPDFPage_GetAnnot(page, at)
    if (note === 0) continue
    const kind = call.FPDFAnnot_GetSubtype(note)
    any ||= kind !== link
    const isField = kind === widget
    const bare = call.EPDFAnnot_HasAppearanceStream(note, 0) !== 1
    const wanted = (bare && !signs.has(kind)) || (isField && anew && !hasState(note))
    if (wanted && (call.FPDFAnnot_GetFlags(note) & unshown) === 0) {
      const made = isField
        ? call.EPDFAnnot_GenerateFormFieldAP(note)
        : call.EPDFAnnot_GenerateAppearance(note)
      if (made !== 1 && call.FPDFAnnot_GetRect(note, scratch) === 1)
        undrawn.push(boxAround(identity, float(0), float(3), float(2), float(1)))
    }
    call.FPDFPage_CloseAnnot(note)
  }
  return { any, undrawn }
}
