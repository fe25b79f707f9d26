import type { Grey, LineCrop, StraightPage } from '../../contract.ts'
import { cropped, paper } from '../raster.ts'
import type { LineGroup } from './line-groups.ts'
import type { Marks } from './marks.ts'

/** Where a picture of a cell lies on its page, in pixels, and what is printed in it. */
export interface Place {
  readonly page: StraightPage
  readonly left: number
  readonly top: number
  readonly grey: Grey
  readonly marks: Marks
  readonly digitHeight: number
}

/** Paper around a line, as a part of the height of a digit. */
const margin = 0.3
/** Soft edges of strokes reach so far, in pixels. */
const soft = 2

/** Pixels within reach of the strokes that are kept. */
const nearKept = ({ width, height }: Grey, labels: Int32Array, kept: ReadonlySet<number>): Uint8Array => {
  const near = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!kept.has(labels[y * width + x]!)) continue
      for (let ny = Math.max(0, y - soft); ny <= Math.min(height - 1, y + soft); ny++)
        near.fill(1, ny * width + Math.max(0, x - soft), ny * width + Math.min(width, x + soft + 1))
    }
  return near
}

const only = (grey: Grey, labels: Int32Array, kept: ReadonlySet<number>): Grey => {
  const near = nearKept(grey, labels, kept)
  const greys = grey.greys.map((value, at) => (near[at] === 1 ? value : paper))
  return { ...grey, greys }
}

/** All but strokes that are dropped, with their soft edges as far as no other has a part of them. */
const without = (
  grey: Grey,
  labels: Int32Array,
  kept: ReadonlySet<number>,
  dropped: ReadonlySet<number>,
): Grey => {
  if (dropped.size === 0) return grey
  const [gone, near] = [nearKept(grey, labels, dropped), nearKept(grey, labels, kept)]
  return { ...grey, greys: grey.greys.map((value, at) => (gone[at] === 1 && near[at] === 0 ? paper : value)) }
}

/** The crops of one line. `salt`: strokes that are grains of a bilevel picture; `others`: those of other lines. */
export const lineCrop = (
  { page, left, top, grey, marks: { labels, strokes }, digitHeight }: Place,
  line: LineGroup,
  salt: ReadonlySet<number>,
  others: ReadonlySet<number>,
): LineCrop => {
  const around = Math.max(2, Math.round(margin * digitHeight))
  const kept = new Set(line.strokes.map(({ label }) => label))
  const cut = (whole: Grey): Grey =>
    cropped(whole, line.left - around, line.top - around, line.right + around, line.bottom + around)
  const dropped = new Set([...salt, ...others])
  // Only what is near matters, and strokes are looked for by their labels.
  const part = (values: Int32Array): Int32Array => {
    const [x0, y0] = [line.left - around, line.top - around]
    const [width, height] = [line.right - line.left + 2 * around, line.bottom - line.top + 2 * around]
    const result = new Int32Array(width * height)
    for (let y = Math.max(0, y0); y < Math.min(grey.height, y0 + height); y++)
      for (let x = Math.max(0, x0); x < Math.min(grey.width, x0 + width); x++)
        result[(y - y0) * width + x - x0] = values[y * grey.width + x]!
    return result
  }
  const [picture, near] = [cut(grey), part(labels)]
  const all = new Set(strokes.map(({ label }) => label).filter(label => !dropped.has(label)))
  const { scale } = page
  return {
    box: {
      left: (left + line.left) / scale,
      top: (top + line.top) / scale,
      right: (left + line.right) / scale,
      bottom: (top + line.bottom) / scale,
    },
    raw: without(picture, near, all, dropped),
    clean: only(picture, near, kept),
    digitHeight,
  }
}
