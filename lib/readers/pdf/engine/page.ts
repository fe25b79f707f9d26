import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { type Box, boxAround, type Matrix } from '../geometry.ts'
import { charactersOf } from './characters.ts'
import type { Untold } from './check-streams.ts'
import { pageObjects } from './containers.ts'
import { type Layers, layersOf } from './layers.ts'
import { memoryOf } from './memory.ts'
import { dressNotes } from './notes.ts'
import { paintedOn } from './objects.ts'
import type { Font, PaintedPage } from './painted.ts'
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

const flattened = 1

/** A page, and where annotations are shown upon it that could not be drawn, in its own space. */
interface LoadedPage {
  readonly page: Address
  readonly undrawn: readonly Box[]
}

/** Page `index`, from 0, with all that its annotations and form fields show as a part of it; 0 where it cannot be read. */
const pageWithNotes = (pdfium: Pdfium, document: Address, index: number, anew: boolean): LoadedPage => {
  const { call } = pdfium
  const page = call.FPDF_LoadPage(document, index)
  const { any, undrawn } = page === 0 ? { any: false, undrawn: [] } : dressNotes(pdfium, page, anew)
  if (!any || call.FPDFPage_Flatten(page, 0) !== flattened) return { page, undrawn }
  call.FPDF_ClosePage(page)
  return { page: call.FPDF_LoadPage(document, index), undrawn }
}

/** A page that is loaded, to be drawn for people. */
export interface OpenPage {
  readonly page: Address
  readonly view: PageView
  /** Puts back what was put aside to read it. */
  readonly whole: () => void
}

/** Page `index`, from 0, as it stands in its file; null where it cannot be read. */
export const openPage = (pdfium: Pdfium, document: Address, index: number): OpenPage | null => {
  const { page } = pageWithNotes(pdfium, document, index, false)
  return page === 0 ? null : { page, view: viewOf(pdfium, page), whole: () => {} }
}

export interface Watch {
  readonly fontOf: (font: Address) => Font
  readonly spend: Purse
  /** What the file may have that PDFium tells nothing of. */
  readonly untold: Untold
  /** Whether an empty page lost what was on it. */
  readonly isBroken: (index: number) => boolean
}

const noLayers: Layers = { hidden: new Set(), doubtful: new Set() }

/** A page that was read: what came of it, and the page itself, which is left open. */
export interface UsedPage<T> extends OpenPage {
  readonly used: T
  /** How many objects it paints, those in forms aside. */
  readonly objects: number
}

/** Reads page `index`, from 0; `use` must take what it needs before it ends. Null where the page cannot be read at all. */
export const readPage = <T>(
  pdfium: Pdfium,
  document: Address,
  index: number,
  { fontOf, spend, untold, isBroken }: Watch,
  use: (page: PaintedPage) => T,
): UsedPage<T> | null => {
  const { page, undrawn } = pageWithNotes(pdfium, document, index, untold.fieldsAnew)
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
  const walk = { pdfium, memory, texts, layerOf, fontOf, toPage, layers, stage, patterns, spend }
  const broken = !whole || (objects.count === 0 && isBroken(index))
  const { width, height } = view
  const painted = paintedOn(walk, page)
  const used = use({
    number: index + 1,
    width,
    height,
    painted,
    draw: stage.look,
    undrawn: undrawn.map(({ left, top, right, bottom }) => boxAround(toPage, left, top, right, bottom)),
    broken,
  })
  return { used, page, view, objects: objects.count, whole: stage.whole }
}
