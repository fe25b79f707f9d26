import { describe, expect, test } from 'vitest'
import { documentFromHtml } from '../../../../lib/readers/html/document.ts'
import { readMarkdown, readMixed, readText } from '../../../../lib/readers/text/index.ts'
import { cpuTime } from '../../../support/cpu-time.ts'
import { outline, rowsOf, tablesOf } from './rows.ts'

const text = (...lines: string[]): string => lines.join('\n')
const rowsIn = (source: string): string[][][] => tablesOf(readText(source)).map(rowsOf)

describe('printed lines', () => {
  test('words and the figures behind them, words alone between', () => {
    const source = text('规章   0   0   3', '  - 2 -', '（二）部分公开（区分', '4 0 1', '处理的） 1 2 -')
    expect(rowsIn(source)).toEqual([
      [
        ['规章', '0', '0', '3'],
        ['- 2 -'],
        ['（二）部分公开（区分'],
        ['4', '0', '1'],
        ['处理的）', '1', '2', '-'],
      ],
    ])
    expect(tablesOf(readText(source))[0]).toMatchObject({ columnsKnown: false, printedLines: true })
  })

  test('an amount and its unit are one cell, a remark in brackets with it', () => {
    expect(rowsIn('政府集中采购 132 13724.02 万元')).toEqual([[['政府集中采购', '132', '13724.02 万元']]])
    expect(rowsIn('规范性文件 22（其中修订 16 件） 55 1,234')).toEqual([
      [['规范性文件', '22（其中修订 16 件）', '55', '1,234']],
    ])
  })

  test('dates, pages and sentences are no rows', () => {
    const source = text(
      '2023年 1 月 10 日',
      '第 3 页 共 8 页',
      '3 / 8',
      '本年共收到申请 22 件，办结 21 件。',
      '其中 2 项，共 3 项',
    )
    expect(rowsIn(source)).toEqual([])
  })

  test('a heading of a section ends the table', () => {
    const source = text('规章 0 0 3', '三、收到和处理政府信息公开申请情况', '一、本年新收 1 2 3')
    expect(outline(readText(source))).toEqual([
      [['规章', '0', '0', '3']],
      '三、收到和处理政府信息公开申请情况',
      [['一、本年新收', '1', '2', '3']],
    ])
  })
})

describe('rows parted by commas', () => {
  test('cells, blank ones too, quoted ones whole', () => {
    expect(rowsIn('信息内容,制发,废止\n规章,0,\n"行政,许可",2,"1,234"')).toEqual([
      [
        ['信息内容', '制发', '废止'],
        ['规章', '0', ''],
        ['行政,许可', '2', '1,234'],
      ],
    ])
  })

  test('a comma that may stand inside a number leaves the row unread', () => {
    expect(rowsIn('甲,1,2\n乙,3,4\n丙,1,234,5')[0]!.at(-1)).toEqual(['丙,1,234,5'])
  })

  test('sentences with commas are none', () => {
    expect(rowsIn('发布信息12条,其中动态3条,公告9条\n接受咨询,办理申请')).toEqual([])
  })
})

test('rows that stand apart are one table', () => {
  expect(rowsIn('信息内容\t数\n\n\n规章\t0\n\n\n许可\t7')).toEqual([
    [
      ['信息内容', '数'],
      ['规章', '0'],
      ['许可', '7'],
    ],
  ])
  expect(rowsIn('信息内容|数\n\n\n规章|0\n\n\n许可|7')).toEqual([
    [
      ['信息内容', '数'],
      ['规章', '0'],
      ['许可', '7'],
    ],
  ])
})

test('html2text writes a cell with a paragraph on a line of its own', () => {
  const source = text('名称 |  甲 |  乙', '---|---|---', '规章 |  1 |   ', '|  3', '许可 |   ', '|  2')
  expect(tablesOf(readMarkdown(source)).map(rowsOf)).toEqual([
    [
      ['名称', '甲', '乙'],
      ['规章', '1', '', '3'],
      ['许可', '', '2'],
    ],
  ])
})

test('an HTML table among pipe tables: all are read, in order and numbered through', () => {
  const source = text(
    '# 标题',
    '| 甲 | 乙 |',
    '|---|---|',
    '| 规章 | 1 |',
    '',
    '<table><tr><td>许可<td>2</table>',
    '',
    '段落',
    '| 丙 | 丁 |',
    '|---|---|',
    '| 处罚 | 3 |',
  )
  const document = readMixed(source, part => documentFromHtml(part, 'markdown'))
  expect(outline(document)).toEqual([
    '标题',
    [
      ['甲', '乙'],
      ['规章', '1'],
    ],
    [['许可', '2']],
    '段落',
    [
      ['丙', '丁'],
      ['处罚', '3'],
    ],
  ])
  expect(tablesOf(document).map(table => [table.number, table.cells[0]!.source])).toEqual(
    [1, 2, 3].map(table => [table, { kind: 'table', table, row: 1, column: 1 }]),
  )
})

describe('what a hostile text may cost', () => {
  const hostile: Record<string, string> = {
    rulers: '---- ----\n甲 乙\n'.repeat(5_000),
    'full rulers': '----------\n'.repeat(10_000),
    frames: '+---+---+\n| 甲 | 1 |\n'.repeat(5_000),
    'broken frames': '+---+---+\n| 甲 1 |\n甲\n'.repeat(3_000),
    figures: `${'甲 1 2 3\n乙\n丙\n'.repeat(3_000)}`,
    'weak figures': '甲 1\n'.repeat(10_000),
    'lines of figures': '1 2 3 4 5 6 7\n'.repeat(10_000),
    commas: '甲,1,乙\n'.repeat(10_000),
    'apart commas': '甲,1\n\n\n'.repeat(5_000),
    'apart pipes': '甲|1\n\n\n'.repeat(5_000),
    'apart tabs': '甲\t1\n\n\n'.repeat(5_000),
    brackets: `甲 1（${' '.repeat(900)}2\n`.repeat(2_000),
  }
  test.each(Object.entries(hostile))('%s', (_, source) => {
    const begun = cpuTime()
    readText(source)
    expect(cpuTime() - begun).toBeLessThan(8_000)
  })
})
