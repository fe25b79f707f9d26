import { describe, expect, test } from 'vitest'
import { readXlsx } from '../../../../lib/readers/xlsx/index.ts'
import { cpuTime } from '../../../support/cpu-time.ts'
import { codesOf, expectProblem, shapeOf, tablesOf, textsOf } from '../../../support/samples.ts'
import { type BookXml, xlsxOf } from '../../../support/xlsx.ts'

const read = (book: BookXml) => readXlsx(xlsxOf(book))
const text = (words: string, at = ''): string => `<c ${at} t="inlineStr"><is><t>${words}</t></is></c>`
const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`
const frame = (cell: string): string => row(text('甲'), text('乙')) + row(text('丙'), cell)
const shapes = async (book: BookXml) => tablesOf(await read(book)).map(shapeOf)

const cellOf = async (cell: string, book: Partial<BookXml> = {}) => {
  const document = await read({ sheets: [{ rows: frame(cell) }], ...book })
  return { text: tablesOf(document)[0]!.cells[3]!.text, losses: codesOf(document) }
}

describe('what stands in a cell', () => {
  test.each([
    ['<c><v>16</v></c>', '16'],
    ['<c><v>4068.2080000000001</v></c>', '4068.208'],
    ['<c><v>5.9237244900000004E4</v></c>', '59237.2449'],
    ['<c><v>9.1999999999999998E-2</v></c>', '0.092'],
    ['<c><v>-3</v></c>', '-3'],
    ['<c><f>SUM(A1:B1)</f><v>22</v></c>', '22'],
    ['<c t="str"><f>A1</f><v>无</v></c>', '无'],
    ['<c t="b"><v>1</v></c>', 'TRUE'],
    ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['<c t="d"><v>2024-01-16</v></c>', '2024-01-16'],
    ['<c t="s"><v>1</v></c>', '一\n二'],
    ['<c t="s"><v>2</v></c>', '许可证'],
    ['<c t="inlineStr"><is><r><t>16</t></r><r><t>件</t></r></is></c>', '16件'],
    ['<c/>', ''],
  ])('%s', async (cell, expected) => {
    const strings =
      '<si><t>甲</t></si><si><t>一_x000D_&#10;二</t></si><si><t>许可证</t><rPh><t>xkz</t></rPh></si>'
    expect(await cellOf(cell, { strings })).toEqual({ text: expected, losses: [] })
  })

  test('raised digits are a mark, a formula without result is said', async () => {
    const raised =
      '<c t="inlineStr"><is><r><t>16</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>'
    expect(await cellOf(raised)).toEqual({ text: '16', losses: ['superscript-dropped'] })
    expect(await cellOf('<c><f>SUM(A1)</f></c>')).toEqual({ text: '', losses: ['formula-without-result'] })
  })

  test.each<[string, string, string, string[]]>([
    ['0', '16', '16', []],
    ['0', '16.4', '16.4', ['number-format-ignored']],
    ['#,##0.00_ ', '1234.5', '1234.5', []],
    ['#,##0.00', '1234.567', '1234.567', ['number-format-ignored']],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '16', '16', []],
    ['0.0%', '0.125', '12.5%', []],
    ['0"件"', '16', '16件', []],
    ['0.00"元"', '863500', '863500元', []],
    ['[Red]0', '16', '16', []],
    ['G/通用格式"件"', '16', '16件', []],
    ['0;-0;;@', '0', '0', ['number-format-ignored']],
    ['0;-0;;@', '16', '16', []],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '0', '-', []],
    ['_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '0', '-', []],
    ['0;-0;"无"', '0', '无', []],
    ['0;-0;"7"', '0', '7', ['number-format-ignored']],
    ['#,###', '0', '0', ['number-format-ignored']],
    ['#', '16', '16', []],
    ['0;[Red]0', '-5', '-5', ['number-format-ignored']],
    ['0;[Red]\\(0\\)', '-5', '-5', []],
    ['0', '-5', '-5', []],
    ['0', '0x1F', '0x1F', []],
    ['# ?/?', '0', '格式“# ?/?”：0', ['number-format-ignored']],
    ['[$¥-804]#,##0', '16', '¥16', []],
    ['@', '16', '16', []],
    ['yyyy"年"m"月"d"日"', '45307', '2024-01-16', []],
    ['yyyy/m/d h:mm', '45307.5', '2024-01-16 12:00:00', []],
    ['[$-F800]dddd, mmmm dd, yyyy', '45307', '2024-01-16', []],
    ['h:mm', '0.25', '06:00:00', []],
    ['0,', '16000', '格式“0,”：16000', ['number-format-ignored']],
    ['0!.0,"万元"', '863500', '格式“0!.0,"万元"”：863500', ['number-format-ignored']],
    ['[>=10000]0.0;0', '16', '格式“[>=10000]0.0;0”：16', ['number-format-ignored']],
    ['0*-', '16', '格式“0*-”：16', ['number-format-ignored']],
    ['*-0', '16', '格式“*-0”：16', ['number-format-ignored']],
    ['* 0', '16', '16', []],
    ['# ?/?', '0.5', '格式“# ?/?”：0.5', ['number-format-ignored']],
  ])('format %s of %s', async (format, value, expected, losses) => {
    expect(await cellOf(`<c s="1"><v>${value}</v></c>`, { formats: [format] })).toEqual({
      text: expected,
      losses,
    })
  })

  test('a zero on a sheet that hides zeros is said', async () => {
    const sheets = [
      { rows: frame('<c><v>0</v></c>'), before: '<sheetViews><sheetView showZeros="0"/></sheetViews>' },
    ]
    expect(await cellOf('', { sheets })).toEqual({ text: '0', losses: ['number-format-ignored'] })
  })

  test('days counted from 1904', async () => {
    const book = { formats: ['yyyy-mm-dd'], properties: '<workbookPr date1904="1"/>' }
    expect((await cellOf('<c s="1"><v>43845</v></c>', book)).text).toBe('2024-01-16')
  })
})

describe('what stands on a sheet', () => {
  test('merged cells, gaps, and cells by their addresses', async () => {
    const rows = `<row r="1">${text('a', 'r="A1"')}${text('b', 'r="B1"')}</row><row r="2">${text('甲', 'r="A2"')}${text('1', 'r="C2"')}</row><row r="3">${text('2', 'r="C3"')}${text('3', 'r="D3"')}</row>`
    const merged = '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>'
    expect(await shapes({ sheets: [{ rows, after: merged }] })).toEqual([
      [
        ['a', 'b', '', ''],
        ['甲 2×2', '1', ''],
        ['2', '3'],
      ],
    ])
  })

  test('titles and remarks are paragraphs, empty rows part tables', async () => {
    const table = row(text('甲'), text('1')) + row(text('乙'), text('2'))
    const rows = `${row(text('某局报告'))}${row()}${row(text('表一'))}${table}${row(text('注：无'))}${row()}${table}${row(text('丙'))}`
    const after = '<mergeCells><mergeCell ref="A6:B6"/></mergeCells>'
    const document = await read({ sheets: [{ name: '年报', rows, after }] })
    expect(
      document.blocks.map(block => (block.kind === 'table' ? shapeOf(block).length : block.text)),
    ).toEqual(['年报', '某局报告', '表一', 2, '注：无', 3])
    expect(document.blocks[0]).toMatchObject({ level: 1 })
    expect(shapeOf(tablesOf(document)[1]!).at(-1)).toEqual(['丙', ''])
  })

  test('hidden sheets, rows and columns are left out, and said', async () => {
    const rows = `<row r="1">${text('甲', 'r="A1"')}${text('9', 'r="B1"')}${text('1', 'r="C1"')}</row><row r="2" hidden="1">${text('8', 'r="A2"')}</row><row r="3">${text('乙', 'r="A3"')}${text('2', 'r="C3"')}</row>`
    const document = await read({
      sheets: [
        {
          rows,
          before: '<cols><col min="2" max="2" hidden="1"/></cols>',
          after: '<mergeCells><mergeCell ref="A1:A3"/></mergeCells><drawing r:id="d"/>',
        },
        { name: '底稿', state: 'hidden', rows: row(text('7')) },
      ],
    })
    expect(tablesOf(document).map(shapeOf)).toEqual([[['甲 2×1', '1'], ['2']]])
    expect(textsOf(document)).toEqual(['Sheet1'])
    expect(codesOf(document)).toEqual([
      'drawing-dropped',
      'hidden-cells-dropped',
      'merged-cell-text-dropped',
      'hidden-sheet-dropped',
    ])
  })

  test('what a merged area hides is not read, and said where it is hidden', async () => {
    const rows = frame(text('5')) + row(text('丁'), text('44'))
    const after = '<mergeCells><mergeCell ref="A3:B3"/><mergeCell ref="C1:XFD1048576"/></mergeCells>'
    const read1 = await read({ sheets: [{ rows, after }] })
    expect(tablesOf(read1)[0]!.cells.map(cell => cell.text)).not.toContain('44')
    expect(codesOf(read1)).toEqual(['merged-cell-text-dropped'])
    const blank = frame(text('5')) + row(text('丁'), '<c/>', text('44'))
    const across = '<mergeCells><mergeCell ref="B3:C3"/></mergeCells>'
    const read2 = await read({ sheets: [{ rows: blank, after: across }] })
    expect(tablesOf(read2)[0]!.cells.map(cell => cell.text)).not.toContain('44')
    expect(read2.losses).toMatchObject([{ code: 'merged-cell-text-dropped', source: { row: 3, column: 2 } }])
  })

  test.each([
    ['<strike/>', '', ['struck-text-kept']],
    ['<strike val="0"/>', '', []],
    ['<color rgb="FFFFFFFF"/>', '', ['white-text-kept']],
    ['<color theme="0"/>', '', ['white-text-kept']],
    ['<color theme="0" tint="-0.5"/>', '', []],
    ['<color indexed="9"/>', '', ['white-text-kept']],
    ['<color theme="1"/>', '', []],
    ['<color theme="0"/>', '<patternFill patternType="solid"><fgColor rgb="FF1F4E78"/></patternFill>', []],
    [
      '<color theme="0"/>',
      '<patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill>',
      ['white-text-kept'],
    ],
  ])('a figure in the font %s on %s', async (font, fill, losses) => {
    for (const cell of ['<c s="1"><v>16</v></c>', '<c s="1" t="inlineStr"><is><t>16</t></is></c>'])
      expect(await cellOf(cell, { look: { font, fill } })).toEqual({ text: '16', losses })
  })

  test('a white run beside a black one is another number', async () => {
    const white = '<r><rPr><color rgb="FFFFFFFF"/></rPr><t>1</t></r><r><t>6</t></r>'
    expect(await cellOf(`<c t="inlineStr"><is>${white}</is></c>`)).toEqual({
      text: '1\n6',
      losses: ['white-text-kept'],
    })
  })

  test('rows and columns without height or width are hidden', async () => {
    const rows = `<row r="1">${text('甲', 'r="A1"')}${text('9', 'r="B1"')}${text('1', 'r="C1"')}</row><row r="2" ht="0">${text('8', 'r="A2"')}</row><row r="3">${text('乙', 'r="A3"')}${text('7', 'r="B3"')}${text('2', 'r="C3"')}</row>`
    const before = '<cols><col min="2" max="2" width="0"/></cols>'
    const document = await read({ sheets: [{ rows, before }] })
    expect(tablesOf(document).map(shapeOf)).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ])
    expect(codesOf(document)).toEqual(['hidden-cells-dropped'])
  })
})

describe('refusals', () => {
  test.each([
    ['a cell elsewhere than in its row', `<row r="1">${text('甲', 'r="A2"')}</row>`, ''],
    ['a cell beyond the sheet', `<row r="1">${text('甲', 'r="ZZZ1"')}</row>`, ''],
    ['a text that is missing', row('<c t="s"><v>5</v></c>'), ''],
    [
      'merged cells that overlap',
      frame(text('丁')),
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/></mergeCells>',
    ],
    ['merged cells nowhere', frame(text('丁')), '<mergeCells><mergeCell ref="A1"/></mergeCells>'],
  ])('%s', async (_, rows, after) => {
    await expectProblem(read({ sheets: [{ rows, after }] }), 'file-damaged')
  })

  test('no sheets', async () => {
    await expectProblem(read({ sheets: [] }), 'file-damaged')
  })

  test('more than any report, in bounded time', async () => {
    const started = cpuTime()
    const far = `<row r="1">${text('甲', 'r="A1"')}</row><row r="1048576">${text('乙', 'r="XFD1048576"')}</row>`
    await expectProblem(read({ sheets: [{ rows: far }] }), 'too-complex')
    const merges = '<mergeCell ref="A1:XFD1"/>'.repeat(120_000)
    await expectProblem(read({ sheets: [{ rows: frame(text('1')), after: merges }] }), 'too-complex')
    const long = `<si><t>${'长'.repeat(90_000)}</t></si>`
    const cells = row(...Array.from({ length: 100 }, () => '<c t="s"><v>0</v></c>'))
    await expectProblem(read({ sheets: [{ rows: cells }], strings: long }), 'too-complex')
    await expectProblem(read({ sheets: [{ rows: '<row/>'.repeat(1_600_000) }] }), 'too-complex')
    expect(cpuTime() - started).toBeLessThan(10_000)
  })
})
