import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import type { Memory } from './memory.ts'
import { closePath, curveTo, lineTo, moveTo } from './outline.ts'

/** PDFium's kinds of segments; a curve is three segments, one for each of its points. */
const line = 0
const curve = 1

/** The steps of a path in its own space. */
export const readSteps = (
  { call, scratch }: Pdfium,
  memory: Memory,
  count: number,
  segmentAt: (index: number) => Address,
): number[] => {
  const steps: number[] = []
  let bends = 0
  for (let at = 0; at < count; at++) {
    const segment = segmentAt(at)
    const kind = call.FPDFPathSegment_GetType(segment)
    call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)
    if (kind !== curve) steps.push(kind === line ? lineTo : moveTo)
    else if (bends === 0) steps.push(curveTo)
    bends = kind === curve ? (bends + 1) % 3 : 0
    steps.push(memory.float(0), memory.float(1))
    if (call.FPDFPathSegment_GetClose(segment) === 1) steps.push(closePath)
  }
  return steps
}
