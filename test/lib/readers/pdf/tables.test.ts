import { describe, expect, test } from 'vitest'
import { bar, dashes, grid, line, text, turnedText } from '../../../support/pdf.ts'
import { codes, outline, readContent, readPages, rowsOf, tablesOf } from './outline.ts'

const rows = [
  ['信息内容', '制发件数', '废止件数'],
  ['规章', '0', '12'],
  ['规范性文件', '', '1051.57'],
]
const columns = [90, 60, 60]

describe('rulings', () => {
  test.each([
    ['lines', line],
    ['thin filled rectangles', bar],
    ['dashes', dashes],
  ])('drawn as %s make the same table', async (_, draw) => {
    const document = await readContent(...grid(60, 100, columns, rows, { draw }))
    expect(outline(document)).toEqual([rows])
    expect(document.losses).toEqual([])
  })

  test('drawn as the strokes of a rectangle around each cell', async () => {
    const boxes = rows.flatMap((cells, row) =>
      cells.map((_, column) => `${60 + column * 60} ${842 - 120 - row * 20} 60 20 re S`),
    )
    const words = rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell ? [text(62 + column * 60, 114 + row * 20, cell, 9)] : [])),
    )
    expect(outline(await readContent(...boxes, ...words))).toEqual([rows])
  })

  test('drawn around each cell a little apart from those of its neighbours', async () => {
    const boxes = rows.flatMap((cells, row) =>
      cells.map((_, column) => `${62 + column * 60} ${842 - 118 - row * 20} 56 16 re S`),
    )
    const words = rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell ? [text(64 + column * 60, 113 + row * 20, cell, 9)] : [])),
    )
    const table = `60 ${842 - 160} 180 60 re S`
    expect(outline(await readContent(table, ...boxes, ...words))).toEqual([rows])
  })

  test('with small gaps, overshoots and doubled lines are snapped', async () => {
    const content = [
      ...[100, 101.5, 120, 140].map(y => line(58, y, 262.5, y)),
      ...[60, 160, 260].flatMap(x => [line(x, 98.5, x, 117.8), line(x + 0.8, 119, x + 0.8, 141)]),
      text(70, 114, '甲'),
      text(170, 114, '1'),
      text(70, 134, '乙'),
      text(170, 134, '2'),
    ]
    expect(outline(await readContent(...content))).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ])
  })

  test('left out at the sides or at the bottom are supplied by the ends of the others', async () => {
    const across = [100, 120, 140].map(y => line(50, y, 290, y))
    const down = [line(130, 100, 130, 160), line(210, 100, 210, 160)]
    const words = [
      text(52, 114, '甲'),
      text(140, 114, '1'),
      text(220, 114, '2'),
      text(52, 134, '乙'),
      text(220, 134, '3'),
      text(52, 154, '丙'),
      text(140, 154, '4'),
    ]
    expect(outline(await readContent(...across, ...down, ...words))).toEqual([
      [
        ['甲', '1', '2'],
        ['乙', '', '3'],
        ['丙', '4', ''],
      ],
    ])
  })

  test('left white between cells on a dark ground', async () => {
    const cells = rows.flatMap((row, at) =>
      row.map((_, column) => `1 g ${61 + column * 60} ${842 - 119 - at * 20} 58 18 re f`),
    )
    const words = rows.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell ? [text(62 + column * 60, 114 + at * 20, cell, 9)] : [])),
    )
    const ground = `0 g 60 ${842 - 160} 180 60 re f`
    const document = await readContent(ground, ...cells, '0 g', ...words)
    expect(outline(document)).toEqual([rows])
  })

  test('white on white are none', async () => {
    const content = [...grid(60, 100, [100, 100], [['甲', '1']]), '1 G', line(100, 100, 100, 120), '0 G']
    expect(outline(await readContent(...content))).toEqual([[['甲', '1']]])
  })

  test('around a page or a paragraph make no table', async () => {
    const frame = ['40 40 515 762 re S', `60 ${842 - 220} 300 40 re S`]
    const document = await readContent(
      ...frame,
      text(70, 200, '框内的一段话。'),
      ...grid(60, 300, [80, 80], [['甲', '1']]),
    )
    expect(outline(document)).toEqual(['框内的一段话。', [['甲', '1']]])
  })
})

describe('cells', () => {
  test('are merged where no ruling separates them', async () => {
    const content = [
      ...[100, 160].map(y => line(60, y, 260, y)),
      ...[60, 140, 260].map(x => line(x, 100, x, 160)),
      line(140, 120, 260, 120),
      line(140, 140, 260, 140),
      line(200, 120, 200, 160),
      text(70, 134, '合计'),
      text(180, 114, '件数'),
      text(150, 134, '1'),
      text(210, 134, '2'),
      text(210, 154, '4'),
    ]
    expect(outline(await readContent(...content))).toEqual([
      [
        ['合计 3×1', '件数 1×2'],
        ['1', '2'],
        ['', '4'],
      ],
    ])
  })

  test('that are blank shift nothing, whatever stands beside them', async () => {
    const values = [
      ['一', '', '', '3'],
      ['二', '1', '', ''],
      ['三', '', '2', ''],
    ]
    expect(outline(await readContent(...grid(60, 100, [60, 30, 30, 30], values)))).toEqual([values])
  })

  test('tell the page and the box they stand in', async () => {
    const document = await readPages(
      { content: [text(60, 100, '第一页')] },
      { content: grid(60, 100, [80, 40], [['甲', '1']]) },
    )
    expect(tablesOf(document)[0]!.cells[1]!.source).toEqual({
      kind: 'page',
      page: 2,
      box: [140, 100, 180, 120],
      table: 1,
      row: 1,
      column: 2,
    })
  })

  test('take their text whatever the order in which it was painted', async () => {
    const content = grid(60, 100, columns, rows)
    const words = content.filter(command => command.startsWith('BT')).reverse()
    const lines = content.filter(command => !command.startsWith('BT'))
    expect(outline(await readContent(...words, ...lines))).toEqual([rows])
  })

  test('with a label wrapped over lines and the number half way between them', async () => {
    const frame = grid(60, 100, [60, 40], [['', '']], { height: 30 })
    const document = await readContent(
      ...frame,
      text(62, 112, '要求提供公'),
      text(62, 124, '开出版物'),
      text(70, 118, ''),
      text(136, 118, '7'),
    )
    expect(outline(document)).toEqual([[['要求提供公开出版物', '7']]])
  })

  test('with digits below each other in a narrow column do not make them one number', async () => {
    const frame = grid(60, 100, [60, 18], [['', '']], { height: 40 })
    const document = await readContent(
      ...frame,
      text(62, 120, '许可'),
      text(121, 112, '128'),
      text(121, 124, '60'),
    )
    expect(outline(document)).toEqual([[['许可', '128\n60']]])
  })

  test('with two paragraphs of numbers keep them apart', async () => {
    const frame = grid(60, 100, [60, 80], [['', '']], { height: 40 })
    const document = await readContent(
      ...frame,
      text(62, 120, '许可'),
      text(121, 112, '12'),
      text(121, 124, '5'),
    )
    expect(outline(document)).toEqual([[['许可', '12\n5']]])
  })

  test('with vertical text, one character to a line or in columns from the right', async () => {
    const frame = grid(60, 100, [14, 40, 40], [['', '', '']], { height: 80 })
    const stacked = [...'办理结果'].map((character, at) => text(62, 114 + at * 13, character))
    const first = [...'未经复议'].map((character, at) => text(95, 114 + at * 13, character))
    const second = [...'起诉'].map((character, at) => text(80, 114 + at * 13, character))
    const document = await readContent(...frame, ...stacked, ...first, ...second, text(130, 140, '3'))
    expect(outline(document)).toEqual([[['办理结果', '未经复议起诉', '3']]])
  })

  test('with text turned sideways', async () => {
    const frame = grid(60, 100, [20, 40], [['', '3']], { height: 80 })
    const document = await readContent(
      text(60, 80, '表格前的一段文字。'),
      ...frame,
      turnedText([0, 1, -1, 0, 74, 670], '办理结果'),
    )
    expect(outline(document)).toEqual(['表格前的一段文字。', [['办理结果', '3']]])
  })
})

describe('characters', () => {
  const cell = (...words: string[]) => readContent(...grid(60, 100, [60, 60], [['数量', '']]), ...words)

  test('painted twice for bold type count once', async () => {
    expect(outline(await cell(text(130, 114, '11'), text(130.3, 114, '11')))).toEqual([[['数量', '11']]])
  })

  test('raised as a footnote mark are no digits', async () => {
    const document = await cell(text(130, 114, '16'), text(140.2, 110, '1', 6))
    expect(outline(document)).toEqual([[['数量', '16']]])
    expect(document.losses).toMatchObject([
      { code: 'note-mark-dropped', source: { table: 1, row: 1, column: 2 } },
    ])
  })

  test('of a number that runs over a ruling stay together and are pointed out', async () => {
    const frame = grid(60, 100, [60, 20, 60], [['数量', '', '']])
    const document = await readContent(...frame, text(121, 114, '123456', 9), text(160, 114, '7'))
    expect(outline(document)).toEqual([[['数量', '123456', '7']]])
    expect(document.losses).toMatchObject([
      { code: 'text-crosses-ruling', source: { table: 1, row: 1, column: 2 } },
    ])
  })

  test('of a letter-spaced number that runs over a ruling stay together and are pointed out', async () => {
    const digits = [...'471931'].map((digit, at) => text(100 + at * 6.5, 114, digit))
    const document = await readContent(...grid(60, 100, [60, 60], [['', '']]), ...digits)
    expect(outline(document)).toEqual([[['471931', '']]])
    expect(codes(document)).toEqual(['text-crosses-ruling'])
  })

  test('of a number that runs over a ruling are pointed out in whatever order they are painted', async () => {
    const digits = [...'471931'].map((digit, at) => text(100 + at * 5.5, 114, digit))
    const [, second, ...others] = digits
    const frame = grid(60, 100, [60, 60], [['', '']])
    const document = await readContent(...frame, ...others.toReversed(), digits[0]!, second!)
    expect(document.losses).toMatchObject([
      { code: 'text-crosses-ruling', source: { column: 1 } },
      { code: 'text-crosses-ruling', source: { column: 2 } },
    ])
  })

  test('of two cells that touch at the ruling stay apart', async () => {
    const frame = grid(60, 100, [60, 10.5, 60], [['数量', '', '']])
    const document = await readContent(...frame, text(120.2, 114, '79'), text(131, 114, '91'))
    expect(outline(document)).toEqual([[['数量', '79', '91']]])
    expect(document.losses).toEqual([])
  })

  test('nobody sees are left out', async () => {
    const document = await cell(
      '3 Tr',
      text(130, 114, '9'),
      '0 Tr 1 g',
      text(140, 114, '8'),
      '0 g',
      text(150, 114, '5'),
    )
    expect(outline(document)).toEqual([[['数量', '5']]])
    expect(codes(document)).toEqual(['hidden-text-dropped', 'hidden-text-dropped'])
  })

  test('of a watermark are left out', async () => {
    const document = await cell(
      text(150, 114, '5'),
      turnedText([0.7, 0.7, -0.7, 0.7, 100, 700], '内部资料', 40),
    )
    expect(outline(document)).toEqual([[['数量', '5']]])
    expect(codes(document)).toEqual(['rotated-text-dropped'])
  })

  test('drawn as radicals are read as the characters they look like', async () => {
    expect(outline(await cell(text(130, 114, '⼀⾏⺠⻓')))).toEqual([[['数量', '一行民长']]])
  })
})

describe('pages', () => {
  test('that are turned for display are read as displayed', async () => {
    const turned = grid(60, 100, columns, rows).map(command => `q 0 1 -1 0 842 0 cm ${command} Q`)
    const document = await readPages({ content: turned, rotate: 90, width: 842, height: 842 })
    expect(tablesOf(document).map(rowsOf)).toEqual([rows])
  })

  test.each([
    ['up', '0 1 -1 0 842 0'],
    ['down', '0 -1 1 0 0 842'],
    ['upside down', '-1 0 0 -1 842 842'],
  ])('with all their content running %s are turned', async (_, matrix) => {
    const turned = grid(60, 100, columns, rows).map(command => `q ${matrix} cm ${command} Q`)
    const document = await readPages({ content: turned, width: 842 })
    expect(tablesOf(document).map(rowsOf)).toEqual([rows])
  })
})
