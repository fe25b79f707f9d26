import type { PagePlace } from '../../model/picture.ts'

/** Left, top, right, bottom on a page, in points. */
export type PageBox = PagePlace['box']

/** The box around boxes, of which there is one at least. */
export const around = (boxes: readonly PageBox[]): PageBox => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
]

export const area = ([left, top, right, bottom]: PageBox): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top)

/** What two boxes share; its area is 0 where they share nothing. */
export const shared = (one: PageBox, other: PageBox): PageBox => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
]
