import type { Grey } from '../contract.ts'

/** In degrees. */
const widest = 6
const finest = 0.02

/** Pixels with less depth are noise. */
const leastDepth = 40

/** Places of ridges from the middle: along the ruling and across it, in turn. */
const placesOf = ({ width, height, greys }: Grey): Float32Array => {
  const places: number[] = []
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if (greys[at]! >= leastDepth) places.push(x - width / 2, y - height / 2)
  return Float32Array.from(places)
}

/** How sharp the profile across lines is that slope by so much. */
const sharpness = (places: Float32Array, slope: number, bins: Float32Array, every: number): number => {
  bins.fill(0)
  const middle = bins.length / 2
  for (let at = 0; at < places.length; at += 2 * every) {
    const place = places[at + 1]! - places[at]! * slope + middle
    const bin = place | 0
    const part = place - bin
    if (bin < 0 || bin + 1 >= bins.length) continue
    bins[bin] = bins[bin]! + 1 - part
    bins[bin + 1] = bins[bin + 1]! + part
  }
  let sum = 0
  for (const bin of bins) sum += bin * bin
  return sum
}

/** By how many radians, clockwise, a page is askew: where the profiles of its ridges both ways are sharpest, within 6 degrees. */
export const skewOf = (across: Grey, down: Grey): number => {
  const [rows, columns] = [placesOf(across), placesOf(down)]
  const bins = new Float32Array(2 * (across.width + across.height))
  const every = Math.max(1, Math.floor((rows.length + columns.length) / 120_000))
  const score = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    return sharpness(rows, slope, bins, every) + sharpness(columns, -slope, bins, every)
  }
  let best = 0
  let span = widest
  for (let step = 0.4; step > finest / 4; step /= 4) {
    let [top, found] = [Number.NEGATIVE_INFINITY, best]
    for (let at = best - span; at <= best + span + 1e-9; at += step) {
      const value = score(at)
      if (value > top) [top, found] = [value, at]
    }
    best = found
    span = step
  }
  return (best * Math.PI) / 180
}
