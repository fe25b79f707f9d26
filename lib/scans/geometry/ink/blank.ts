import type { Grey } from '../../contract.ts'
import { cropped } from '../raster.ts'

/** The densest place of a cell that is as large as a digit. */
export interface Dense {
  /** Of its pixels so many are darker than any noise of paper. */
  readonly part: number
  /** How much darker it is, on the mean, than most places of the cell: grey levels. Noise is evened out in it. */
  readonly depth: number
}

interface Size {
  readonly across: number
  readonly down: number
  /** So many pixels along the rim are left out. */
  readonly rim: number
}

/** Places are looked at so many pixels apart. */
const step = 2
/** Most places are as bright as this part of them, or brighter. */
const most = 0.3

/** `trace`: darker is no noise. */
export const densest = (picture: Grey, trace: number, { across, down, rim }: Size): Dense => {
  const { width, height, greys } = cropped(picture, rim, rim, picture.width - rim, picture.height - rim)
  const [columns, rows] = [Math.min(width, across), Math.min(height, down)]
  const line = width + 1
  const counts = new Int32Array(line * (height + 1))
  const sums = new Int32Array(line * (height + 1))
  for (let y = 0; y < height; y++) {
    let [count, sum] = [0, 0]
    for (let x = 0, to = (y + 1) * line + 1; x < width; x++, to++) {
      const grey = greys[y * width + x]!
      if (grey < trace) count++
      sum += 255 - grey
      counts[to] = counts[to - line]! + count
      sums[to] = sums[to - line]! + sum
    }
  }
  const places: number[] = []
  let densestCount = 0
  for (let y = 0; y + rows <= height; y += step)
    for (let x = 0; x + columns <= width; x += step) {
      const [top, bottom] = [y * line + x, (y + rows) * line + x]
      const within = (table: Int32Array): number =>
        table[bottom + columns]! - table[bottom]! - table[top + columns]! + table[top]!
      densestCount = Math.max(densestCount, within(counts))
      places.push(within(sums))
    }
  places.sort((a, b) => a - b)
  const usual = places[Math.floor(places.length * most)] ?? 0
  const area = columns * rows
  return { part: densestCount / area, depth: ((places.at(-1) ?? 0) - usual) / area }
}
