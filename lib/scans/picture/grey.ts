import type { Drawing, GreyDrawing } from '../../readers/pdf/engine/draw.ts'
import type { Grey } from '../contract.ts'

/**
 * The red of each pixel: a red seal is as bright there as paper, black and blue ink are dark.
 */
export const greyOf = (drawing: Drawing | GreyDrawing): Grey => {
  const { width, height } = drawing
  const greys = new Uint8Array(width * height)
  if ('greys' in drawing) {
    for (let y = 0; y < height; y++)
      greys.set(drawing.greys.subarray(y * drawing.stride, y * drawing.stride + width), y * width)
  } else {
    const { pixels } = drawing
    for (let at = 0; at < greys.length; at++) greys[at] = pixels[at * 4 + 2]!
  }
  return { width, height, greys }
}
