import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StraightPage } from '../../../../lib/scans/contract.ts'
import { inkOf } from '../../../../lib/scans/geometry/index.ts'
import { drawing } from '../drawn.ts'

const cell = { left: 20, top: 20, right: 60, bottom: 42 }
const scale = 200 / 72

/** A page with one cell between rulings, and grains of salt on it. */
const straight = (grains: readonly number[], digit: number | null): StraightPage => {
  const sheet = drawing(260, 200)
  sheet.grid(
    [Math.round(cell.left * scale), Math.round(cell.right * scale)],
    [Math.round(cell.top * scale), Math.round(cell.bottom * scale)],
  )
  if (digit !== null) sheet.digit(digit, 100, 75)
  for (const at of grains) sheet.grey.greys[at] = 0
  return {
    page: 1,
    width: 260 / scale,
    height: 200 / scale,
    scale,
    grey: sheet.grey,
    bilevel: false,
    rulings: [],
    cells: [cell],
    lines: [],
    onOriginal: () => [0, 0, 0, 0],
  }
}

const grains = fc.array(fc.integer({ min: 0, max: 260 * 200 - 1 }), { maxLength: 60 })

it('never calls a cell blank that has a digit, with any salt', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), grains, (digit, salt) => {
      const { printed, lines } = inkOf(straight(salt, digit), cell)
      expect(printed).not.toBe('blank')
      expect(lines.length).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
})

it('never says of salt alone that it is ink', () => {
  fc.assert(
    fc.property(grains, salt => {
      expect(inkOf(straight(salt, null), cell).printed).not.toBe('ink')
    }),
    { numRuns: 100 },
  )
})

it('calls a clean cell blank, and cuts a digit out without its rulings', () => {
  expect(inkOf(straight([], null), cell)).toEqual({ printed: 'blank', lines: [] })
  const [line] = inkOf(straight([], 8), cell).lines
  expect(line!.box.left * scale).toBeCloseTo(100, 0)
  expect(line!.box.top * scale).toBeCloseTo(75, 0)
  expect(line!.raw.greys.filter(grey => grey < 128)).toHaveLength(17 * 9)
})

it('keeps a digit in one line that is pale in the middle, and shows readers what is left of one beside it', () => {
  const page = straight([], 8)
  const { width, greys } = page.grey
  const pale = (from: number, to: number, grey: number): void => {
    for (let y = from; y < to; y++)
      for (let x = 100; x < 115; x++) if (greys[y * width + x]! < grey) greys[y * width + x] = grey
  }
  pale(80, 82, 185)
  pale(88, 90, 185)
  expect(inkOf(page, cell).lines).toHaveLength(1)
  // Two pixels of a stroke: too little to be one, and no grain.
  greys.fill(20, 84 * width + 90, 84 * width + 92)
  const [line, ...others] = inkOf(page, cell).lines
  expect(others).toEqual([])
  expect(line!.box.left * scale).toBeCloseTo(90, 0)
})

it('proves no place of a page of black and white alone to be blank, where a thin nought leaves no trace', () => {
  expect(inkOf({ ...straight([], null), bilevel: true }, cell)).toEqual({ printed: 'unsure', lines: [] })
  expect(inkOf({ ...straight([], 8), bilevel: true }, cell).printed).toBe('ink')
})
