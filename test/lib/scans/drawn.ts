import type { Grey, PagePicture } from '../../../lib/scans/contract.ts'

/** Digits as matrices of 5 × 7 dots. */
const dots = [
  '01110 10001 10001 10001 10001 10001 01110',
  '00100 01100 00100 00100 00100 00100 01110',
  '01110 10001 00001 00110 01000 10000 11111',
  '11110 00001 00001 01110 00001 00001 11110',
  '00010 00110 01010 10010 11111 00010 00010',
  '11111 10000 11110 00001 00001 10001 01110',
  '00110 01000 10000 11110 10001 10001 01110',
  '11111 00001 00010 00100 01000 01000 01000',
  '01110 10001 10001 01110 10001 10001 01110',
  '01110 10001 10001 01111 00001 00010 01100',
].map(lines => lines.split(' '))

/** A page of A4 at 200 pixels to the inch to draw on. */
export const drawing = (width = 1654, height = 2339) => {
  const grey: Grey = { width, height, greys: new Uint8Array(width * height).fill(250) }
  const box = (left: number, top: number, right: number, bottom: number, level = 20): void => {
    for (let y = top; y < bottom; y++) grey.greys.fill(level, y * width + left, y * width + right)
  }
  /** A digit of 20 pixels' height, with strokes of three. */
  const digit = (value: number, left: number, top: number): void => {
    dots[value]!.forEach((line, row) => {
      ;[...line].forEach((dot, column) => {
        if (dot === '1') box(left + column * 3, top + row * 3, left + column * 3 + 3, top + row * 3 + 3)
      })
    })
  }
  /** Rulings at these places, three pixels thick. */
  const grid = (xs: readonly number[], ys: readonly number[]): void => {
    for (const y of ys) box(xs[0]!, y - 1, xs.at(-1)! + 2, y + 2)
    for (const x of xs) box(x - 1, ys[0]!, x + 2, ys.at(-1)! + 2)
  }
  const page = (): PagePicture => ({ page: 1, width: 595.44, height: 842.04, dpi: 200, grey })
  return { grey, box, digit, grid, page }
}

/** The page askew by so many degrees. */
export const askew = (page: PagePicture, degrees: number): PagePicture => {
  const { width, height, greys } = page.grey
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const turned = new Uint8Array(greys.length).fill(250)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2]
      const [fromX, fromY] = [
        Math.round(width / 2 + dx * cos + dy * sin),
        Math.round(height / 2 - dx * sin + dy * cos),
      ]
      if (fromX >= 0 && fromY >= 0 && fromX < width && fromY < height)
        turned[y * width + x] = greys[fromY * width + fromX]!
    }
  return { ...page, grey: { width, height, greys: turned } }
}
