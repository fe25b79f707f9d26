import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown, readText } from '../../../../lib/readers/text/index.ts'
import { rowsOf, tablesOf } from './rows.ts'

const text = (...lines: string[]): string => lines.join('\n')
const spansIn = (source: string): string[][] =>
  tablesOf(readText(source)).map(table =>
    table.cells.map(cell => `${cell.text} ${cell.row}/${cell.column} ${cell.rowSpan}x${cell.columnSpan}`),
  )

describe('tables drawn with characters', () => {
  test('merged cells are read as drawn', () => {
    const drawn = text(
      '┌─────────────────────────────┬──┐',
      '│甲类                         │乙│',
      '├────────────────┬────────────┼──┤',
      '│                │丙丁        │1 │',
      '│合并了两行的标签├────────────┼──┤',
      '│                │戊己“引号”庚│23│',
      '└────────────────┴────────────┴──┘',
    )
    expect(spansIn(drawn)).toEqual([
      [
        '甲类 1/1 1x2',
        '乙 1/3 1x1',
        '合并了两行的标签 2/1 2x1',
        '丙丁 2/2 1x1',
        '1 2/3 1x1',
        '戊己“引号”庚 3/2 1x1',
        '23 3/3 1x1',
      ],
    ])
  })

  test('edges that no corner marks, characters counted one by one', () => {
    const drawn = text(
      '   +-------------------------+',
      '   | 甲类                 | 乙  |',
      '   |--------------------+----|',
      '   |          | 丙丁      | 1  |',
      '   | 合并了两行的标签 |---------+----|',
      '   |          | 戊己“引号”庚 | 23 |',
      '   +-------------------------+',
    )
    const [table] = tablesOf(readText(drawn))
    expect(table).toMatchObject({ rows: 3, columns: 3, columnsKnown: true })
    expect(rowsOf(table!)).toEqual([
      ['甲类', '乙'],
      ['合并了两行的标签', '丙丁', '1'],
      ['戊己“引号”庚', '23'],
    ])
  })

  test('a label on several lines is one cell, two numbers stay two', () => {
    const drawn = text(
      '+------+-----+',
      '| 一、 | 5   |',
      '| 本年 |     |',
      '+------+-----+',
      '| 二   | 12  |',
      '|      | 34  |',
      '+------+-----+',
    )
    expect(tablesOf(readText(drawn)).map(rowsOf)).toEqual([
      [
        ['一、本年', '5'],
        ['二', '12'],
        ['', '34'],
      ],
    ])
  })

  test('rows that nothing parts are told by their figures', () => {
    const drawn = text(
      '+------+----+',
      '| 名称 | 数 |',
      '+======+====+',
      '| 甲   | 1  |',
      '| 乙   | 2  |',
      '+------+----+',
    )
    expect(tablesOf(readText(drawn)).map(rowsOf)).toEqual([
      [
        ['名称', '数'],
        ['甲', '1'],
        ['乙', '2'],
      ],
    ])
  })

  test('what only begins like a frame stays text', () => {
    expect(tablesOf(readText('+--+\n甲\n乙')).length).toBe(0)
  })
})

describe('tables whose columns a line of dashes tells', () => {
  test('rows parted by blank lines, cells on several lines', () => {
    const source = text(
      '  ------ ------ ----',
      '  甲     乙      丙',
      '',
      '  一     本年    1',
      '         新收',
      '',
      '  二             3',
      '  ------ ------ ----',
    )
    const even = source
      .replace('甲     乙      丙', '甲     乙     丙')
      .replace('本年    1', '本年   1')
      .replace('二             3', '二            3')
    expect(tablesOf(readMarkdown(even)).map(rowsOf)).toEqual([
      [
        ['甲', '乙', '丙'],
        ['一', '本年新收', '1'],
        ['二', '', '3'],
      ],
    ])
  })

  test('a header between two rulers, a blank first cell written as a backslash', () => {
    const source = text('====== ==', '名称   数', '====== ==', '规章   1', '\\      2', '====== ==')
    expect(tablesOf(readText(source)).map(rowsOf)).toEqual([
      [
        ['名称', '数'],
        ['规章', '1'],
        ['', '2'],
      ],
    ])
  })

  test('a line that prints over a gap is none of the table', () => {
    expect(tablesOf(readText(text('---- ----', '一二三四五六七八', '---- ----'))).length).toBe(0)
  })
})

test('tables of MediaWiki, with spans, cells on a line each or several on one', () => {
  const source = text(
    '{| class="wikitable"',
    '! colspan="2"| 甲 !! 乙',
    '|-',
    '| rowspan=2 | 规章',
    '|',
    '本年新',
    '',
    '制作',
    '| 1',
    '|-',
    '| 许可 || 2',
    '|}',
  )
  expect(spansIn(source)).toEqual([
    [
      '甲 1/1 1x2',
      '乙 1/3 1x1',
      '规章 2/1 2x1',
      '本年新\n制作 2/2 1x1',
      '1 2/3 1x1',
      '许可 3/2 1x1',
      '2 3/3 1x1',
    ],
  ])
})

/** Cells of one width each, drawn in either count of wide characters. */
const labels = ['规章', '行政规范性文件', '本年收费金额（单位：万元）', '7.属于', '“引号”']
const sheets = fc
  .integer({ min: 2, max: 8 })
  .chain(width =>
    fc.array(
      fc.tuple(
        fc.constantFrom(...labels),
        fc.array(fc.constantFrom('', '0', '12', '-3', '251000元'), { minLength: width, maxLength: width }),
      ),
      { minLength: 2, maxLength: 6 },
    ),
  )
const widthOf = (value: string, wide: boolean): number =>
  [...value].reduce((sum, character) => sum + (wide && character >= '\u2e80' ? 2 : 1), 0)
const draw = (rows: readonly (readonly string[])[], wide: boolean): string => {
  const widths = rows[0]!.map((_, at) => Math.max(1, ...rows.map(row => widthOf(row[at]!, wide))))
  const rule = `+${widths.map(width => '-'.repeat(width + 2)).join('+')}+`
  const line = (row: readonly string[]) =>
    `|${row.map((cell, at) => ` ${cell}${' '.repeat(widths[at]! - widthOf(cell, wide))} `).join('|')}|`
  return [rule, ...rows.flatMap(row => [line(row), rule])].join('\n')
}

test('no cell of a drawn table is ever lost, moved or joined', () => {
  fc.assert(
    fc.property(sheets, fc.boolean(), (sheet, wide) => {
      const rows = sheet.map(([label, values]) => [label, ...values])
      expect(tablesOf(readText(draw(rows, wide))).map(rowsOf)).toEqual([rows])
    }),
  )
})
