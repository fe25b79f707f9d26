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

/** Places are reckoned in so many parts of a pixel, and greys between pixels in 256 of them. */
const parts = 4096
const partsShift = 12
const betweenShift = 4

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
      gains[at] = (gain(x, y) * stretch) / 65536
    }
  const result = new Uint8Array(width * height)
  /** What paper is when it is put away from itself. */
  const base = paper - paper * stretch + 0.5
  const [lastLeft, lastTop] = [across - 2, down - 2]
  for (let y = 0; y < height; y++) {
    const row = (y / tile) | 0
    const v = y / tile - row
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column
      const below = at + columns
      const startX = xs[at]! * (1 - v) + xs[below]! * v
      const startY = ys[at]! * (1 - v) + ys[below]! * v
      let g = gains[at]! * (1 - v) + gains[below]! * v
      const endX = xs[at + 1]! * (1 - v) + xs[below + 1]! * v
      const endY = ys[at + 1]! * (1 - v) + ys[below + 1]! * v
      const dg = (gains[at + 1]! * (1 - v) + gains[below + 1]! * v - g) / tile
      let x = Math.floor(startX * parts)
      let sy = Math.floor(startY * parts)
      const dx = Math.round(((endX - startX) * parts) / tile)
      const dy = Math.round(((endY - startY) * parts) / tile)
      const count = Math.min(width - column * tile, tile)
      let to = y * width + column * tile
      const end = to + count
      const [stopX, stopY] = [x + dx * (count - 1), sy + dy * (count - 1)]
      const isInside =
        Math.min(x, stopX) >> partsShift >= 0 &&
        Math.max(x, stopX) >> partsShift <= lastLeft &&
        Math.min(sy, stopY) >> partsShift >= 0 &&
        Math.max(sy, stopY) >> partsShift <= lastTop
      for (; to < end; to++) {
        const left = x >> partsShift
        const top = sy >> partsShift
        const u = (x >> betweenShift) & 255
        const w = (sy >> betweenShift) & 255
        x += dx
        sy += dy
        let first = top * across + left
        let right = 1
        let second = across
        if (!isInside) {
          if (left < -1 || top < -1 || left >= across || top >= down) {
            result[to] = paper
            g += dg
            continue
          }
          // Beyond its rim the source goes on as its last pixels.
          first = Math.max(top, 0) * across + Math.max(left, 0)
          right = left < 0 || left > lastLeft ? 0 : 1
          second = top < 0 || top > lastTop ? 0 : across
        }
        const a = greys[first]!
        const c = greys[first + second]!
        const above = (a << 8) + (greys[first + right]! - a) * u
        const under = (c << 8) + (greys[first + second + right]! - c) * u
        const grey = base + ((above << 8) + (under - above) * w) * g
        result[to] = grey >= paper ? paper : grey > 0 ? grey : 0
        g += dg
      }
    }
  }
  return { width, height, greys: result }
}
