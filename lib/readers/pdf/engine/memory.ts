import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import type { Matrix } from '../geometry.ts'

/** What functions wrote into the scratch of an instance. */
export interface Memory {
  /** The number at a place of four bytes each. */
  readonly float: (place: number) => number
  readonly double: (place: number) => number
  readonly unsigned: (place: number) => number
  readonly matrix: () => Matrix
  readonly text: (units: number) => string
}

/** The memory may be another after each call that needs more of it. */
export const memoryOf = ({ memory, scratch }: Pdfium): Memory => {
  let view = new DataView(memory.buffer)
  const current = (): DataView => {
    if (view.buffer !== memory.buffer) view = new DataView(memory.buffer)
    return view
  }
  const float = (place: number): number => current().getFloat32(scratch + place * 4, true)
  return {
    float,
    double: place => current().getFloat64(scratch + place * 8, true),
    unsigned: place => current().getUint32(scratch + place * 4, true),
    matrix: () => [float(0), float(1), float(2), float(3), float(4), float(5)],
    text: units => {
      let text = ''
      for (let at = 0; at < units; at++)
        text += String.fromCharCode(current().getUint16(scratch + at * 2, true))
      return text
    },
  }
}
