import type { Grey } from '../../contract.ts'
import { paper } from '../raster.ts'

/** A cell as it is cut out of its page, with the rulings around it. In pixels. */
export interface Rimmed {
  readonly grey: Grey
  /** How much of the picture lies outside of the middle of the rulings, on each side. */
  readonly outside: number
}

/** Pieces of a side that are looked at by themselves: a line may wander. */
const piece = 24
/** So dark a row is, on the mean, if it is a ruling, as a part of what ink is. */
const leastDark = 0.5

/** The side of a picture: how many places it has, and the pixel `depth` steps inside of one. */
interface Side {
  readonly length: number
  readonly at: (along: number, depth: number) => number
}

const sidesOf = (width: number, height: number): readonly Side[] => [
  { length: width, at: (along, depth) => depth * width + along },
  { length: width, at: (along, depth) => (height - 1 - depth) * width + along },
  { length: height, at: (along, depth) => along * width + depth },
  { length: height, at: (along, depth) => along * width + width - 1 - depth },
]

/** How deep the ruling of a side reaches from the rim of the picture, between two places; `outside` where none is seen. */
const depthOf = (
  greys: Uint8Array,
  side: Side,
  from: number,
  to: number,
  { outside, most, ink }: { readonly outside: number; readonly most: number; readonly ink: number },
): number => {
  let deepest = outside
  for (let depth = 0; depth < most; depth++) {
    let dark = 0
    for (let along = from; along < to; along++) if (greys[side.at(along, depth)]! < ink) dark++
    if (dark >= (to - from) * leastDark) deepest = Math.max(deepest, depth + 1)
  }
  return deepest
}

/**
 * Takes the rulings at its rim away, and what lies beyond them; strokes that touch them stay as far as they reach inside.
 * `ink`: darker is ink. Gives the pixels that are left to be looked at: from the rim, on each side.
 */
export const withoutRim = ({ grey, outside }: Rimmed, ink: number): Grey => {
  const { width, height } = grey
  const greys = grey.greys.slice()
  const most = Math.min(outside * 2 + 2, width >> 2, height >> 2)
  for (const side of sidesOf(width, height)) {
    const count = Math.max(1, Math.round(side.length / piece))
    for (let index = 0; index < count; index++) {
      const [from, to] = [
        Math.floor((index * side.length) / count),
        Math.floor(((index + 1) * side.length) / count),
      ]
      const found = depthOf(grey.greys, side, from, to, { outside, most, ink })
      // One pixel more: a line has soft edges.
      const depth = found > outside ? found + 1 : outside
      for (let along = from; along < to; along++)
        for (let inside = 0; inside < depth && inside < most + 1; inside++)
          greys[side.at(along, inside)] = paper
    }
  }
  return { width, height, greys }
}
