import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { type Box, common, heightOf, widthOf } from '../geometry.ts'
import { formObjects, kinds, type Objects } from './containers.ts'
import { drawPage, grounds } from './draw.ts'
import type { Draw } from './painted.ts'
import type { Purse } from './purse.ts'

/** What comes of objects that are drawn alone on nothing. */
export type Drawn = 'nothing' | 'white' | 'coloured'

/** Draws objects of a page with all others put aside. */
export interface Stage {
  /** Looks at a part of the page, or at all of it. Null: too many were asked for. */
  readonly drawn: (objects: readonly Address[], box?: Box) => Drawn | null
  /** Draws a part of the page: some objects on nothing, or all of it on white paper. */
  readonly look: Draw
  /** Puts back what was put aside to draw. */
  readonly end: () => void
  /** Puts back all objects, whoever put them aside. */
  readonly whole: () => void
}

/** Red, green and blue of a pixel, without how opaque it is. */
const colour = 0xffffff

/** A hair's breadth takes a pixel. */
const outset = ({ left, top, right, bottom }: Box): Box => ({
  left: Math.floor(left) - 1,
  top: Math.floor(top) - 1,
  right: Math.ceil(right) + 1,
  bottom: Math.ceil(bottom) + 1,
})

/** All objects but forms, those in forms too. */
const leavesOf = (pdfium: Pdfium, { count, at }: Objects, depth = 0): Address[] => {
  const leaves: Address[] = []
  for (let index = 0; index < count; index++) {
    const object = at(index)
    if (pdfium.call.FPDFPageObj_GetType(object) !== kinds.form) leaves.push(object)
    else if (depth < limits.pdf.formDepth)
      for (const leaf of leavesOf(pdfium, formObjects(pdfium, object), depth + 1)) leaves.push(leaf)
  }
  return leaves
}

/** The stage of a page of that size, in points. PDFium tells what is drawn by drawing it, and in no other way. */
export const stageOf = (
  pdfium: Pdfium,
  page: Address,
  objects: Objects,
  size: { readonly width: number; readonly height: number },
  spend: Purse,
): Stage => {
  const { call } = pdfium
  const whole: Box = {
    left: 0,
    top: 0,
    right: Math.min(Math.ceil(size.width), limits.pdf.pixels),
    bottom: Math.min(Math.ceil(size.height), limits.pdf.pixels),
  }
  let all: readonly Address[] | null = null
  let asked = 0
  const activate = (some: readonly Address[], active: 0 | 1): void => {
    for (const object of some) call.FPDFPageObj_SetIsActive(object, active)
  }
  const draw = (box: Box): Drawn | null => {
    const drawing = drawPage(pdfium, { page, size, box, scale: 1 }, grounds.nothing)
    if (drawing === null) return null
    let found: Drawn = 'nothing'
    for (const pixel of new Uint32Array(drawing.pixels.buffer)) {
      if (pixel === 0) continue
      found = 'white'
      if ((pixel & colour) === colour) continue
      found = 'coloured'
      break
    }
    return found
  }
  return {
    drawn: (some, box = whole) => {
      asked += 1
      if (asked > limits.pdf.drawn) return null
      if (all === null) {
        all = leavesOf(pdfium, objects)
        activate(all, 0)
      }
      activate(some, 1)
      const found = draw(common(outset(box), whole) ?? whole)
      activate(some, 0)
      return found
    },
    look: (box, scale, only) => {
      const count = widthOf(box) * heightOf(box) * scale ** 2
      if (!(count < limits.pdf.pagePixels) || !spend.pixels(count)) return null
      const leaves = all ?? leavesOf(pdfium, objects)
      all = leaves
      activate(leaves, only ? 0 : 1)
      if (only) activate(only, 1)
      const found = drawPage(pdfium, { page, size, box, scale }, only ? grounds.nothing : grounds.paper)
      activate(leaves, 0)
      return found
    },
    end: () => {
      if (all !== null) activate(all, 1)
      all = null
    },
    whole: () => activate(all ?? leavesOf(pdfium, objects), 1),
  }
}
