import type { Grey } from '../contract.ts'
import { paper } from './raster.ts'

/** Where a place of the new picture comes from, both in pixels with their corners at whole numbers. */
export type PlaceOf = (x: number, y: number) => readonly [number, number]

/** Pixels between places that are reckoned; between them it is a straight line. */
const tile = 16

/** What a picture is made of, and how. */
interface Warp {
  readonly source: Grey
  /** Of the new picture, in pixels. */
  readonly width: number
  readonly height: number
  readonly from: PlaceOf
  /** By what greys of a place of the source are multiplied. */
  readonly gain: (x: number, y: number) => number
  /** Greys below paper are put so many times as far from it. */
  readonly stretch: number
}

/** A picture of a picture: each pixel from its place in the source, between its four neighbours. Beyond the source is paper. */
export const warped = ({ source, width, height, from, gain, stretch }: Warp): Grey => {
  const { width: across, height: down, greys } = source
  const [columns, rows] = [Math.ceil(width / tile) + 1, Math.ceil(height / tile) + 1]
  const [xs, ys, gains] = [0, 1, 2].map(() => new Float32Array(columns * rows)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, at++) {
      const [x, y] = from(column * tile + 0.5, row * tile + 0.5)
      xs[at] = x - 0.5
      ys[at] = y - 0.5
      gains[at] = gain(x, y)
    }
  const result = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = (y / tile) | 0
    const v = y / tile - row
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column
      const below = at + columns
      let x = xs[at]! * (1 - v) + xs[below]! * v
      let sy = ys[at]! * (1 - v) + ys[below]! * v
      let g = (gains[at]! * (1 - v) + gains[below]! * v) * 1
      const dx = (xs[at + 1]! * (1 - v) + xs[below + 1]! * v - x) / tile
      const dy = (ys[at + 1]! * (1 - v) + ys[below + 1]! * v - sy) / tile
      const dg = (gains[at + 1]! * (1 - v) + gains[below + 1]! * v - g) / tile
      const end = Math.min(width, (column + 1) * tile)
      for (let to = y * width + column * tile, last = y * width + end; to < last; to++) {
        const left = Math.floor(x)
        const top = Math.floor(sy)
        if (left < -1 || top < -1 || left >= across || top >= down) result[to] = paper
        else {
          const u = x - left
          const w = sy - top
          const x0 = Math.max(left, 0)
          const x1 = left + 1 >= across ? across - 1 : left + 1
          const y0 = Math.max(top, 0) * across
          const y1 = (top + 1 >= down ? down - 1 : top + 1) * across
          const value =
            ((greys[y0 + x0]! * (1 - u) + greys[y0 + x1]! * u) * (1 - w) +
              (greys[y1 + x0]! * (1 - u) + greys[y1 + x1]! * u) * w) *
            g
          const grey = paper - (paper - value) * stretch + 0.5
          result[to] = grey >= paper ? paper : Math.max(grey, 0)
        }
        x += dx
        sy += dy
        g += dg
      }
    }
  }
  return { width, height, greys: result }
}
