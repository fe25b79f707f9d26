import type { Grey } from '../../contract.ts'
import { inkOfLine } from '../ink.ts'
import { resampled, tapsOf } from '../resample.ts'

/** A line brought to the rows that the net takes: 0 is paper, 200 ink. infra/digit-reader/normal.py does the same. */
export interface Rows {
  readonly width: number
  readonly values: Uint8Array
}

export const rows = 24
const inkRows = 18
const side = 6
const widest = 320
const fullInk = 200
const faintestInk = 0.4

/** Null where there is no ink. `digit` is the height of a digit in pixels. */
export const normalise = (line: Grey, digit: number): Rows | null => {
  const { width, height, greys } = line
  const place = inkOfLine(line, digit, 1.45 * digit, faintestInk)
  if (!place) return null
  const { paper, ink, left, right, top, foot } = place
  const down = Math.max(foot - top, 0.7 * digit) / inkRows
  const across = Math.max(down, (right - left) / (widest - 2 * side))
  const least = Math.min(widest, Math.max(rows, Math.ceil((right - left) / across) + 2 * side))
  const wide = least + (least % 2)
  const dark = Float64Array.from(greys, grey => Math.max(0, paper - grey))
  const out = resampled(
    dark,
    width,
    height,
    tapsOf(wide, left - side * across, across),
    tapsOf(rows, (top + foot) / 2 - (down * rows) / 2, down),
  )
  return {
    width: wide,
    values: Uint8Array.from(out, value => Math.min(255, Math.floor((value * fullInk) / (paper - ink) + 0.5))),
  }
}
