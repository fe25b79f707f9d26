import type { Grey } from '../contract.ts'

export const paper = 255

export const blankGrey = (width: number, height: number): Grey => ({
  width,
  height,
  greys: new Uint8Array(width * height).fill(paper),
})

/** Which pixels make each of so many: the first and the last of them, and how much of these two counts. */
const spansOf = (from: number, to: number) => {
  const [first, last] = [new Int32Array(to), new Int32Array(to)]
  const [head, tail] = [new Float32Array(to), new Float32Array(to)]
  const factor = from / to
  for (let at = 0; at < to; at++) {
    const [begin, end] = [at * factor, Math.min(from, (at + 1) * factor)]
    first[at] = begin
    last[at] = Math.min(from - 1, Math.ceil(end) - 1)
    head[at] = (Math.min(end, first[at]! + 1) - begin) / (end - begin)
    tail[at] = (end - Math.max(begin, last[at]!)) / (end - begin)
  }
  return { first, last, head, tail, each: to / from }
}

/** A smaller picture by area means, which forgets no thin line. A larger one is the same pixels, repeated. */
export const resized = ({ width, height, greys }: Grey, across: number, down: number): Grey => {
  if (across === width && down === height) return { width, height, greys }
  const [columns, lines] = [spansOf(width, across), spansOf(height, down)]
  const result = new Uint8Array(across * down)
  const sums = new Float32Array(width)
  for (let y = 0; y < down; y++) {
    const [top, bottom] = [lines.first[y]!, lines.last[y]!]
    // Line by line, so that memory is walked in its order.
    for (let at = top; at <= bottom; at++) {
      const weight = at === top ? lines.head[y]! : at === bottom ? lines.tail[y]! : lines.each
      const base = at * width
      if (at === top) for (let x = 0; x < width; x++) sums[x] = greys[base + x]! * weight
      else for (let x = 0; x < width; x++) sums[x] = sums[x]! + greys[base + x]! * weight
    }
    for (let x = 0, to = y * across; x < across; x++, to++) {
      const [left, right] = [columns.first[x]!, columns.last[x]!]
      let sum = sums[left]! * columns.head[x]!
      for (let at = left + 1; at < right; at++) sum += sums[at]! * columns.each
      if (right > left) sum += sums[right]! * columns.tail[x]!
      result[to] = sum + 0.5
    }
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
