import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import type { Matrix } from '../geometry.ts'
import { tooComplex } from '../refusals.ts'
import { charactersOf } from './characters.ts'
import type { Untold } from './check-streams.ts'
import { pageObjects } from './containers.ts'
import { fonts } from './fonts.ts'
import { type Layers, layersOf } from './layers.ts'
import { memoryOf } from './memory.ts'
import { paintedOn } from './objects.ts'
import type { PaintedPage } from './painted.ts'
import type { Purse } from './purse.ts'
import { stageOf } from './stage.ts'
import { textObjects, unmark } from './text-objects.ts'

/** How a page is shown: its size in points, and the way from its own space to the page as shown. */
export interface PageView {
  readonly width: number
  readonly height: number
  readonly toPage: Matrix
}

/** What is shown of a page: its box in its own space, and how it is turned. */
export const viewOf = (pdfium: Pdfium, page: Address): PageView => {
  const { call, scratch } = pdfium
  const { float } = memoryOf(pdfium)
  call.FPDF_GetPageBoundingBox(page, scratch)
  const [left, top, right, bottom] = [float(0), float(1), float(2), float(3)]
  const [width, height] = [right - left, top - bottom]
  const turns: readonly Matrix[] = [
    [1, 0, 0, -1, -left, top],
    [0, 1, 1, 0, -bottom, -left],
    [-1, 0, 0, 1, right, -bottom],
    [0, -1, -1, 0, top, right],
  ]
  const quarters = call.FPDFPage_GetRotation(page) & 3
  const sideways = quarters % 2 === 1
  return {
    width: sideways ? height : width,
    height: sideways ? width : height,
    toPage: turns[quarters]!,
  }
}

const link = 2
const flattened = 1

/** What annotations and form fields show is painted over the page, as a part of it. */
const hasAppearances = ({ call }: Pdfium, page: Address): boolean => {
  const count = call.FPDFPage_GetAnnotCount(page)
  if (count > limits.pdf.annotations) throw tooComplex('批注过多', 'it has too many annotations')
  for (let at = 0; at < count; at++) {
    const annotation = call.FPDFPage_GetAnnot(page, at)
    if (annotation === 0) continue
    const kind = call.FPDFAnnot_GetSubtype(annotation)
    call.FPDFPage_CloseAnnot(annotation)
    if (kind !== link) return true
  }
  return false
}

/** Page `index`, from 0; 0 where it cannot be read at all. */
export const loadPage = (pdfium: Pdfium, document: Address, index: number): Address => {
  const { call } = pdfium
  const page = call.FPDF_LoadPage(document, index)
  if (page === 0 || !hasAppearances(pdfium, page)) return page
  const did = call.FPDFPage_Flatten(page, 0)
  if (did !== flattened) return page
  call.FPDF_ClosePage(page)
  return call.FPDF_LoadPage(document, index)
}

export interface Watch {
  readonly spend: Purse
  /** What the file may have that PDFium tells nothing of. */
  readonly untold: Untold
  /** Whether an empty page lost what was on it. */
  readonly isBroken: (index: number) => boolean
}

const noLayers: Layers = { hidden: new Set(), doubtful: new Set() }

/** Reads page `index`, from 0; `use` must take what it needs before it ends. Null where the page cannot be read at all. */
export const readPage = <T>(
  pdfium: Pdfium,
  document: Address,
  index: number,
  { spend, untold, isBroken }: Watch,
  use: (page: PaintedPage) => T,
): T | null => {
  const { call } = pdfium
  const page = loadPage(pdfium, document, index)
  if (page === 0) return null
  const objects = pageObjects(pdfium, page)
  // What stands in its place is no page.
  if (objects.count < 0) return null
  spend.objects(objects.count)
  const memory = memoryOf(pdfium)
  const view = viewOf(pdfium, page)
  const stage = stageOf(pdfium, page, objects, view, spend)
  const layers = untold.layers ? layersOf(pdfium, memory, objects, stage) : noLayers
  stage.end()
  const all = textObjects(pdfium, memory, objects)
  unmark(pdfium, all)
  const { texts, layerOf, whole } = charactersOf(pdfium, memory, page, all, spend)
  const { toPage } = view
  const { patterns } = untold
  const fontOf = fonts(pdfium)
  const walk = { pdfium, memory, texts, layerOf, fontOf, toPage, layers, stage, patterns, spend }
  const broken = !whole || (objects.count === 0 && isBroken(index))
  const { width, height } = view
  const painted = paintedOn(walk, page)
  const used = use({ number: index + 1, width, height, painted, draw: stage.look, broken })
  call.FPDF_ClosePage(page)
  return used
}
