import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grid, latin, pdfOf, text } from '../../../support/pdf.ts'
import {
  type Chance,
  completing,
  type Drawings,
  disturbing,
  drawingResources,
  empty,
  figureLike,
  harmless,
  type Printed,
} from '../../../support/pdf-drawings.ts'
import { seeded } from '../../../support/random.ts'
import { readPdf, tablesOf } from './outline.ts'

const rows = [
  ['项目', '数量'],
  ['许可', ''],
  ['处罚', ''],
]
const place = { table: 1, row: 2, column: 2 }

const printed = (digits: string, size: number, chance: Chance) => {
  const isLatin = chance() < 0.7
  const [left, base] = [124, 134]
  const right = left + digits.length * size * (isLatin ? 0.556 : 0.5)
  const figure: Printed = { digits, size, left, right, top: base - size * 0.72, base }
  return { figure, words: digits === '' ? '' : (isLatin ? latin : text)(left, base, digits, size) }
}

/** What is read in the cell when something is drawn over its figure, and whether it is pointed out there. */
const readDrawn = async (
  drawing: Drawings[string],
  digits: string,
  size: number,
  seed: number,
  elsewhere: readonly string[],
) => {
  const below = seeded(String(seed))
  const chance = () => below(1_000_000) / 1_000_000
  const { figure, words } = printed(digits, size, chance)
  const drawn = drawing(figure, chance)
  const content = [
    drawn.below ?? '',
    ...grid(60, 100, [60, 60], rows),
    text(60, 300, '本表数字以件为单位。'),
    words,
    drawn.upon ?? '',
    ...elsewhere,
  ]
  const document = await readPdf(pdfOf([{ content, resources: drawingResources }]))
  const cell = tablesOf(document)[0]!.cells.find(({ row, column }) => row === 2 && column === 2)
  const losses = document.losses.flatMap(({ source, code }) =>
    source?.kind === 'page' && source.row === place.row && source.column === place.column ? [code] : [],
  )
  return { text: cell?.text ?? null, losses }
}

const sizes = fc.constantFrom(8, 9, 10, 10.5, 11, 12)
const figures = fc.constantFrom('8288', '10', '7', '356', '94', '2025')
const runs = { numRuns: 8 }

const holdsFor = (
  drawing: Drawings[string],
  digits: fc.Arbitrary<string>,
  holds: (read: { text: string | null; losses: readonly string[]; digits: string }) => void,
  elsewhere: readonly string[] = [],
) =>
  fc.assert(
    fc.asyncProperty(digits, sizes, fc.nat(), async (figure, size, seed) => {
      holds({ ...(await readDrawn(drawing, figure, size, seed, elsewhere)), digits: figure })
    }),
    runs,
  )

describe('a figure that is not seen as it is, is pointed out at its cell', () => {
  test.each(Object.entries(disturbing))('%s', (_, drawing) =>
    holdsFor(drawing, figures, ({ losses }) => expect(losses).not.toEqual([])),
  )
})

/** Small type in both corners of the page, under areas: to be looked at it would take the page many times as large. */
const smallType = [latin(10, 835, '1', 3), latin(580, 20, '1', 3), 'q 0.5 g 10 5 1 6 re 581 820 1 6 re f Q']

describe('nor does small type elsewhere keep a page from being looked at', () => {
  test.each(Object.entries(disturbing))('%s', (_, drawing) =>
    holdsFor(drawing, figures, ({ losses }) => expect(losses).not.toEqual([]), smallType),
  )

  test.each(Object.entries(harmless))('%s', (_, drawing) =>
    holdsFor(drawing, figures, ({ text: read, digits }) => expect(read).toBe(digits), smallType),
  )
})

describe('a figure that something drawn makes another, is pointed out at its cell', () => {
  test.each(Object.entries(completing))('%s', (_, drawing) =>
    holdsFor(drawing, figures, ({ losses }) => expect(losses).not.toEqual([])),
  )
})

describe('a figure that is seen as it is, is read and nothing said', () => {
  test.each(Object.entries(harmless))('%s', (_, drawing) =>
    holdsFor(drawing, figures, ({ text: read, losses, digits }) => {
      expect(read).toBe(digits)
      expect(losses).toEqual([])
    }),
  )
})

describe('a cell in which a figure may be drawn', () => {
  test.each(Object.entries(figureLike))('is not blank: %s', (_, drawing) =>
    holdsFor(drawing, fc.constant(''), ({ text: read, losses }) => {
      expect(read).toBe('\ufffd')
      expect(losses).toContain('drawing-in-cell')
    }),
  )

  test.each(Object.entries(empty))('is, with %s', (_, drawing) =>
    holdsFor(drawing, fc.constant(''), ({ text: read, losses }) => {
      expect(read).toBe('')
      expect(losses).toEqual([])
    }),
  )
})

describe('what a program recognised on a scan', () => {
  const scanned = '0 0 595 842 re f'
  const wholePage = 'q 595 0 0 842 0 0 cm /I1 Do Q'
  const table = [
    ...grid(
      60,
      100,
      [60, 60, 60],
      [
        ['项目', '本年', '上年'],
        ['许可', '12', '7'],
        ['处罚', '3', '0'],
      ],
    ),
  ]

  test.each([
    ['invisible upon the picture', [wholePage, '3 Tr', ...table]],
    ['below the picture', [...table, wholePage]],
    ['below an area and invisible upon a picture', [scanned, wholePage, '3 Tr', ...table]],
  ])('is read and pointed out once for its table: %s', async (_, content) => {
    const document = await readPdf(pdfOf([{ content }]))
    expect(tablesOf(document)[0]!.cells.map(({ text: said }) => said)).toContain('12')
    const losses = document.losses.filter(({ code }) => code === 'picture-text-kept')
    expect(losses.flatMap(({ source }) => (source ? [source.kind] : []))).toEqual(['page'])
  })

  test('but not invisible text on other pages', async () => {
    const document = await readPdf(pdfOf([{ content: [...table, '3 Tr', text(70, 300, '8288')] }]))
    expect(document.losses.map(({ code }) => code)).toEqual(['hidden-text-dropped'])
  })
})
