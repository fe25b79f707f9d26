import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { type Box, common, type Matrix } from '../geometry.ts'
import type { Memory } from './memory.ts'
import { type Reach, reachOf } from './outline.ts'
import type { Clip } from './painted.ts'
import { readSteps } from './steps.ts'

/** A place to which nothing painted belongs. */
const nowhere: Box = { left: 0, top: 0, right: 0, bottom: 0 }

/**
 * What limits the objects of one container, seen from the page. Objects share the paths of their limits, so each path is
 * looked at once: it is known by the place of its first segment.
 */
export const clips = (pdfium: Pdfium, memory: Memory, toPage: Matrix, outer: Clip) => {
  const { call } = pdfium
  const known = new Map<Address, Reach | null>()
  const reach = (clip: Address, path: number) => {
    const first = call.FPDFClipPath_GetPathSegment(clip, path, 0)
    if (first === 0) return null
    const seen = known.get(first)
    if (seen !== undefined) return seen
    const count = call.FPDFClipPath_CountPathSegments(clip, path)
    const steps = readSteps(pdfium, memory, count, at => call.FPDFClipPath_GetPathSegment(clip, path, at))
    const found = reachOf(steps, toPage)
    known.set(first, found)
    return found
  }
  return (object: Address): Clip => {
    const clip = call.FPDFPageObj_GetClipPath(object)
    const paths = clip === 0 ? 0 : call.FPDFClipPath_CountPaths(clip)
    let { box, square, shapes } = outer
    for (let path = 0; path < paths; path++) {
      const limit = reach(clip, path)
      if (limit === null) continue
      box = common(limit.box, box) ?? nowhere
      square &&= limit.square
      if (!limit.square) shapes = [...shapes, limit.parts]
    }
    return { box, square, shapes }
  }
}
