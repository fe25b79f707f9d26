import type { Grey } from '../contract.ts'

export const paper = 255

export const blankGrey = (width: number, height: number): Grey => ({
  width,
  height,
  greys: new Uint8Array(width * height).fill(paper),
})

/** A smaller picture by area means, which forgets no thin line. A larger one is the same pixels, repeated. */
export const resized = ({ width, height, greys }: Grey, across: number, down: number): Grey => {
  if (across === width && down === height) return { width, height, greys }
  const narrow = new Float32Array(across * height)
  const factor = width / across
  // Line by line, so that memory is walked in its order.
  for (let y = 0; y < height; y++) {
    const [base, to] = [y * width, y * across]
    for (let x = 0; x < across; x++) {
      const [begin, end] = [x * factor, Math.min(width, (x + 1) * factor)]
      const [first, last] = [begin | 0, Math.min(width - 1, Math.ceil(end) - 1)]
      let sum = 0
      for (let at = first; at <= last; at++)
        sum += greys[base + at]! * (Math.min(end, at + 1) - Math.max(begin, at))
      narrow[to + x] = sum / (end - begin)
    }
  }
  const result = new Uint8Array(across * down)
  const sums = new Float32Array(across)
  const rise = height / down
  for (let y = 0; y < down; y++) {
    const [begin, end] = [y * rise, Math.min(height, (y + 1) * rise)]
    sums.fill(0)
    for (let at = begin | 0; at < end && at < height; at++) {
      const weight = (Math.min(end, at + 1) - Math.max(begin, at)) / (end - begin)
      for (let x = 0, from = at * across; x < across; x++, from++) sums[x] = sums[x]! + narrow[from]! * weight
    }
    for (let x = 0; x < across; x++) result[y * across + x] = sums[x]! + 0.5
  }
  return { width: across, height: down, greys: result }
}

/** A part of a picture; what lies beyond its rim is paper. */
export const cropped = (
  { width, height, greys }: Grey,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Grey => {
  const part = blankGrey(Math.max(1, right - left), Math.max(1, bottom - top))
  const [from, to] = [Math.max(0, left), Math.min(width, right)]
  if (from < to)
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      part.greys.set(greys.subarray(y * width + from, y * width + to), (y - top) * part.width + from - left)
  return part
}

/** Columns become rows. */
export const transposed = ({ width, height, greys }: Grey): Grey => {
  const turned = new Uint8Array(greys.length)
  const block = 32
  for (let top = 0; top < height; top += block)
    for (let left = 0; left < width; left += block)
      for (let y = top; y < Math.min(height, top + block); y++)
        for (let x = left; x < Math.min(width, left + block); x++)
          turned[x * height + y] = greys[y * width + x]!
  return { width: height, height: width, greys: turned }
}
