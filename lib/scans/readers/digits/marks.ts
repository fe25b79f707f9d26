import { type Rows, rows } from './normal.ts'

const darkInk = 100

/** Pixels of ink that a mark has at least: a point is larger, a speck smaller. */
const leastInk = 4

/** How many pieces of ink stand beside each other with paper between them: characters that touch are one. */
export const marksOf = ({ width, values }: Rows): number => {
  let marks = 0
  let inked = 0
  for (let x = 0; x <= width; x++) {
    let inColumn = 0
    for (let y = 0; x < width && y < rows; y++) if ((values[y * width + x] ?? 0) >= darkInk) inColumn++
    if (inColumn === 0) {
      if (inked >= leastInk) marks++
      inked = 0
    } else inked += inColumn
  }
  return marks
}
