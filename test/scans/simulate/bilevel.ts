import type { Chance } from './chance.ts'
import { eachPlane, type Plate } from './plate.ts'

/** How greys become black and white. */
export interface Bilevel {
  /** Brighter is white, in parts of 255. */
  readonly threshold: number
  /** Part of the pixels that turn over. */
  readonly salt?: number
  /** Specks of toner on a page. */
  readonly specks?: number
}

/** Black and white alone, of one plane. */
export const bilevelOf = (
  plate: Plate,
  { threshold, salt = 0, specks = 0 }: Bilevel,
  chance: Chance,
): Plate => {
  const { width, height } = plate
  const made = eachPlane(plate, plane =>
    plane.map(value => {
      const white = value > threshold * 255
      return (salt > 0 && chance.unit() < salt ? !white : white) ? 255 : 0
    }),
  )
  const [plane] = made.planes
  for (let speck = 0; speck < specks; speck++) {
    const [x, y, radius] = [chance.below(width), chance.below(height), 1 + chance.unit() * 3.5]
    for (let down = -Math.ceil(radius); down <= radius; down++)
      for (let right = -Math.ceil(radius); right <= radius; right++) {
        const inside = down * down + right * right <= radius * radius
        const [column, row] = [x + right, y + down]
        if (inside && column >= 0 && column < width && row >= 0 && row < height)
          plane![row * width + column] = 0
      }
  }
  return made
}
