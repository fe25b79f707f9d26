import { describe, expect, test } from 'vitest'
import { readMarkdown, readText } from '../../../../lib/readers/text/index.ts'
import { codesOf, outline, rowsOf, tablesOf } from './rows.ts'

const lines = (...parts: readonly string[]): string => parts.join('\n')
const rowsIn = (text: string) => tablesOf(readText(text)).map(rowsOf)

describe('PIPE with a mark before each row', () => {
  const table = [
    '|',
    '第一项 | |||',
    '|',
    '内容 |',
    '制作 |',
    '公开 |',
    '总数 |',
    '|',
    '规章 |',
    '0 |',
    '1 |',
    '2 |',
  ]

  test('pipes that fill up a row are no cells', () => {
    const text = lines('二、公开', ...table, '|', '收费 |', '135 |', '-2 | |', '三、申请', '共3件。')
    expect(outline(readText(text))).toEqual([
      '二、公开',
      [['第一项'], ['内容', '制作', '公开', '总数'], ['规章', '0', '1', '2'], ['收费', '135', '-2']],
      '三、申请',
      '共3件。',
    ])
    expect(codesOf(readText(text))).toEqual([])
  })

  test('a lone pipe inside a row is a blank cell where the width of the table proves it', () => {
    const document = readText(lines(...table, '|', '文件 |', '|', '7 |', '|', '|', '命令 |', '|', '|', '|'))
    expect(tablesOf(document).map(rowsOf)).toEqual([
      [
        ['第一项'],
        ['内容', '制作', '公开', '总数'],
        ['规章', '0', '1', '2'],
        ['文件', '', '7', ''],
        ['命令', '', '', ''],
      ],
    ])
  })

  test('where no width fits, rows are cut at every lone pipe and the loss is told', () => {
    const document = readText(lines('|', '甲 |', '1 |', '|', '2 |', '|', '乙 |', '3 |', '4 |', '5 |'))
    expect(tablesOf(document).map(rowsOf)).toEqual([[['甲', '1'], ['2'], ['乙', '3', '4', '5']]])
    expect(document.losses).toEqual([
      expect.objectContaining({
        code: 'columns-uncertain',
        source: { kind: 'table', table: 1, row: 1, column: 1 },
      }),
    ])
  })

  test('a cell of two lines is one cell, a heading before a row mark is none', () => {
    expect(
      outline(readText(lines('|', '内容 |', '本年新', '制作数量 |', '说明', '|', '规章 |', '0 |'))),
    ).toEqual([[['内容', '本年新\n制作数量']], '说明', [['规章', '0']]])
  })
})

describe('PIPE without row marks', () => {
  test('rows end with fillers or when they are full; lone pipes are blank cells', () => {
    const text = lines(
      '第一项 |',
      '|||',
      '内容 |',
      '制作 |',
      '公开 |',
      '总数 |',
      '规章 |',
      '|',
      '/ |',
      '0 |',
      '许可 |',
      '9 |',
      '||',
    )
    expect(rowsIn(text)).toEqual([
      [['第一项'], ['内容', '制作', '公开', '总数'], ['规章', '', '/', '0'], ['许可', '9']],
    ])
  })

  test('a lone pipe that ends every row fills it up', () => {
    const text = lines(
      '第一项 |',
      '||||',
      '内容 |',
      '制作 |',
      '公开 |',
      '总数 |',
      '|',
      '规章 |',
      '0 |',
      '1 |',
      '2 |',
      '|',
    )
    expect(rowsIn(text)).toEqual([[['第一项'], ['内容', '制作', '公开', '总数'], ['规章', '0', '1', '2']]])
  })

  test('blanks that were dropped leave the row short', () => {
    expect(rowsIn(lines('一、新收 |', '3 |', '3 |', '|||||||', '二、结转 |', '0 |', '||||||||'))).toEqual([
      [
        ['一、新收', '3', '3'],
        ['二、结转', '0'],
      ],
    ])
  })

  test('without any row end the cells stand in one row', () => {
    expect(rowsIn(lines('规章 |', '0 |', '1 |', '文件 |', '2 |', '3 |'))).toEqual([
      [['规章', '0', '1', '文件', '2', '3']],
    ])
  })
})

describe('one row per line', () => {
  test('without separator: fillers dropped behind figures, blank cells kept', () => {
    const text = lines(
      '第一项 | |||',
      '内容 | 制作 | 公开 | 总数 |',
      '规章 | 0 |  | 2 |',
      '文件 | | | 4 |',
      '收费 | |||',
    )
    const [table] = tablesOf(readText(text))
    expect(rowsOf(table!)).toEqual([
      ['第一项', '', '', ''],
      ['内容', '制作', '公开', '总数'],
      ['规章', '0', '', '2'],
      ['文件', '', '', '4'],
      ['收费', '', '', ''],
    ])
    expect(table!.columnsKnown).toBe(false)
  })

  test('a blank end without spaces counts only where all rows agree', () => {
    expect(rowsIn('规章|0||\n文件|1|2|\n')).toEqual([
      [
        ['规章', '0', ''],
        ['文件', '1', '2'],
      ],
    ])
    const uneven = readText('第一项||||\n规章|0||\n文件|1|2|\n')
    expect(tablesOf(uneven).map(rowsOf)).toEqual([[['第一项'], ['规章', '0'], ['文件', '1', '2']]])
    expect(codesOf(uneven)).toEqual(['columns-uncertain'])
  })

  test('Markdown: separators dropped, blank cells and columns known, a row of dashes kept', () => {
    const text =
      '| 内容 | 制发 | 废止 |\n|---|:--:|---|\n| 规章 |  | 3 |\n| 文件 | - | - |\n\n| 甲 | 1 |\n|---|---|\n| 乙 | 2 | 3 |\n'
    const [first, second] = tablesOf(readMarkdown(text))
    expect(rowsOf(first!)).toEqual([
      ['内容', '制发', '废止'],
      ['规章', '', '3'],
      ['文件', '-', '-'],
    ])
    expect(first!.columnsKnown).toBe(true)
    expect(rowsOf(second!)).toEqual([
      ['甲', '1'],
      ['乙', '2', '3'],
    ])
    expect(second!.columnsKnown).toBe(false)
  })

  test('Markdown without leading pipes, and without closing ones', () => {
    expect(rowsIn('类别 | 数据1 | 总计\n---|---|---\n甲 | 1 | 1\n')).toEqual([
      [
        ['类别', '数据1', '总计'],
        ['甲', '1', '1'],
      ],
    ])
  })

  test('marks inside cells and headings are undone', () => {
    const document = readMarkdown(
      '# 某县报告 #\n\n##二、公开\n\n| **规章** | `3` |\n|---|---|\n| 甲\\|乙<br>丙 | &nbsp;4 |\n',
    )
    expect(outline(document)).toEqual([
      '某县报告',
      '二、公开',
      [
        ['规章', '3'],
        ['甲|乙\n丙', '\u00a04'],
      ],
    ])
    expect(document.blocks[1]).toMatchObject({ level: 2 })
  })

  test('tabs that pad a pipe table are padding', () => {
    expect(rowsIn('| 规章\t| 0\t|\n| 文件\t|\t| \n')).toEqual([
      [
        ['规章', '0'],
        ['文件', ''],
      ],
    ])
  })

  test('a sentence with a pipe stays a sentence', () => {
    expect(outline(readText('首页 | 公开 | 年报\n正文。\n'))).toEqual(['首页 | 公开 | 年报', '正文。'])
  })
})
