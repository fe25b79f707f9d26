import type { Box } from '../../readers/pdf/geometry.ts'
import type { Grey } from '../contract.ts'
import { componentsOf } from './components.ts'

/** Greys below this are ink, at 100 pixels to the inch. */
const inkBelow = 160
/** Characters of a line stand no farther apart, in pixels. */
const reach = 14
/** Of a line of characters, in pixels. */
const lowest = 5
const highest = 60
const narrowest = 4

/** Ink as far as it is not in one of the boxes. */
const inkOutside = ({ width, height, greys }: Grey, taken: readonly Box[]): Uint8Array => {
  const ink = new Uint8Array(greys.length)
  for (let at = 0; at < greys.length; at++) if (greys[at]! < inkBelow) ink[at] = 1
  for (const { left, top, right, bottom } of taken)
    for (let y = Math.max(0, Math.floor(top) - 3); y < Math.min(height, Math.ceil(bottom) + 3); y++)
      ink.fill(
        0,
        y * width + Math.max(0, Math.floor(left) - 3),
        y * width + Math.min(width, Math.ceil(right) + 3),
      )
  return ink
}

/** Ink of a row that stands within reach counts as one. */
const smeared = (ink: Uint8Array, width: number, height: number): Uint8Array => {
  const result = ink.slice()
  for (let y = 0; y < height; y++) {
    let last = -reach
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x] !== 1) continue
      if (x - last <= reach && x - last > 1) result.fill(1, y * width + last + 1, y * width + x)
      last = x
    }
  }
  return result
}

/** Pieces of one line beside each other, such as a full stop and what it ends. */
const joined = (boxes: readonly Box[]): Box[] => {
  const lines: Box[] = []
  for (const box of boxes.toSorted((a, b) => a.left - b.left)) {
    const at = lines.findIndex(line => {
      const common = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top)
      const least = Math.min(line.bottom - line.top, box.bottom - box.top)
      return box.left - line.right <= 2 * reach && common > least * 0.6
    })
    const line = lines[at]
    if (!line) lines.push(box)
    else
      lines[at] = {
        left: line.left,
        top: Math.min(line.top, box.top),
        right: Math.max(line.right, box.right),
        bottom: Math.max(line.bottom, box.bottom),
      }
  }
  return lines
}

/** Lines of text outside the tables of a straight page of some 100 pixels to the inch, from the top. In pixels. */
export const textLinesOf = (page: Grey, tables: readonly Box[]): Box[] => {
  const { width, height } = page
  const ink = inkOutside(page, tables)
  const { components } = componentsOf(smeared(ink, width, height), width, height)
  const pieces = components.filter(
    ({ left, top, right, bottom, count }) => bottom - top <= highest && count >= 4 && right - left >= 2,
  )
  return joined(pieces)
    .filter(({ left, top, right, bottom }) => bottom - top >= lowest && right - left >= narrowest)
    .sort((a, b) => a.top - b.top || a.left - b.left)
}
