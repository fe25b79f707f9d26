import { describe, expect, test } from 'vitest'
import { readXlsx } from '../../../../lib/readers/xlsx/index.ts'
import { codesOf, shapeOf, tablesOf } from '../../../support/samples.ts'
import { type BookXml, xlsxOf } from '../../../support/xlsx.ts'

const read = (book: BookXml) => readXlsx(xlsxOf(book))
const text = (words: string, at = ''): string => `<c ${at} t="inlineStr"><is><t>${words}</t></is></c>`
const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`
const frame = (cell: string): string => row(text('甲'), text('乙')) + row(text('丙'), cell)

const cellOf = async (cell: string, book: Partial<BookXml> = {}) => {
  const document = await read({ sheets: [{ rows: frame(cell) }], ...book })
  return { text: tablesOf(document)[0]!.cells[3]!.text, losses: codesOf(document) }
}

describe('what a format shows of a text', () => {
  test.each<[string, string, string[]]>([
    ['0;-0;0;"文字"@', '文字12', []],
    ['@"件"', '12件', []],
    ['0;0;0;', '12', ['number-format-ignored']],
    [';;;', '12', ['number-format-ignored']],
    ['0;0;0;"已作废"', '12', ['number-format-ignored']],
    ['"1"@', '112', ['number-format-ignored']],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '12', []],
    ['0', '12', []],
    ['[White]0;[White]-0;[White]0;[White]@', '12', ['white-text-kept']],
  ])('%s', async (format, shown, losses) => {
    expect(await cellOf(text('12', 's="1"'), { formats: [format] })).toEqual({ text: shown, losses })
  })
})

describe('a number that is not seen is kept and said', () => {
  test.each<[string, string, string[]]>([
    ['[White]0', '12', ['white-text-kept']],
    ['[白色]0', '12', ['white-text-kept']],
    ['[Color2]0', '12', ['white-text-kept']],
    ['0;[White]-0', '12', []],
    ['0;[White]-0', '-12', ['white-text-kept']],
    ['0;-0;[White]0', '0', ['white-text-kept']],
    ['[Red]0', '12', []],
  ])('%s of %s', async (format, value, losses) => {
    const cell = `<c s="1"><v>${value}</v></c>`
    expect(await cellOf(cell, { formats: [format] })).toEqual({ text: value, losses })
  })

  test.each([
    [
      'of the colour of its ground',
      '<color rgb="FF203864"/>',
      '<patternFill><fgColor rgb="FF203864"/></patternFill>',
    ],
    ['of a point or two', '<sz val="1"/>', ''],
  ])('%s', async (_, font, fill) => {
    const cell = '<c s="1"><v>12</v></c>'
    expect(await cellOf(cell, { look: { font, fill } })).toEqual({ text: '12', losses: ['white-text-kept'] })
  })

  test.each([
    ['a row', '<row r="2" ht="0.75" customHeight="1">', ''],
    ['a column', '<row r="2">', '<cols><col min="2" max="2" width="0.1"/></cols>'],
  ])('%s of which nothing can be seen is hidden', async (_, second, before) => {
    const rows = `<row r="1">${text('甲')}${text('乙')}${text('丁')}</row>${second}${text('丙')}${text('3')}${text('4')}</row><row r="3">${text('戊')}${text('5')}${text('6')}</row>`
    const document = await read({ sheets: [{ rows, before }] })
    expect(tablesOf(document)[0]!.cells.some(({ text }) => text === '3')).toBe(false)
    expect(codesOf(document)).toContain('hidden-cells-dropped')
  })

  test.each<[string, string, string[]]>([
    ['white', '<dxf><font><color rgb="FFFFFFFF"/></font></dxf>', ['number-format-ignored']],
    ['struck', '<dxf><font><strike/></font></dxf>', ['number-format-ignored']],
    [
      'with a format of its own',
      '<dxf><numFmt numFmtId="300" formatCode=";;;"/></dxf>',
      ['number-format-ignored'],
    ],
    [
      'on black',
      '<dxf><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>',
      ['number-format-ignored'],
    ],
    ['red', '<dxf><font><color rgb="FFFF0000"/></font></dxf>', []],
    ['on pink', '<dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>', []],
  ])('by a conditional format: %s', async (_, differential, losses) => {
    const after =
      '<conditionalFormatting sqref="A1:B9"><cfRule type="cellIs" dxfId="0" operator="equal"><formula>12</formula></cfRule></conditionalFormatting>'
    const document = await read({ sheets: [{ rows: frame('<c><v>12</v></c>'), after }], differential })
    expect(codesOf(document)).toEqual(losses)
  })
})

describe('a number that its cell does not show', () => {
  const solid = (colour: string): string =>
    `<patternFill patternType="solid"><fgColor ${colour}/></patternFill>`
  test.each<[string, string, string, string[]]>([
    ['blacked out', '', solid('rgb="FF000000"'), ['white-text-kept']],
    ['blacked out by theme', '<color theme="1"/>', solid('theme="1"'), ['white-text-kept']],
    ['automatic on dark', '<color indexed="64"/>', solid('rgb="FF111111"'), ['white-text-kept']],
    ['white on black', '<color rgb="FFFFFFFF"/>', solid('rgb="FF000000"'), []],
    ['black on grey', '', solid('theme="0" tint="-0.15"'), []],
    ['the palest grey on white', '<color theme="0" tint="-0.0499"/>', '', ['white-text-kept']],
    ['white on the palest grey', '<color theme="0"/>', solid('rgb="FFF2F2F2"'), ['white-text-kept']],
    ['grey on white', '<color theme="0" tint="-0.5"/>', '', []],
  ])('%s', async (_, font, fill, losses) => {
    const cell = '<c s="1"><v>12</v></c>'
    expect((await cellOf(cell, { look: { font, fill } })).losses).toEqual(losses)
  })

  test('a part of it too small to be seen', async () => {
    const run = (words: string, size: string): string =>
      `<r><rPr><sz val="${size}"/></rPr><t>${words}</t></r>`
    const cell = `<c t="inlineStr"><is>${run('12', '11')}${run('3', '1')}</is></c>`
    expect((await cellOf(cell)).losses).toEqual(['white-text-kept'])
  })

  test.each(['dataBar', 'iconSet'])('a %s alone in its place', async kind => {
    const formatted = (shown: string) =>
      `<conditionalFormatting sqref="A1:B9"><cfRule type="${kind}"><${kind}${shown}><cfvo type="min"/></${kind}></cfRule></conditionalFormatting>`
    const lossesOf = async (after: string) =>
      codesOf(await read({ sheets: [{ rows: frame('<c><v>12</v></c>'), after }] }))
    expect(await lossesOf(formatted(' showValue="0"'))).toEqual(['number-format-ignored'])
    expect(await lossesOf(formatted(''))).toEqual([])
  })
})

test('titles of sections typed into first cells part the tables', async () => {
  const line = (words: string): string => row(text(words))
  const table = row(text('四、结转下年度继续办理'), text('8')) + row(text('行政许可'), text(''))
  const rows =
    line('二、主动公开政府信息情况') +
    table +
    line('三、收到和处理政府信息公开申请情况') +
    table +
    line('六、其他需要报告的事项') +
    line('无。')
  const { blocks } = await read({ sheets: [{ rows }] })
  expect(blocks.map(block => (block.kind === 'table' ? block.rows : block.text))).toEqual([
    ...['Sheet1', '二、主动公开政府信息情况', 2, '三、收到和处理政府信息公开申请情况', 2],
    ...['六、其他需要报告的事项', '无。'],
  ])
})

describe('paragraphs of a web table’s cell that Excel put into rows of their own', () => {
  const merged = '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>'
  /** Styles 2, 3 and 4: ruled above, below, both. */
  const borders = [
    '<top style="thin"/>',
    '<bottom style="thin"/>',
    '<top style="thin"/><bottom style="thin"/>',
  ]
  const sheet = (styles: readonly [number, number, number]) =>
    `<row r="1">${text('信息内容', 'r="A1" s="4"')}${text('商业', `r="B1" s="${styles[0]}"`)}</row>` +
    `<row r="2"><c r="B2" s="${styles[1]}"/></row>` +
    `<row r="3">${text('企业', `r="B3" s="${styles[2]}"`)}</row>` +
    `<row r="4">${text('规章', 'r="A4" s="4"')}<c r="B4"><v>7</v></c></row>`

  test('are one cell where no line is ruled between them', async () => {
    const [table] = (await read({ sheets: [{ rows: sheet([2, 0, 3]), after: merged }], borders })).blocks
      .filter(block => block.kind === 'table')
      .map(shapeOf)
    expect(table).toEqual([
      ['信息内容', '商业\n企业'],
      ['规章', '7'],
    ])
  })

  test.each([
    ['a line between them', [2, 3, 3]],
    ['no line below', [2, 0, 0]],
    ['no line at all', [0, 0, 0]],
  ] as const)('stay apart with %s', async (_, styles) => {
    const table = tablesOf(await read({ sheets: [{ rows: sheet(styles), after: merged }], borders }))[0]!
    expect(table.cells.filter(({ text }) => text === '商业' || text === '企业')).toHaveLength(2)
  })
})
