import type { Drawing, GreyDrawing } from '../../readers/pdf/engine/draw.ts'
import type { Grey } from '../contract.ts'

/** What is red is left this part as dark as it is red: too pale to be read, dark enough that its place is not called blank. */
const trace = 0.25

/**
 * The red of each pixel: a red seal is nearly as bright there as paper, black and blue ink are dark. A trace of red ink
 * stays, since a figure may be written in it.
 */
export const greyOf = (drawing: Drawing | GreyDrawing): Grey => {
  const { width, height } = drawing
  const greys = new Uint8Array(width * height)
  if ('greys' in drawing) {
    for (let y = 0; y < height; y++)
      greys.set(drawing.greys.subarray(y * drawing.stride, y * drawing.stride + width), y * width)
  } else {
    const { pixels } = drawing
    for (let at = 0, from = 0; at < greys.length; at++, from += 4) {
      const red = pixels[from + 2]!
      const other = Math.max(pixels[from]!, pixels[from + 1]!)
      greys[at] = red > other ? Math.min(red, 255 - (red - other) * trace) : red
    }
  }
  return { width, height, greys }
}
