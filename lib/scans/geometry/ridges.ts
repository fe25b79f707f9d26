import type { Grey } from '../contract.ts'

/** Half the thickness of a ruling and its blur, in pixels at 100 to the inch. */
const beside = 3

/** How much darker each pixel is than those above and below it: what rulings across are made of. */
export const ridgesAcross = ({ width, height, greys }: Grey): Grey => {
  const result = new Uint8Array(greys.length)
  const far = beside * width
  for (let at = far; at < greys.length - far; at++) {
    const depth = ((greys[at - far]! + greys[at + far]!) >> 1) - greys[at]!
    if (depth > 0) result[at] = depth
  }
  return { width, height, greys: result }
}
