import type { Grey } from '../contract.ts'

/** Lines across of a page that is straight, as far as its pixels tell. For lines down, of the page turned over its diagonal. */
export interface Cover {
  readonly width: number
  readonly height: number
  /** Of each pixel: 2 on a line, 1 too dark to tell, 0 paper. A line reaches a pixel to both sides. */
  readonly seen: Uint8Array
  readonly ridges: Grey
}

/** Brighter pixels are paper, whatever is beside them. */
const surelyPaper = 150

/** `least`: how much darker than what is beside it a line must be. */
export const coverOf = (page: Grey, ridges: Grey, least: number): Cover => {
  const { width, height, greys } = page
  const depths = ridges.greys
  const seen = new Uint8Array(greys.length)
  for (let y = 1; y < height - 1; y++)
    for (let at = y * width, end = at + width; at < end; at++) {
      if (depths[at]! >= least || depths[at - width]! >= least || depths[at + width]! >= least) seen[at] = 2
      else if (greys[at]! < surelyPaper) seen[at] = 1
    }
  return { width, height, seen, ridges }
}
