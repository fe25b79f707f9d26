import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asTall } from '../../../../lib/scans/assembly/as-tall.ts'
import type { InkedCell } from '../../../../lib/scans/assembly/read-cells.ts'
import type { ReadCell } from '../../../../lib/scans/assembly/read-page.ts'

const read = (content: ReadCell['content'], text = '0'): ReadCell =>
  ({ content, printed: 'ink', readings: [{ text }] }) as unknown as ReadCell
const inked = (...heights: readonly number[]): InkedCell =>
  ({
    ink: { printed: 'ink', lines: heights.map(bottom => ({ box: { left: 0, top: 0, right: 4, bottom } })) },
  }) as unknown as InkedCell

const printedIn = (heights: readonly (readonly number[])[]): readonly string[] =>
  asTall(
    heights.map(() => read('figure')),
    heights.map(own => inked(...own)),
  ).map(({ printed }) => printed)

describe('figures as tall as those around them', () => {
  test('takes none that is lower for a figure: it is no nought but a sign of its shape', () => {
    expect(printedIn([[7], [7], [3.5], [7], [7.2], [6.8], [7, 3]])).toEqual([
      ...['ink', 'ink', 'unsure', 'ink', 'ink', 'ink', 'unsure'],
    ])
  })

  test('holds noughts to the other digits, also where nearly all of them are signs', () => {
    const cells = [read('figure', '12'), ...Array<ReadCell>(9).fill(read('figure'))]
    const heights = [7, 7, ...Array<number>(8).fill(3.5)]
    const held = asTall(
      cells,
      heights.map(height => inked(height)),
    )
    expect(held.map(({ printed }) => printed)).toEqual(['ink', 'ink', ...Array(8).fill('unsure')])
  })

  test('leaves figures be that are of one height, but for a pixel, and those with a comma', () => {
    const heights = fc.array(fc.double({ min: 6.3, max: 8.4, noNaN: true }), { minLength: 5, maxLength: 60 })
    const usual = Array.from({ length: 70 }, () => [7])
    fc.assert(
      fc.property(heights, own =>
        printedIn([...usual, ...own.map(height => [height])]).every(printed => printed === 'ink'),
      ),
    )
  })

  test('says nothing of a table with few figures, and nothing of words', () => {
    expect(printedIn([[7], [3], [7]])).toEqual(['ink', 'ink', 'ink'])
    const words = asTall(
      [...Array(6).fill(read('figure')), read('words')],
      [...Array(6).fill(inked(7)), inked(3)],
    )
    expect(words.at(-1)!.printed).toBe('ink')
  })
})
