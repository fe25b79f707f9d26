import { describe, expect, it } from 'vitest'
import { straighten, turned } from '../../../../lib/scans/geometry/index.ts'
import { askew, drawing } from '../drawn.ts'

const xs = [200, 600, 900, 1400]
const ys = [300, 360, 420, 480, 700]

/** A table of four rows and three columns, with a digit in some of its cells. */
const table = () => {
  const sheet = drawing()
  sheet.grid(xs, ys)
  sheet.digit(0, 700, 320)
  sheet.digit(7, 700, 380)
  sheet.digit(4, 1100, 440)
  return sheet
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 2.5

describe('a page made straight', () => {
  for (const degrees of [0, 2, -5])
    it(`finds each cell of a table that is ${degrees} degrees askew`, () => {
      const page = straighten(askew(table().page(), degrees))!
      expect(page.cells).toHaveLength(12)
      expect(page.rulings).toHaveLength(9)
    })

  it('tells where a cell lies on the page as it was handed in, also of one that was turned', () => {
    const sheet = table().page()
    const points = 595.44 / 1654
    for (const quarter of [0, 1, 2, 3] as const) {
      const page = straighten(turned(sheet, quarter))!
      const boxes = page.cells.map(page.onOriginal)
      expect(boxes).toHaveLength(12)
      for (const [row, top] of ys.slice(0, -1).entries())
        for (const [column, left] of xs.slice(0, -1).entries()) {
          const wanted = [left, top, xs[column + 1]!, ys[row + 1]!].map(at => at * points)
          expect(boxes.some(box => box.every((at, side) => near(at, wanted[side]!)))).toBe(true)
        }
    }
  })

  /** Where rulings are gone, in pixels: [left, top, right, bottom]. */
  const gone: readonly (readonly [string, readonly [number, number, number, number]])[] = [
    ['a row in the middle of a column', [700, 415, 740, 425]],
    ['the last column', [1395, 370, 1405, 378]],
    ['the right side of the table', [1395, 570, 1405, 600]],
    ['a column beside figures', [895, 440, 905, 446]],
  ]
  it.each(gone)('closes a line that is broken for a little: %s', (_, [left, top, right, bottom]) => {
    const sheet = table()
    sheet.box(left, top, right, bottom, 250)
    expect(straighten(sheet.page())!.cells).toHaveLength(12)
  })

  it('makes no line of a column of ones, nor of a row of dashes', () => {
    const sheet = table()
    for (const top of [325, 385, 445, 505, 545, 585, 625]) sheet.digit(1, 1050, top)
    for (let left = 930; left < 1380; left += 30) sheet.box(left, 540, left + 18, 543)
    expect(straighten(sheet.page())!.cells).toHaveLength(12)
  })

  it('takes the black border of a scanner for paper, and uneven light for even', () => {
    const sheet = table()
    sheet.box(0, 0, 60, 2339, 5)
    const { grey } = sheet
    for (let at = 0; at < grey.greys.length; at++)
      grey.greys[at] = grey.greys[at]! * (0.5 + (0.5 * (at % grey.width)) / grey.width)
    const page = straighten(sheet.page())!
    expect(page.cells).toHaveLength(12)
  })

  it('sees nothing on an empty page', () => {
    expect(straighten(drawing().page())).toBeNull()
    const grey = { width: 1, height: 1, greys: new Uint8Array(1) }
    expect(straighten({ page: 1, width: 1, height: 1, dpi: 72, grey })).toBeNull()
  })
})
