import { describe, expect, test } from 'vitest'
import { documentFromHtml } from '../../../../lib/readers/html/document.ts'
import { cell, lossesInCell, outline, read, tablesOf } from '../../../support/html.ts'

describe('paragraphs', () => {
  test('numbers and levels, in reading order with the tables', () => {
    const document = read(
      '<title>页</title><h1>青禾县数据局</h1><p>一</p><table><tr><td>a<td>b</table>二<div>三<h3>四</h3></div>',
    )
    expect(document).toEqual({
      format: 'html',
      naming: { title: '页' },
      losses: [],
      blocks: [
        { kind: 'paragraph', number: 1, text: '青禾县数据局', level: 1 },
        { kind: 'paragraph', number: 2, text: '一' },
        expect.objectContaining({ kind: 'table', number: 1 }),
        { kind: 'paragraph', number: 3, text: '二' },
        { kind: 'paragraph', number: 4, text: '三' },
        { kind: 'paragraph', number: 5, text: '四', level: 3 },
      ],
    })
  })

  test('white space collapses, padding stays', () => {
    expect(outline('<p>\n\t a  b\r\n c\t</p>')).toEqual(['a b c'])
    expect(outline('<p>　　\u00a0收到 <b> 16</b> 件&nbsp;</p>')).toEqual(['　　\u00a0收到 16 件\u00a0'])
    expect(outline('<p>信息\n  公开，\n共\n16\n件</p>')).toEqual(['信息公开，共 16 件'])
    expect(outline('<p>&nbsp;</p><p>　</p><p></p>')).toEqual([])
  })

  test('a line break outside tables begins a paragraph, in headings too', () => {
    expect(outline('一、总体情况<br><br>正文<br/>')).toEqual(['一、总体情况', '正文'])
    expect(read('<h2>青禾县<br>年度报告</h2>').blocks.map(block => 'level' in block && block.level)).toEqual([
      2, 2,
    ])
  })

  test('preformatted text keeps its lines', () => {
    expect(outline('<pre>一\n  二 三\n\n四</pre>')).toEqual(['一', '  二 三', '四'])
  })

  test('lists, definition lists and unknown elements', () => {
    expect(outline('<ol><li>甲<li><p>乙</p></ol><dl><dt>丙<dd>丁</dl>')).toEqual(['甲', '乙', '丙', '丁'])
    expect(outline('<ucapcontent><p><font>20<o:p></o:p></font><x-y>23</x-y>年</p></ucapcontent>')).toEqual([
      '2023年',
    ])
    expect(
      outline('甲<span style="color:red;display: block">乙</span>丙<div style="DISPLAY:inline">丁</div>'),
    ).toEqual(['甲', '乙', '丙丁'])
  })
})

describe('tables', () => {
  test('spans, missing end tags and rows, text from the markup', () => {
    const [table] = tablesOf(
      read('<table><td rowspan=2>三<td colspan="2">x<tr><td><b>1</b>6<td>&nbsp;</td></tr></table>'),
    )
    expect(table).toMatchObject({ rows: 2, columns: 3, columnsKnown: true })
    expect(table!.cells).toEqual([
      {
        row: 1,
        column: 1,
        rowSpan: 2,
        columnSpan: 1,
        text: '三',
        source: { kind: 'table', table: 1, row: 1, column: 1 },
      },
      {
        row: 1,
        column: 2,
        rowSpan: 1,
        columnSpan: 2,
        text: 'x',
        source: { kind: 'table', table: 1, row: 1, column: 2 },
      },
      {
        row: 2,
        column: 2,
        rowSpan: 1,
        columnSpan: 1,
        text: '16',
        source: { kind: 'table', table: 1, row: 2, column: 2 },
      },
      {
        ...{ row: 2, column: 3, rowSpan: 1, columnSpan: 1, text: '\u00a0' },
        source: { kind: 'table', table: 1, row: 2, column: 3 },
      },
    ])
  })

  test.each([
    ['<p>本年新</p>\n<p>制作数量</p>', '本年新\n制作数量'],
    ['本年新<br>制作<br><br>数量', '本年新\n制作\n\n数量'],
    ['<p>\n<br/>\n\n</p>', ''],
    ['<p></p><div><p>16</p></div>', '16'],
    ['<p>16<br></p>', '16'],
    ['<p>　16&nbsp;</p>', '　16\u00a0'],
    ['22<p>（其中修订 16 件）', '22\n（其中修订 16 件）'],
    ['<textarea>16</textarea>', '16'],
    ['<input value="16">', '16'],
    ['<input type="text" readonly value=" 16 ">件', '16 件'],
    ['<input type=hidden value=9>16', '16'],
    ['<select><option>16<option selected>7</select>', '7'],
    ['<select><option disabled>请选择<option>16</select>', '16'],
    ['<table><tr><td><p>16</p></td></tr></table>', '16'],
    ['', ''],
  ])('the text of a cell: %s', (content, text) => {
    expect(cell(content)).toBe(text)
    expect(lossesInCell(content)).toEqual([])
  })

  test.each([
    '<s>12</s>121',
    '<strike>12</strike>121',
    '<span style="text-decoration: line-through">12</span>121',
    '<span style="visibility:hidden">12</span>121',
    '<span style="font-size:0">12</span>121',
  ])('struck out or invisible text never joins a figure: %s', content => {
    expect(cell(content)).toBe('121')
    expect(lossesInCell(content)).toHaveLength(1)
  })

  test('span attributes are read as HTML says', () => {
    const [table] = tablesOf(
      read(
        '<table><tr><td colspan=" +2px">a<td colspan=-3>b<td colspan=x rowspan=0>c<tr><td>d<td>e<td>f</table>',
      ),
    )
    expect(table!.cells.map(({ rowSpan, columnSpan }) => [rowSpan, columnSpan]).slice(0, 3)).toEqual([
      [1, 2],
      [1, 1],
      [2, 1],
    ])
  })

  test('head and foot are printed first and last', () => {
    const html = '<table><tfoot><tr><td>z<td>9<tbody><tr><td>b<td>2<thead><tr><td>a<td>1</table>'
    expect(outline(html)).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
        ['z', '9'],
      ],
    ])
  })

  test('row spans end with thead in a web page, but not in what was made from another format', () => {
    const html = '<table><thead><tr><td rowspan=2>a<td>b</thead><tbody><tr><td>c</tbody></table>'
    expect(tablesOf(documentFromHtml(html, 'html'))[0]!.cells.map(({ column }) => column)).toEqual([1, 2, 1])
    expect(tablesOf(documentFromHtml(html, 'docx'))[0]!.cells.map(({ column }) => column)).toEqual([1, 2, 2])
  })

  test('a caption is a paragraph before its table', () => {
    expect(outline('<table><caption>表<b>一</b></caption><tr><td>a<td>b</table>')).toEqual([
      '表一',
      [['a', 'b']],
    ])
  })

  test('a table that holds tables is layout: its content stands in order, the inner tables stay', () => {
    const html = `<table><caption>外</caption><tr><td>导航<td><h2>标题</h2>
      <table><tr><td>a<td>b</table>中间<table><tr><td>c<td>d<tr><td>e<td>f</table></td></tr>
      <tr><td>下<td>页脚</table>`
    expect(outline(html)).toEqual([
      '外',
      '导航',
      '标题',
      [['a', 'b']],
      '中间',
      [
        ['c', 'd'],
        ['e', 'f'],
      ],
      '下',
      '页脚',
    ])
    expect(tablesOf(read(html)).map(({ number }) => number)).toEqual([1, 2])
  })

  test('a table of a single cell is a frame, around everything or around a figure', () => {
    expect(outline('<table><tr><td><p>甲</p><table><tr><td>a<td>b</table>乙</table>')).toEqual([
      '甲',
      [['a', 'b']],
      '乙',
    ])
    expect(outline('<table><tr><td><h1>甲</h1>正文</table>')).toEqual(['甲', '正文'])
    const frame = (text: string): string => `<table><tr><td>${text}</td></tr></table>`
    expect(outline(`<table><tr><td>${frame('规章')}<td>${frame('0')}<td>1</table>`)).toEqual([
      [['规章', '0', '1']],
    ])
  })

  test('content misplaced between rows comes before the table', () => {
    expect(outline('<table><tr><td>a<td>b</tr>散落<tr><td>c<td>d</table>')).toEqual([
      '散落',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ])
  })
})
