/** A rectangle on a page in PDF points, origin at the top left. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** `inner` applied first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** The box around a rectangle after the transformation. */
export const boxAround = (matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box => ({
  left: Math.min(matrix[0] * x0, matrix[0] * x1) + Math.min(matrix[2] * y0, matrix[2] * y1) + matrix[4],
  top: Math.min(matrix[1] * x0, matrix[1] * x1) + Math.min(matrix[3] * y0, matrix[3] * y1) + matrix[5],
  right: Math.max(matrix[0] * x0, matrix[0] * x1) + Math.max(matrix[2] * y0, matrix[2] * y1) + matrix[4],
  bottom: Math.max(matrix[1] * x0, matrix[1] * x1) + Math.max(matrix[3] * y0, matrix[3] * y1) + matrix[5],
})

export const widthOf = (box: Box): number => box.right - box.left
export const heightOf = (box: Box): number => box.bottom - box.top
export const areaOf = (box: Box): number => widthOf(box) * heightOf(box)
export const middleX = (box: Box): number => (box.left + box.right) / 2
export const middleY = (box: Box): number => (box.top + box.bottom) / 2

/** Whether the middle of `inner` lies in `outer`. */
export const holds = (outer: Box, inner: Box): boolean => {
  const x = middleX(inner)
  const y = middleY(inner)
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom
}

/** What two boxes share; null where they share nothing. No second box: all of the first. */
export const common = (box: Box, other: Box | null): Box | null => {
  if (other === null) return box
  const left = Math.max(box.left, other.left)
  const top = Math.max(box.top, other.top)
  const right = Math.min(box.right, other.right)
  const bottom = Math.min(box.bottom, other.bottom)
  return left < right && top < bottom ? { left, top, right, bottom } : null
}

/** How much of one stretch lies in another. */
export const overlap = (from: number, to: number, otherFrom: number, otherTo: number): number =>
  Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom))

export const boxOfAll = (boxes: readonly Box[]): Box => ({
  left: boxes.reduce((least, box) => Math.min(least, box.left), Number.POSITIVE_INFINITY),
  top: boxes.reduce((least, box) => Math.min(least, box.top), Number.POSITIVE_INFINITY),
  right: boxes.reduce((most, box) => Math.max(most, box.right), Number.NEGATIVE_INFINITY),
  bottom: boxes.reduce((most, box) => Math.max(most, box.bottom), Number.NEGATIVE_INFINITY),
})

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
