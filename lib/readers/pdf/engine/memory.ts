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

const viewsOf = ({ buffer }: Pdfium['memory']) => ({
  floats: new Float32Array(buffer),
  doubles: new Float64Array(buffer),
  unsigned: new Uint32Array(buffer),
  units: new Uint16Array(buffer),
})

/** The memory may be another after each call that needs more of it: views of the one before have no length then. */
export const memoryOf = ({ memory, scratch }: Pdfium): Memory => {
  let views = viewsOf(memory)
  const current = () => {
    if (views.floats.length === 0) views = viewsOf(memory)
    return views
  }
  const float = (place: number): number => current().floats[scratch / 4 + place]!
  return {
    float,
    double: place => current().doubles[scratch / 8 + place]!,
    unsigned: place => current().unsigned[scratch / 4 + place]!,
    matrix: () => [float(0), float(1), float(2), float(3), float(4), float(5)],
    text: units => {
      let text = ''
      for (let at = 0; at < units; at++) text += String.fromCharCode(current().units[scratch / 2 + at]!)
      return text
    },
  }
}
