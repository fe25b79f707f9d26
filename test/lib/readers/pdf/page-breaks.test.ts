import { describe, expect, test } from 'vitest'
import { grid, line, text } from '../../../support/pdf.ts'
import { codes, outline, readPages } from './outline.ts'

const columns = [80, 40, 40]
const atBottom = (rows: string[][], widths = columns) =>
  grid(60, 780 - rows.length * 20, widths, rows, { size: 9 })
const atTop = (rows: string[][], widths = columns) => grid(60, 60, widths, rows, { size: 9 })
const outlineOf = async (first: string[], second: string[]) =>
  outline(await readPages({ content: first }, { content: second }))

describe('a table over two pages', () => {
  test('is one table, and page numbers and running heads between its parts stand in no cell', async () => {
    const furniture = (page: number) => [
      text(400, 40, '青禾县数据局'),
      text(280, 815, `- ${page} -`),
      line(60, 44, 500, 44),
    ]
    const parts = await outlineOf(
      [
        ...furniture(1),
        text(60, 700, '表格如下。'),
        ...atBottom([
          ['信息内容', '件数', '项数'],
          ['规章', '1', '2'],
        ]),
      ],
      [...furniture(2), ...atTop([['行政许可', '3', '']])],
    )
    expect(parts).toEqual([
      '表格如下。',
      [
        ['信息内容', '件数', '项数'],
        ['规章', '1', '2'],
        ['行政许可', '3', ''],
      ],
    ])
  })

  test('prints its header once', async () => {
    const header = ['信息内容', '件数', '项数']
    const parts = await outlineOf(
      atBottom([header, ['规章', '1', '2']]),
      atTop([header, ['行政许可', '3', '4']]),
    )
    expect(parts).toEqual([[header, ['规章', '1', '2'], ['行政许可', '3', '4']]])
  })

  test('keeps a first row of figures that is the same as the last', async () => {
    const parts = await outlineOf(
      atBottom([
        ['甲', '1', '2'],
        ['乙', '0', '0'],
      ]),
      atTop([['丙', '0', '0']]),
    )
    expect(parts).toEqual([
      [
        ['甲', '1', '2'],
        ['乙', '0', '0'],
        ['丙', '0', '0'],
      ],
    ])
  })

  test('is two tables where text stands between, or where the columns differ', async () => {
    const rows = [
      ['甲', '1', '2'],
      ['乙', '3', '4'],
    ]
    expect(
      await outlineOf(atBottom(rows), [text(60, 50, '二、下一节的标题'), ...grid(60, 80, columns, rows)]),
    ).toHaveLength(3)
    expect(await outlineOf(atBottom(rows), atTop(rows, [50, 50, 60]))).toHaveLength(2)
    expect(await outlineOf(atBottom(rows), atTop(rows, [80, 40, 90]))).toHaveLength(2)
  })

  test('begins or ends a page with a single cell across all columns', async () => {
    const caption = (top: number) => grid(60, top, [320], [['第二十条第（五）项']], { size: 9 })
    const rows = [
      ['信息内容', '件数', '项数'],
      ['行政许可', '3', ''],
    ]
    const whole = [[['第二十条第（五）项 1×3'], ...rows]]
    const wide = [200, 60, 60]
    expect(await outlineOf(caption(760), atTop(rows, wide))).toEqual(whole)
    const below = [[...rows, ['第二十条第（五）项 1×3']]]
    expect(await outlineOf(atBottom(rows, wide), caption(60))).toEqual(below)
  })

  test('goes on in other margins', async () => {
    const shifted = grid(90, 60, columns, [['乙', '3', '']], { size: 9 })
    expect(await outlineOf(atBottom([['甲', '1', '2']]), shifted)).toEqual([
      [
        ['甲', '1', '2'],
        ['乙', '3', ''],
      ],
    ])
  })
})

describe('a row that the page break cuts', () => {
  test.each([
    ['its figures before the break', ['7', '8'], ['', '']],
    ['its figures after it', ['', ''], ['7', '8']],
  ])('is one row, %s', async (_, above, below) => {
    const parts = await outlineOf(
      atBottom([
        ['1.属于国家秘密', '5', '6'],
        ['4.无正当理由大量', ...above],
      ]),
      atTop([
        ['反复申请', ...below],
        ['5.要求公开', '0', '0'],
      ]),
    )
    expect(parts).toEqual([
      [
        ['1.属于国家秘密', '5', '6'],
        ['4.无正当理由大量反复申请', '7', '8'],
        ['5.要求公开', '0', '0'],
      ],
    ])
  })

  test('is one row under a header that is printed again', async () => {
    const header = ['信息内容', '件数', '项数']
    const parts = await outlineOf(
      atBottom([header, ['4.无正当理由大量', '7', '8']]),
      atTop([header, ['反复申请', '', ''], ['5.要求公开', '0', '0']]),
    )
    expect(parts).toEqual([[header, ['4.无正当理由大量反复申请', '7', '8'], ['5.要求公开', '0', '0']]])
  })

  test('puts the halves of a number together and says so', async () => {
    const narrow = [80, 18, 18]
    const document = await readPages(
      { content: atBottom([['1.属于国家秘密', '12', '6']], narrow) },
      { content: atTop([['', '86', '']], narrow) },
    )
    expect(outline(document)).toEqual([[['1.属于国家秘密', '1286', '6']]])
    expect(codes(document)).toEqual(['row-cut-uncertain'])
  })

  test('never takes figures without a label for a row of their own', async () => {
    const document = await readPages(
      { content: atBottom([['1.属于国家秘密', '9', '6']]) },
      {
        content: atTop([
          ['', '55', ''],
          ['2.其他法律', '0', '0'],
        ]),
      },
    )
    expect(outline(document)).toEqual([
      [
        ['1.属于国家秘密', '9\n55', '6'],
        ['2.其他法律', '0', '0'],
      ],
    ])
    expect(codes(document)).toContain('row-cut-uncertain')
  })

  test('never gives a figure where it may or may not be cut', async () => {
    const document = await readPages(
      { content: atBottom([['1.国家秘密', '12', '6']]) },
      { content: atTop([['其他情形', '86', '']]) },
    )
    expect(outline(document)).toEqual([[['1.国家秘密\n其他情形', '12\n86', '6']]])
    expect(codes(document)).toContain('row-cut-uncertain')
  })
})

describe('a row that the page break does not cut', () => {
  test.each([
    ['is numbered', ['3.要求公开出版物啊', '0', '0'], ['4.无正当理由', '', '']],
    ['follows a short label', ['行政处罚', '41', '2'], ['行政强制', '', '']],
    ['has figures of its own', ['规范性文件与规章', '4', '2'], ['行政强制', '3', '']],
    ['has all its figures blank', ['甲', '', ''], ['乙', '', '']],
  ])('stays a row of its own if it %s', async (_, above, below) => {
    expect(await outlineOf(atBottom([above]), atTop([below]))).toEqual([[above, below]])
  })

  test('stays one if it is blank: its figures were not filled in', async () => {
    const parts = await outlineOf(atBottom([['结果维持', '总计', '其他']]), atTop([['', '', '']]))
    expect(parts).toEqual([
      [
        ['结果维持', '总计', '其他'],
        ['', '', ''],
      ],
    ])
  })
})

describe('a merged label over the page break', () => {
  const group = (top: number, label: string, items: string[][]) => {
    const bottom = top + items.length * 20
    return [
      ...[60, 100, 180, 220].map(x => line(x, top, x, bottom)),
      line(60, top, 100, top),
      line(60, bottom, 100, bottom),
      ...[...items.keys(), items.length].map(row => line(100, top + row * 20, 220, top + row * 20)),
      ...(label ? [text(62, top + 14, label, 9)] : []),
      ...items.flatMap(([name, value], row) => [
        text(102, top + row * 20 + 14, name!, 9),
        ...(value ? [text(190, top + row * 20 + 14, value, 9)] : []),
      ]),
    ]
  }

  test('goes on in the empty cell of the next page', async () => {
    const parts = await outlineOf(
      group(740, '（三）', [
        ['1.国家秘密', '1'],
        ['2.法律禁止', '2'],
      ]),
      group(60, '', [
        ['3.危及安全', ''],
        ['4.第三方', '4'],
      ]),
    )
    expect(parts).toEqual([
      [
        ['（三） 4×1', '1.国家秘密', '1'],
        ['2.法律禁止', '2'],
        ['3.危及安全', ''],
        ['4.第三方', '4'],
      ],
    ])
  })

  test('keeps the text that stands below the rows of its page', async () => {
    const open = group(740, '三、本年', [
      ['1.国家秘密', '1'],
      ['2.法律禁止', '2'],
    ]).filter(command => command !== line(60, 780, 100, 780))
    const parts = await outlineOf(
      [...open, text(62, 789, '度办', 9)],
      group(60, '结果', [['3.危及安全', '3']]),
    )
    expect(parts).toEqual([
      [
        ['三、本年\n度办结果 3×1', '1.国家秘密', '1'],
        ['2.法律禁止', '2'],
        ['3.危及安全', '3'],
      ],
    ])
  })

  test('goes on beside a whole page of rows, where no line closes it', async () => {
    const open = group(60, '', [
      ['3.危及安全', '3'],
      ['4.第三方', '4'],
    ]).filter(command => command !== line(60, 60, 100, 60) && command !== line(60, 100, 100, 100))
    const parts = await outlineOf(
      group(740, '（三）', [
        ['1.国家秘密', '1'],
        ['2.法律禁止', '2'],
      ]),
      open,
    )
    expect(parts).toEqual([
      [
        ['（三） 4×1', '1.国家秘密', '1'],
        ['2.法律禁止', '2'],
        ['3.危及安全', '3'],
        ['4.第三方', '4'],
      ],
    ])
  })

  test('ends where a new label begins', async () => {
    const parts = await outlineOf(
      group(740, '（三）', [
        ['1.国家秘密', '1'],
        ['2.法律禁止', '2'],
      ]),
      group(60, '（四）', [
        ['1.不掌握', ''],
        ['2.需要制作', '4'],
      ]),
    )
    expect(parts).toEqual([
      [
        ['（三） 2×1', '1.国家秘密', '1'],
        ['2.法律禁止', '2'],
        ['（四） 2×1', '1.不掌握', ''],
        ['2.需要制作', '4'],
      ],
    ])
  })
})
