import type { LineCrop } from '../../contract.ts'
import { inkOfLine } from '../ink.ts'
import { resampled, tapsOf } from '../resample.ts'

/** Rows that the model takes. */
export const height = 48

/** One colour of a line as the model takes it: 1 is paper, -1 ink. Its width is a multiple of 32. */
export interface Picture {
  readonly width: number
  readonly values: Float32Array
}

/** Paper above, below and beside, by the height of the ink: with more, `0` stands so low that it is read as a point. */
const around = 0.15
const beside = 0.2

const widest = 3200

/**
 * A line from rim to rim of its ink; null where there is none. `tallest`: ink that is taller in digits is not of the
 * line. It is at least `least` wide, its rest paper; `squeeze` .5 makes it half as wide as it is.
 */
export const pictureOf = (
  { clean, digitHeight }: Pick<LineCrop, 'clean' | 'digitHeight'>,
  tallest: number,
  squeeze: number,
  least: number,
): Picture | null => {
  const place = inkOfLine(clean, digitHeight, tallest * digitHeight)
  if (!place) return null
  const { left, right, top, foot } = place
  const tall = Math.max(foot - top, 0.6 * digitHeight)
  const step = (tall * (1 + 2 * around)) / height
  const inked = (right - left + 2 * beside * tall) / step
  const across = step / Math.min(squeeze, widest / inked)
  const width = Math.max(least, Math.ceil((inked * step) / across / 32) * 32)
  const out = resampled(
    Float64Array.from(clean.greys, grey => 255 - grey),
    clean.width,
    clean.height,
    tapsOf(width, left - beside * tall, across),
    tapsOf(height, (top + foot) / 2 - (step * height) / 2, step),
  )
  return { width, values: Float32Array.from(out, value => 1 - value / 127.5) }
}
