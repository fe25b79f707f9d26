/** Which pixels make one of a picture that is larger or smaller: weights of `span` of them from `first` on, beginning with `at`. */
export interface Taps {
  readonly count: number
  readonly span: number
  readonly first: Int32Array
  readonly weights: Float64Array
}

/**
 * Taps for `count` pixels that lie `step` source pixels apart, from `start` on: a triangle as wide as a pixel of the
 * coarser of both.
 */
export const tapsOf = (count: number, start: number, step: number): Taps => {
  const reach = Math.max(1, step)
  const span = Math.ceil(2 * reach) + 2
  const first = new Int32Array(count)
  const weights = new Float64Array(count * span)
  for (let at = 0; at < count; at++) {
    const centre = start + (at + 0.5) * step
    const from = Math.floor(centre - reach - 0.5)
    first[at] = from
    let sum = 0
    for (let tap = 0; tap < span; tap++) {
      const weight = Math.max(0, 1 - Math.abs(from + tap + 0.5 - centre) / reach)
      weights[at * span + tap] = weight
      sum += weight
    }
    for (let tap = 0; tap < span; tap++) weights[at * span + tap] = (weights[at * span + tap] ?? 0) / sum
  }
  return { count, span, first, weights }
}

/** Values line by line; what lies outside counts as 0. */
export const resampled = (
  values: Float64Array,
  width: number,
  height: number,
  across: Taps,
  down: Taps,
): Float64Array => {
  const narrow = new Float64Array(across.count * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < across.count; x++) {
      const from = across.first[x] ?? 0
      let sum = 0
      for (let tap = Math.max(0, -from); tap < across.span && from + tap < width; tap++)
        sum += (across.weights[x * across.span + tap] ?? 0) * (values[y * width + from + tap] ?? 0)
      narrow[y * across.count + x] = sum
    }
  const out = new Float64Array(across.count * down.count)
  for (let y = 0; y < down.count; y++) {
    const from = down.first[y] ?? 0
    for (let tap = Math.max(0, -from); tap < down.span && from + tap < height; tap++) {
      const weight = down.weights[y * down.span + tap] ?? 0
      if (weight === 0) continue
      const line = (from + tap) * across.count
      for (let x = 0; x < across.count; x++)
        out[y * across.count + x] = (out[y * across.count + x] ?? 0) + weight * (narrow[line + x] ?? 0)
    }
  }
  return out
}
