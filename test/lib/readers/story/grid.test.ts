import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Table } from '../../../../lib/model/document.ts'
import { Problem } from '../../../../lib/model/problems.ts'
import { limits } from '../../../../lib/readers/limits.ts'
import { type RawCell, type RawRow, tableFromRows } from '../../../../lib/readers/story/grid.ts'
import { cpuTime } from '../../../support/cpu-time.ts'
import { expand } from '../../../support/expand.ts'

const cell = (text: string, columnSpan = 1, rowSpan = 1): RawCell => ({ text, rowSpan, columnSpan })
const rows = (...cells: RawCell[][]): RawRow[] => cells.map(row => ({ cells: row }))
const picture = (table: Table): string[] =>
  expand(table).map(row => row.map(slot => slot?.text ?? '.').join(''))
const places = (table: Table): number[][] =>
  table.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan])

describe('tableFromRows', () => {
  test('the header of the requests table', () => {
    const table = tableFromRows(
      rows(
        [cell('c', 3, 3), cell('a', 7)],
        [cell('n', 1, 2), cell('o', 5), cell('t', 1, 2)],
        [cell('1'), cell('2'), cell('3'), cell('4'), cell('5')],
        [cell('r', 3), ...'0123456'.split('').map(digit => cell(digit))],
        [cell('g', 1, 2), cell('h', 1, 2), cell('i'), ...'0123456'.split('').map(digit => cell(digit))],
        [cell('j'), ...'0123456'.split('').map(digit => cell(digit))],
      ),
      2,
    )
    expect(picture(table)).toEqual([
      'cccaaaaaaa',
      'cccnooooot',
      'cccn12345t',
      'rrr0123456',
      'ghi0123456',
      'ghj0123456',
    ])
    expect(table.cells[2]).toEqual({
      row: 2,
      column: 4,
      rowSpan: 2,
      columnSpan: 1,
      text: 'n',
      source: { kind: 'table', table: 2, row: 2, column: 4 },
    })
    expect(table.columnsKnown).toBe(true)
  })

  test('a row span ends with the last row, 0 reaches it', () => {
    const table = tableFromRows(rows([cell('a', 1, 9), cell('b', 1, 0), cell('c')], [cell('d')]), 1)
    expect(picture(table)).toEqual(['abc', 'abd'])
  })

  test('a row span ends with its group', () => {
    const grouped = [
      { cells: [cell('a', 1, 3), cell('b')], group: 0 },
      { cells: [cell('c'), cell('d', 1, 0)], group: 1 },
      { cells: [cell('e')], group: 1 },
    ]
    expect(picture(tableFromRows(grouped, 1))).toEqual(['ab', 'cd', 'ed'])
    const ungrouped = grouped.map(({ cells }) => ({ cells }))
    expect(picture(tableFromRows(ungrouped, 1))).toEqual(['ab.', 'acd', 'aed'])
  })

  test('a column span that meets a cell from above ends there, and no cell is lost', () => {
    const table = tableFromRows(
      rows([cell('a'), cell('b', 1, 2), cell('c'), cell('d')], [cell('e', 3), cell('f')]),
      1,
    )
    expect(picture(table)).toEqual(['abcd', 'eb.f'])
  })

  test('columns and rows in which no cell begins do not count', () => {
    const table = tableFromRows(
      rows([cell('a', 1000)], [cell('b', 2, 2), cell('c', 1, 2)], [], [cell('d'), cell('e', 4000)]),
      1,
    )
    expect(picture(table)).toEqual(['aaa', 'bbc', 'dee'])
    expect([table.rows, table.columns]).toEqual([3, 3])
  })

  test('spans that are no counts are 1', () => {
    const table = tableFromRows(
      rows([cell('a', 0), cell('b', -2, -1), cell('c', Number.NaN, 1.5)], [cell('d')]),
      1,
    )
    expect(picture(table)).toEqual(['abc', 'd..'])
  })

  test('no rows make an empty table', () => {
    expect(tableFromRows([], 1)).toMatchObject({ rows: 0, columns: 0, cells: [] })
    expect(tableFromRows([{ cells: [] }], 1)).toMatchObject({ rows: 0, columns: 0, cells: [] })
  })

  test('spans cost nothing: 20,000 cells that claim 1000 × 65534 slots each', () => {
    const bomb = Array.from({ length: 200 }, () => ({
      cells: Array.from({ length: 100 }, () => cell('x', 1000, 65_534)),
    }))
    const started = cpuTime()
    expect(() => tableFromRows(bomb, 1)).toThrow(Problem)
    const wide = tableFromRows([{ cells: Array.from({ length: 20_000 }, () => cell('x', 1000, 65_534)) }], 1)
    expect([wide.rows, wide.columns, wide.cells.length]).toEqual([1, 20_000, 20_000])
    expect(cpuTime() - started).toBeLessThan(15_000)
  })

  test.each([
    ['many cells', Array.from({ length: limits.slots + 1 }, () => ({ cells: [cell('x')] }))],
    [
      'many slots with few cells',
      [
        { cells: Array.from({ length: 1000 }, () => cell('x')) },
        ...Array.from({ length: 1000 }, () => ({ cells: [cell('x')] })),
      ],
    ],
    [
      'many cells that reach down',
      [
        { cells: Array.from({ length: 10_000 }, () => cell('x', 1, 0)) },
        ...Array.from({ length: 10_000 }, () => ({ cells: [cell('x')] })),
      ],
    ],
  ])('refuses %s', (_, raw) => {
    const started = cpuTime()
    expect(() => tableFromRows(raw, 1)).toThrow(expect.objectContaining({ code: 'too-complex' }))
    expect(cpuTime() - started).toBeLessThan(15_000)
  })
})

const anySpan = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  fc.integer({ min: -1, max: 2000 }),
)
const anyRows: fc.Arbitrary<RawRow[]> = fc
  .array(
    fc.record({
      cells: fc.array(fc.tuple(anySpan, anySpan), { maxLength: 6 }),
      group: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 8 },
  )
  .map(raw =>
    raw.map(({ cells, group }, row) => ({
      group,
      cells: cells.map(([columnSpan, rowSpan], index) => cell(`${row}/${index}`, columnSpan, rowSpan)),
    })),
  )

/** HTML Standard 4.9.12, slot by slot: the column in which each cell begins. */
const columnsByTheBook = (raw: readonly RawRow[]): number[] => {
  const taken = new Set<string>()
  const found: number[] = []
  raw.forEach(({ cells, group }, row) => {
    const groupLength = raw.slice(row).findIndex(other => other.group !== group)
    const left = groupLength < 0 ? raw.length - row : groupLength
    let column = 0
    for (const { columnSpan, rowSpan } of cells) {
      while (taken.has(`${row} ${column}`)) column++
      found.push(column)
      const width = columnSpan < 1 ? 1 : Math.min(columnSpan, 1000)
      const height = rowSpan < 0 ? 1 : rowSpan === 0 ? left : Math.min(rowSpan, left)
      const firstHeld =
        Array.from({ length: width }, (_, x) => x).find(x => taken.has(`${row} ${column + x}`)) ?? width
      for (let y = 0; y < height; y++)
        for (let x = 0; x < firstHeld; x++) taken.add(`${row + y} ${column + x}`)
      column += width
    }
  })
  return found
}

describe('properties', () => {
  test('no cell is lost, doubled, moved or laid over another', () => {
    fc.assert(
      fc.property(anyRows, raw => {
        const table = tableFromRows(raw, 1)
        expect(table.cells.map(({ text }) => text)).toEqual(
          raw.flatMap(({ cells }) => cells.map(({ text }) => text)),
        )
        const slots = expand(table)
        expect(slots).toHaveLength(table.rows)
        for (const row of slots) expect(row).toHaveLength(table.columns)
        const covered = new Map<unknown, number>()
        for (const slot of slots.flat()) covered.set(slot, (covered.get(slot) ?? 0) + 1)
        for (const here of table.cells) {
          expect(slots[here.row - 1]![here.column - 1]).toBe(here)
          expect(covered.get(here)).toBe(here.rowSpan * here.columnSpan)
        }
      }),
    )
  })

  test('each cell stands where the HTML Standard puts it', () => {
    const small = fc.array(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 4 })), {
        minLength: 1,
        maxLength: 5,
      }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(small, spans => {
        const raw = rows(
          ...spans.map(row => row.map(([columnSpan, rowSpan]) => cell('x', columnSpan, rowSpan))),
        )
        const expected = columnsByTheBook(raw)
        const seen = [...new Set(expected)].sort((a, b) => a - b)
        expect(tableFromRows(raw, 1).cells.map(({ column }) => column)).toEqual(
          expected.map(column => seen.indexOf(column) + 1),
        )
      }),
    )
  })

  test('a tiling of a rectangle comes back as it was', () => {
    const tiling = fc
      .tuple(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
      )
      .map(([height, width, sizes]) => {
        const owner = Array.from({ length: height }, () => new Array<boolean>(width).fill(false))
        const next = (): number => sizes.next().value!
        return owner.map((line, row) => {
          const cells: { column: number; cell: RawCell }[] = []
          line.forEach((taken, column) => {
            if (taken) return
            const free = line.indexOf(true, column)
            const columnSpan = Math.min(next(), (free < 0 ? width : free) - column)
            const rowSpan = Math.min(next(), height - row)
            for (let y = row; y < row + rowSpan; y++) owner[y]!.fill(true, column, column + columnSpan)
            cells.push({ column, cell: cell('x', columnSpan, rowSpan) })
          })
          return cells
        })
      })
    fc.assert(
      fc.property(tiling, tiles => {
        // A header and a first column of single cells, so that every row and column is one somebody sees.
        const width = Math.max(...tiles.flat().map(tile => tile.column + tile.cell.columnSpan))
        const head = Array.from({ length: width + 1 }, () => cell('h'))
        const table = tableFromRows(
          rows(head, ...tiles.map(row => [cell('l'), ...row.map(tile => tile.cell)])),
          1,
        )
        expect([table.rows, table.columns]).toEqual([tiles.length + 1, width + 1])
        expect(expand(table).flat()).not.toContain(undefined)
        expect(places({ ...table, cells: table.cells.filter(({ text }) => text === 'x') })).toEqual(
          tiles.flatMap((row, index) =>
            row.map(tile => [index + 2, tile.column + 2, tile.cell.rowSpan, tile.cell.columnSpan]),
          ),
        )
      }),
    )
  })
})
