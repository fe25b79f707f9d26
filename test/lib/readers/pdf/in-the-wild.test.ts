import { describe, expect, test } from 'vitest'
import { bar, grid, line, text } from '../../../support/pdf.ts'
import { codes, outline, readContent, readPages } from './outline.ts'

/** What PDF writers do that one does not think of. */

describe('rulings', () => {
  test('with ends cut aslant, as browsers draw borders', async () => {
    const down = (x: number) =>
      `${x} ${841 - 100} m ${x} ${842 - 140} l ${x + 1} ${841 - 140} l ${x + 1} ${842 - 100} l h f`
    const across = [100, 120, 140].map(y => bar(60, y, 180, y))
    const words = [text(63, 114, '甲'), text(123, 114, '1'), text(63, 134, '乙'), text(123, 134, '2')]
    expect(outline(await readContent(...[60, 120, 179].map(down), ...across, ...words))).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ])
  })

  test('of two tables a hair apart do not move each other', async () => {
    const upper = grid(
      60,
      100,
      [122.5, 40],
      Array.from({ length: 10 }, () => ['甲', '1']),
    )
    const lower = grid(60, 400, [125, 40], [['', '3']])
    const document = await readContent(...upper, ...lower, text(178.8, 414, '0'))
    expect(outline(document).at(-1)).toEqual([['0', '3']])
    expect(document.losses).toEqual([])
  })

  test('open at the side of a tall merged cell', async () => {
    const content = [
      line(60, 100, 260, 100),
      ...[120, 140].map(y => line(120, y, 260, y)),
      line(60, 160, 260, 160),
      line(120, 100, 120, 160),
      line(200, 100, 200, 160),
      text(62, 134, '结果'),
      ...['甲', '乙', '丙'].flatMap((word, row) => [
        text(122, 114 + row * 20, word),
        text(202, 114 + row * 20, String(row)),
      ]),
    ]
    expect(outline(await readContent(...content))).toEqual([
      [
        ['结果 3×1', '甲', '0'],
        ['乙', '1'],
        ['丙', '2'],
      ],
    ])
  })

  test('that end one cell above the others make no row', async () => {
    const content = [
      ...[60, 120, 180, 240].map(x => line(x, 100, x, 160)),
      ...[100, 140, 160].map(y => line(60, y, 240, y)),
      line(60, 128, 120, 128),
      text(62, 114, '（五）'),
      text(122, 124, '5.确认'),
      text(182, 124, '7'),
      text(62, 154, '（六）'),
      text(122, 154, '其他'),
      text(182, 154, '8'),
    ]
    expect(outline(await readContent(...content))).toEqual([
      [
        ['（五）', '5.确认', '7'],
        ['（六）', '其他', '8'],
      ],
    ])
  })

  test.each([
    ['at the end of a page', 140],
    ['and whose rest is empty', 200],
  ])('that end a merged cell where its text ends make no row, %s', async (_, bottom) => {
    const rows = Array.from({ length: (bottom - 100) / 20 }, (_none, row) => row)
    const content = [
      ...[60, 120, 180, 240].map(x => line(x, 100, x, bottom)),
      line(60, 100, 240, 100),
      line(60, bottom, 240, bottom),
      ...rows.map(row => line(120, 120 + row * 20, 240, 120 + row * 20)),
      line(60, 128, 120, 128),
      text(62, 114, '结果'),
      ...rows.flatMap(row => [
        text(122, 116 + row * 20, `${row + 1}.事项`),
        text(182, 116 + row * 20, String(row + 7)),
      ]),
    ]
    const [table] = outline(await readContent(...content))
    const own = (table as string[][]).flat().filter(cell => /事项|^\d+$/u.test(cell))
    expect(own).toEqual(rows.flatMap(row => [`${row + 1}.事项`, String(row + 7)]))
  })
})

describe('characters', () => {
  const cell = (...words: string[]) => readContent(...grid(60, 100, [60, 60], [['数量', '']]), ...words)

  test('a blank behind a number may stand over the ruling', async () => {
    const document = await cell(text(173, 114, '1 '))
    expect(outline(document)).toEqual([[['数量', '1']]])
    expect(document.losses).toEqual([])
  })

  test.each([
    ['only a little smaller', '16', 8.4],
    ['more of them than of the number', '6', 7],
  ])('raised as a mark, %s', async (_, number, size) => {
    const document = await cell(text(130, 114, number), text(130 + number.length * 5, 111, '12', size))
    expect(outline(document)).toEqual([[['数量', number]]])
    expect(codes(document)).toEqual(['note-mark-dropped'])
  })

  test.each([
    ['as large as the number', [text(130, 114, '16'), text(140, 110.5, '12')], '1612'],
    ['lowered', [text(130, 114, '16'), text(140, 115, '2', 6)], '162'],
    ['lowered, only a little smaller', [text(130, 114, '16'), text(140, 115.5, '2', 8.3)], '162'],
    ['alone in front', [text(130, 110, '12', 7), text(137, 114, '件')], '12件'],
  ])('raised, but perhaps a figure: %s', async (_, words, figure) => {
    const document = await cell(...words)
    expect(outline(document)).toEqual([[['数量', figure]]])
    expect(codes(document)).toEqual(['raised-digits-kept'])
  })

  test('small beside a huge one are no mark', async () => {
    const frame = grid(60, 100, [60, 60], [['数量', '']], { height: 60 })
    const document = await readContent(...frame, text(122, 140, '公', 40), text(163, 124, '16', 10))
    expect(outline(document)).toEqual([[['数量', '公16']]])
    expect(document.losses).toEqual([])
  })

  test('struck through are kept apart and pointed out', async () => {
    const document = await cell(text(130, 114, '16'), text(140, 114, '7'), line(140, 111, 145, 111))
    expect(outline(document)).toEqual([[['数量', '16\n7']]])
    expect(document.losses).toMatchObject([
      { code: 'struck-text-kept', source: { table: 1, row: 1, column: 2 } },
    ])
  })

  test('in doubt are pointed out in every cell, however many there are', async () => {
    const rows = Array.from({ length: 30 }, () => ['甲', ''])
    const words = rows.flatMap((_, at) => [text(130, 114 + at * 20, '16'), text(140, 115 + at * 20, '2', 6)])
    const document = await readContent(...grid(60, 100, [60, 60], rows), ...words)
    expect(document.losses.map(({ source }) => source?.kind === 'page' && source.row)).toEqual(
      rows.map((_, at) => at + 1),
    )
  })

  test('underlined are nothing special', async () => {
    const document = await cell(text(130, 114, '16'), line(128, 115.5, 142, 115.5))
    expect(outline(document)).toEqual([[['数量', '16']]])
    expect(document.losses).toEqual([])
  })

  test('large and pale are a watermark, small and pale are text', async () => {
    const document = await cell(
      '0.8 g',
      text(100, 118, '2024', 30),
      text(160, 114, '3'),
      '0 g',
      text(130, 114, '16'),
      text(62, 90, '共两行文字'),
    )
    expect(outline(document)).toEqual(['共两行文字', [['数量', '16 3']]])
    expect(codes(document)).toEqual(['watermark-dropped'])
  })

  test('of a cell that goes beyond the page are pointed out', async () => {
    const document = await readContent(...grid(440, 100, [100, 100], [['甲', '']]))
    expect(document.losses).toMatchObject([{ code: 'cell-beyond-page', source: { column: 2 } }])
  })
})

describe('between the parts of a table', () => {
  const columns = [80, 40, 40]

  test('a running head close to cells without line above stands in none of them', async () => {
    const page = (label: string, value: string) => [
      text(60, 52, '2024/1/9 青禾县政府信息公开年报'),
      ...[60, 140, 180].map(x => line(x, 60, x, 780)),
      line(60, 400, 180, 400),
      line(60, 780, 180, 780),
      text(62, 100, label),
      text(142, 100, value),
      text(62, 500, `${label}二`),
      text(142, 500, '0'),
    ]
    const document = await readPages({ content: page('甲', '1') }, { content: page('乙', '2') })
    expect(JSON.stringify(outline(document))).not.toContain('年报')
    expect(document.losses).toEqual([])
  })

  const merged = (top: number, label: string, items: string[][]) => {
    const bottom = top + items.length * 20
    return [
      ...[60, 100, 180, 220].map(x => line(x, top, x, bottom)),
      line(60, top, 100, top),
      line(60, bottom, 100, bottom),
      ...[...items.keys(), items.length].map(row => line(100, top + row * 20, 220, top + row * 20)),
      ...(label ? [text(62, top + 14, label, 9)] : []),
      ...items.flatMap((item, row) =>
        item.flatMap((word, at) => (word ? [text(102 + at * 82, top + row * 20 + 14, word, 9)] : [])),
      ),
    ]
  }
  const outlineOf = async (first: string[], second: string[]) =>
    outline(await readPages({ content: first }, { content: second }))

  test('the label of a merged cell may be printed on both pages', async () => {
    expect(
      await outlineOf(
        merged(740, '（三）', [
          ['1.甲', '1'],
          ['2.乙', '2'],
        ]),
        merged(60, '（三）', [
          ['3.丙', '3'],
          ['4.丁', '4'],
        ]),
      ),
    ).toEqual([
      [
        ['（三） 4×1', '1.甲', '1'],
        ['2.乙', '2'],
        ['3.丙', '3'],
        ['4.丁', '4'],
      ],
    ])
  })

  test('figures on one page and their label on the next are one row', async () => {
    const above = grid(
      60,
      740,
      columns,
      [
        ['1.甲', '1', '2'],
        ['', '3', ''],
      ],
      { size: 9 },
    )
    const below = grid(
      60,
      60,
      columns,
      [
        ['2.乙', '', ''],
        ['3.丙', '5', '6'],
      ],
      { size: 9 },
    )
    expect(await outlineOf(above, below)).toEqual([
      [
        ['1.甲', '1', '2'],
        ['2.乙', '3', ''],
        ['3.丙', '5', '6'],
      ],
    ])
  })

  test('a row is cut although its group is named on the second page only', async () => {
    expect(
      await outlineOf(
        merged(740, '', [['1.申请人无正当理由', '4']]),
        merged(60, '（六）', [
          ['逾期', ''],
          ['2.乙', '5'],
        ]),
      ),
    ).toEqual([
      [
        ['（六） 2×1', '1.申请人无正当理由逾期', '4'],
        ['2.乙', '5'],
      ],
    ])
  })
})
