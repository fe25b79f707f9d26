import type { Grey } from '../../contract.ts'

/** How many pixels darker than `trace` the densest window holds. */
export const densest = (
  { width, height, greys }: Grey,
  trace: number,
  across: number,
  down: number,
): number => {
  const [columns, rows] = [Math.min(width, across), Math.min(height, down)]
  const line = width + 1
  const sums = new Int32Array(line * (height + 1))
  for (let y = 0; y < height; y++) {
    let sum = 0
    for (let x = 0; x < width; x++) {
      if (greys[y * width + x]! < trace) sum++
      sums[(y + 1) * line + x + 1] = sums[y * line + x + 1]! + sum
    }
  }
  let most = 0
  for (let y = 0; y + rows <= height; y++)
    for (let x = 0; x + columns <= width; x++) {
      const [top, bottom] = [y * line + x, (y + rows) * line + x]
      const count = sums[bottom + columns]! - sums[bottom]! - sums[top + columns]! + sums[top]!
      if (count > most) most = count
    }
  return most
}
