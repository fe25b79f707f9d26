import { blurred } from './blur.ts'
import type { Chance } from './chance.ts'
import { eachPlane, type Plate, plateOf } from './plate.ts'

/** A tile of noise is laid over a page again and again: of a size that nothing printed repeats in. */
const tile = 509

const bells = (deviation: number, chance: Chance): Plate =>
  eachPlane(plateOf(tile, tile, 1), plane => plane.map(() => chance.bell() * deviation))

/** Fine noise of a sensor, and coarser noise of paper and toner. The same in all colours. */
export const noisy = (plate: Plate, deviation: number, chance: Chance): Plate => {
  const { width, height } = plate
  const [noise] = bells(deviation, chance).planes
  const [coarse] = blurred(bells(deviation * 2, chance), 1.2).planes
  for (let at = 0; at < noise!.length; at++) noise![at]! += coarse![at]!
  return eachPlane(plate, plane => {
    const made = new Float32Array(plane.length)
    for (let y = 0, at = 0; y < height; y++) {
      const line = (y % tile) * tile
      for (let x = 0, across = 0; x < width; x++, at++) {
        made[at] = plane[at]! + noise![line + across]!
        across = across + 1 === tile ? 0 : across + 1
      }
    }
    return made
  })
}
