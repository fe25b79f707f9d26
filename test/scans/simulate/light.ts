import type { Chance } from './chance.ts'
import { eachPlane, type Plate } from './plate.ts'

/** How a picture is lit. */
export interface Light {
  /** Parts of the light at the darkest and at the brightest end. */
  readonly gradient?: readonly [number, number]
  /** Part of the light that a shadow across the page takes away. */
  readonly shadow?: number
  /** Part of the range between black and white that is left. */
  readonly contrast?: number
}

/** Lights a plate from a side that chance takes. */
export const lit = (plate: Plate, { gradient, shadow = 0, contrast = 0.9 }: Light, chance: Chance): Plate => {
  const { width, height } = plate
  const angle = chance.between(0, 2 * Math.PI)
  const [alongX, alongY] = [Math.cos(angle) / width, Math.sin(angle) / height]
  const ends = [0, alongX * width, alongY * height, alongX * width + alongY * height]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const [dark, bright] = gradient ?? [1, 1]
  // The rim of a shadow is a line across the page, soft over a tenth of it.
  const rim = chance.between(0.3, 0.7)
  const [slant, softness] = [chance.between(-0.6, 0.6), 0.06]
  return eachPlane(plate, plane => {
    const made = new Float32Array(plane.length)
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at++) {
        const part = (alongX * x + alongY * y - least) / (most - least)
        const away = (x / width + slant * (y / height - 0.5) - rim) / softness
        const behind = shadow === 0 ? 0 : 1 / (1 + Math.exp(-away))
        const light = (dark + (bright - dark) * part) * (1 - shadow * behind)
        made[at] = (127.5 * (1 - contrast) + plane[at]! * contrast) * light
      }
    return made
  })
}
