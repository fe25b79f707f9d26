import type { Grey } from '../contract.ts'

/** What is ink in the picture of a line, in pixels and greys. */
export interface InkPlace {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
  readonly paper: number
  readonly ink: number
}

const leastContrast = 48

/** The grey that so many pixels have or are darker than. */
const nthDarkest = (counts: Uint32Array, nth: number): number => {
  let seen = 0
  for (let grey = 0; grey < 256; grey++) {
    seen += counts[grey] ?? 0
    if (seen >= nth) return grey
  }
  return 255
}

/** Ink that has ink at two sides or corners at least: no grain. */
const firmInk = ({ width, height, greys }: Grey, below: number): Uint8Array => {
  const firm = new Uint8Array(width * height)
  const dark = (x: number, y: number): number =>
    x >= 0 && x < width && y >= 0 && y < height && (greys[y * width + x] ?? 255) < below ? 1 : 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!dark(x, y)) continue
      let around = 0
      for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) around += dark(x + dx, y + dy)
      if (around >= 3) firm[y * width + x] = 1
    }
  return firm
}

const range = (counts: ArrayLike<number>, from: number, to: number): readonly [number, number] => {
  let first = from
  let last = to
  while (first < last && !counts[first]) first++
  while (last > first && !counts[last - 1]) last--
  return [first, last]
}

/** Rows of the line: where ink is taller than `tallest`, those of the height of a line that hold most of it. */
const rowsOfLine = (counts: Uint32Array, digit: number, tallest: number): readonly [number, number] => {
  const [top, foot] = range(counts, 0, counts.length)
  if (foot - top <= tallest) return [top, foot]
  const window = Math.ceil(1.2 * digit)
  let sum = 0
  let best = -1
  let at = 0
  for (let y = 0; y < counts.length; y++) {
    sum += (counts[y] ?? 0) - (y >= window ? (counts[y - window] ?? 0) : 0)
    if (y >= window - 1 && sum > best) {
      best = sum
      at = y - window + 1
    }
  }
  return range(counts, at, at + window)
}

/**
 * Where the ink of a line stands, its grain aside; null where there is none. `digit` is the height of a digit in
 * pixels; where ink is taller than `tallest`, what is left of rulings and seals above and below is let go. At its sides
 * is ink what is `faintest` of the way from paper to ink or more: a thin minus is paler than digits.
 */
export const inkOfLine = (line: Grey, digit: number, tallest: number, faintest = 0.5): InkPlace | null => {
  const { width, height, greys } = line
  const counts = new Uint32Array(256)
  for (const grey of greys) counts[grey] = (counts[grey] ?? 0) + 1
  const paper = nthDarkest(counts, Math.floor(0.75 * (greys.length - 1)) + 1)
  const ink = nthDarkest(counts, Math.min(greys.length, Math.max(3, Math.ceil(0.02 * digit * digit))))
  if (paper - ink < leastContrast) return null
  const firm = firmInk(line, (paper + ink) / 2)
  const inRow = new Uint32Array(height)
  for (let at = 0; at < firm.length; at++) {
    const y = Math.floor(at / width)
    inRow[y] = (inRow[y] ?? 0) + (firm[at] ?? 0)
  }
  const [top, foot] = rowsOfLine(inRow, digit, tallest)
  const pale = firmInk(line, paper - faintest * (paper - ink))
  const inColumn = new Uint32Array(width)
  for (let y = top; y < foot; y++)
    for (let x = 0; x < width; x++) inColumn[x] = (inColumn[x] ?? 0) + (pale[y * width + x] ?? 0)
  const [left, right] = range(inColumn, 0, width)
  return right > left ? { left, right, top, foot, paper, ink } : null
}
