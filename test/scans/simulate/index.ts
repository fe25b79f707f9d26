import { chanceOf } from './chance.ts'
import { jpegOf } from './jpeg.ts'
import type { ScanKind } from './kinds.ts'
import type { Place } from './pens.ts'
import { type HeldPage, type HeldPicture, picturePdf } from './picture-pdf.ts'
import type { Plate } from './plate.ts'
import { pngOf } from './png.ts'
import { scanned } from './scanned.ts'
import type { Sheet } from './sheets.ts'

/** Printed pages and what becomes of them: the same name gives the same bytes. */
export interface Scanning {
  readonly name: string
  readonly sheets: readonly Sheet[]
  readonly kind: ScanKind
  /** Where figures are printed, page by page, in points; where pens write. */
  readonly places?: readonly (readonly Place[])[]
}

const plates = function* ({ name, sheets, kind, places = [] }: Scanning): Generator<readonly [Plate, Sheet]> {
  for (const [at, sheet] of sheets.entries())
    yield [scanned(sheet, kind, places[at] ?? [], chanceOf(`${name} ${at}`)), sheet]
}

/** Lines `from` to `to` of a plate. */
const stripOf = ({ width, planes }: Plate, from: number, to: number): Plate => ({
  width,
  height: to - from,
  planes: planes.map(plane => plane.subarray(from * width, to * width)),
})

/** Eight pixels a byte, each line from a byte of its own. */
const bitsOf = ({ width, height, planes: [plane] }: Plate): Uint8Array => {
  const line = (width + 7) >> 3
  const bits = new Uint8Array(line * height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) if (plane![at]! > 127) bits[y * line + (x >> 3)]! |= 128 >> (x & 7)
  return bits
}

const held = (plate: Plate, { bilevel, quality, dpi }: ScanKind): HeldPicture => {
  const { width, height } = plate
  if (bilevel) return { width, height, data: bitsOf(plate), as: 'bits' }
  const as = plate.planes.length === 3 ? 'jpegColours' : 'jpegGrey'
  return { width, height, data: jpegOf(plate, quality, dpi), as }
}

const heldPage = (plate: Plate, sheet: Sheet, kind: ScanKind): HeldPage => {
  const strips = kind.strips ?? 1
  const ends = Array.from({ length: strips + 1 }, (_, at) => Math.round((at * plate.height) / strips))
  const isTurned = kind.turned === 1 || kind.turned === 3
  return {
    width: isTurned ? sheet.height : sheet.width,
    height: isTurned ? sheet.width : sheet.height,
    pictures: ends.slice(1).map((end, at) => held(stripOf(plate, ends[at]!, end), kind)),
  }
}

/** A PDF of pictures alone. */
export const scanPdf = (scanning: Scanning): Uint8Array => {
  const pages: HeldPage[] = []
  for (const [plate, sheet] of plates(scanning)) pages.push(heldPage(plate, sheet, scanning.kind))
  return picturePdf(pages)
}

/** Each page as a file of its own. */
export const scanPages = (scanning: Scanning, as: 'jpeg' | 'png'): readonly Uint8Array[] =>
  [...plates(scanning)].map(([plate]) =>
    as === 'png' ? pngOf(plate, scanning.kind.dpi) : jpegOf(plate, scanning.kind.quality, scanning.kind.dpi),
  )
