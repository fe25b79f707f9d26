import { describe, expect, test } from 'vitest'
import { readText } from '../../../../lib/readers/text/index.ts'
import { outline, rowsOf, tablesOf } from './rows.ts'

describe('TAB: one cell per line', () => {
  test('a tab begins a cell, a line without one continues it, an empty line ends the row', () => {
    const text =
      '二、主动公开情况\n\n\t第一项\n\n\t内容\n\t本年新\n制作数量\n\t总数\n\n\t规章\n\t　0\n\t\n\n\n\n三、申请情况\n共3件。\n'
    expect(outline(readText(text))).toEqual([
      '二、主动公开情况',
      [['第一项'], ['内容', '本年新\n制作数量', '总数'], ['规章', '　0', '']],
      '三、申请情况',
      '共3件。',
    ])
  })

  test('lone tabs are blank cells, wherever they stand', () => {
    const text = '\t\n\t\n\t1.甲类\n\t3\n\t\n\t\n\t3\n\n\t\n\t合计\n\t\n\t\n\t\n\t\n'
    expect(outline(readText(text))).toEqual([
      [
        ['', '', '1.甲类', '3', '', '', '3'],
        ['', '合计', '', '', '', ''],
      ],
    ])
  })

  test('a tab after white space begins a cell even where the row break is missing', () => {
    const [table] = tablesOf(readText('\t文件\n\t10\n\t10\n \t第五项\n\n\t许可\n\t1\n'))
    expect(rowsOf(table!)).toEqual([
      ['文件', '10', '10', '第五项'],
      ['许可', '1'],
    ])
  })

  test('a heading or a sentence right after the last cell is not its continuation', () => {
    const text = '\t许可\n\t12\n三、申请情况\n\n\t甲\n\t5\n本年收到5件申请，均已办结。\n'
    expect(outline(readText(text))).toEqual([
      [['许可', '12']],
      '三、申请情况',
      [['甲', '5']],
      '本年收到5件申请，均已办结。',
    ])
  })

  test('two empty lines end the table, one does not', () => {
    expect(tablesOf(readText('\t甲\n\t1\n\n\t乙\n\t2\n\n\n\t丙\n\t3\n'))).toHaveLength(2)
  })

  test('cells are counted in their row, and columns are not claimed', () => {
    const [table] = tablesOf(readText('\t甲\n\t1\n\n\t\n\t乙\n\t2\n'))
    expect(table).toMatchObject({ number: 1, rows: 2, columns: 3, columnsKnown: false })
    expect(table!.cells[4]).toEqual({
      row: 2,
      column: 3,
      rowSpan: 1,
      columnSpan: 1,
      text: '2',
      source: { kind: 'table', table: 1, row: 2, column: 3 },
    })
  })

  test('prose indented with tabs stays prose', () => {
    const text = '\t一、总体情况\n\t本年我局公开信息12条，办理申请3件。\n\t（一）主动公开\n\t全部按时公开。\n'
    expect(outline(readText(text))).toEqual([
      '一、总体情况',
      '本年我局公开信息12条，办理申请3件。',
      '（一）主动公开',
      '全部按时公开。',
    ])
  })
})

describe('tabs between the cells of a line', () => {
  test('each line is a row, blank cells kept, captions without tabs among them', () => {
    const text = '第一项\n内容\t制发\t废止\n规章\t0\t\n文件\t\t2\n第五项\n许可\t7\n'
    expect(outline(readText(text))).toEqual([
      '第一项',
      [['内容', '制发', '废止'], ['规章', '0', ''], ['文件', '', '2'], ['第五项'], ['许可', '7']],
    ])
  })

  test('a tab that closes every line is no blank cell', () => {
    const [table] = tablesOf(readText('规章\t0\t1\t\n文件\t\t2\t\n'))
    expect(rowsOf(table!)).toEqual([
      ['规章', '0', '1'],
      ['文件', '', '2'],
    ])
  })

  test('one line with a tab, such as a signature, is a paragraph', () => {
    expect(outline(readText('无\n某某局\t2024年1月5日\n'))).toEqual(['无', '某某局\t2024年1月5日'])
  })
})
