import { describe, expect, test } from 'vitest'
import { readRtf } from '../../../../lib/readers/rtf/index.ts'
import { cpuTime } from '../../../support/cpu-time.ts'
import { seeded } from '../../../support/random.ts'
import {
  codesOf,
  expectProblem,
  figuresOf,
  fixture,
  sampleFigures,
  settles,
  shapeOf,
  tablesOf,
  textsOf,
} from '../../../support/samples.ts'

const read = (rtf: string) => readRtf(Buffer.from(rtf, 'latin1'))
const document = (body: string) => read(`{\\rtf1\\ansi\\ansicpg936\\uc1 ${body}}`)
const texts = async (body: string): Promise<string[]> => textsOf(await document(body))
const hex = (text: string): string => text.replace(/../g, byte => `\\'${byte}`)

describe('text', () => {
  test('Unicode, with what stands in for it in old readers', async () => {
    expect(await texts("\\u26412\\'b1\\u24180?\\par")).toEqual(['本年'])
    expect(await texts("{\\uc2\\u26412\\'b1\\'be\\u24180\\'c4\\'ea}\\par")).toEqual(['本年'])
    expect(await texts('{\\uc0\\u26412\\u24180 x}\\par')).toEqual(['本年x'])
    expect(await texts('\\u8220\\ldblquote a\\u-10179?\\u-8704?\\par')).toEqual(['“a\ud83d\ude00'])
    expect(await texts('{\\uc9\\u26412}\\u24180?\\par')).toEqual(['本年'])
  })

  test('what stands in never swallows a cell or a paragraph', async () => {
    const read = await document(
      '\\trowd\\cellx900\\cellx1900\\intbl\\uc1\\u26412\\cell 2\\cell\\row\\pard\\u24180\\par ?\\par',
    )
    expect(shapeOf(tablesOf(read)[0]!)).toEqual([['本', '2']])
    expect(textsOf(read)).toEqual(['年', '?'])
  })

  test('bytes in the code page of the font, of its Chinese companion, of the document', async () => {
    const fonts =
      '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 Ming;}{\\f3\\fcharset204 Cyr;}}'
    const simplified = hex('d5fecef1b9abbfaa')
    const body = `${fonts}{\\f1 ${simplified}}\\par{\\f2 ${hex('ac46b0c8a4bdb67d')}}\\par{\\rtlch\\af0\\ltrch\\f0\\dbch\\af1 ${simplified}}\\par{\\f0 ${simplified}}\\par{\\f3 ${hex('cff0e8e2')}}\\par`
    const expected = ['政务公开', '政務公開', '政务公开', '政务公开']
    expect((await texts(body)).slice(0, 4)).toEqual(expected)
    const western = `{\\rtf1\\ansi\\ansicpg1252${fonts}{\\f3 ${hex('cff0e8e2')}}\\par{\\f0 caf\\'e9}\\par}`
    expect(textsOf(await read(western))).toEqual(['Прив', 'café'])
  })

  test('a character in two tokens, and bytes that are not escaped', async () => {
    expect(await texts("\\'81@\\par")).toEqual(['丂'])
    expect(await texts(`${Buffer.from('d5fecef1', 'hex').toString('latin1')}\\par`)).toEqual(['政务'])
  })

  test('words that print, breaks, and what prints nothing', async () => {
    expect(await texts('\\lquote a\\rquote\\~b\\_c\\-d\\emdash\\tab\\{\\}\\\\\\line e\\par')).toEqual([
      '‘a’\u00a0b-cd—\t{}\\',
      'e',
    ])
    const silent =
      '{\\header 页眉}{\\*\\generator x;}{\\info{\\title y}}{\\listtext 1.}{\\*\\bkmkstart z}{\\bin4 }}}}}a\\par'
    expect(await texts(silent)).toEqual(['a'])
  })

  test('hidden, deleted, struck and raised text, notes, pictures, objects, shapes', async () => {
    const read = await document(
      'a{\\v b}{\\deleted c}{\\revised d}{\\strike e}{\\footnote\\pard note}{\\*\\shppict{\\pict ff}}{\\nonshppict{\\pict ff}}{\\object{\\result x}}{\\shp{\\*\\shpinst{\\sp{\\sn n}}{\\shptxt box\\par}}{\\shprslt old}}\\par',
    )
    expect(textsOf(read)).toEqual(['ade'])
    expect(codesOf(read)).toEqual([
      'hidden-text-dropped',
      'tracked-changes-accepted',
      'note-mark-dropped',
      'picture-dropped',
      'object-dropped',
      'drawing-dropped',
      'struck-text-kept',
      'text-box-dropped',
    ])
    const table = await document('\\trowd\\cellx900\\cellx1900\\intbl a\\cell 16{\\super 1}\\cell\\row')
    expect(shapeOf(tablesOf(table)[0]!)).toEqual([['a', '16']])
  })

  test('white digits are said, and kept apart in a cell', async () => {
    const colours = '{\\colortbl;\\red255\\green255\\blue255;\\red255\\green0\\blue0;}'
    const read = await document(
      `${colours}\\trowd\\cellx900\\cellx1800\\intbl 16{\\cf1 3}\\cell 5{\\cf2 7}\\cell\\row\\pard {\\cf1 9}\\par`,
    )
    expect(tablesOf(read).map(shapeOf)).toEqual([[['16\n3', '57']]])
    expect(codesOf(read)).toEqual(['white-text-kept', 'white-text-kept'])
    expect(textsOf(read)).toEqual(['9'])
  })

  test('fields print their results', async () => {
    const read = await document(
      '{\\field{\\*\\fldinst {PAGE}}{\\fldrslt {3}}}{\\field{\\*\\fldinst =SUM(LEFT)}}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt y}}\\par',
    )
    expect(textsOf(read)).toEqual(['3y'])
    expect(read.losses.map(({ message }) => message.zh)).toEqual([expect.stringContaining('=SUM(LEFT)')])
  })

  test('stacked characters and formulas without a result are said', async () => {
    const read = await document(
      'a{\\field{\\*\\fldinst { EQ \\\\o\\\\al(\\\\s\\\\up 10(9),56)}}{\\fldrslt {}}}b{\\field{\\*\\fldinst =1}{\\fldrslt 1}}\\par',
    )
    expect(textsOf(read)).toEqual(['ab1'])
    expect(codesOf(read)).toEqual(['field-without-result'])
  })

  test('headings by style and by level', async () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s3 heading 2;}{\\s4\\outlinelevel0 own;}}'
    const read = await document(
      `${styles}\\pard\\s3 a\\par\\pard\\s4 b\\par\\pard\\outlinelevel2 c\\par\\pard d\\par`,
    )
    expect(read.blocks.map(block => 'level' in block && block.level)).toEqual([2, 1, 3, false])
  })
})

describe('tables', () => {
  test('as Word writes them: the definition before and behind the cells', async () => {
    const definition = '\\trowd\\trleft-108\\clvmgf\\cellx900\\cellx1900\\clmgf\\cellx2900\\clmrg\\cellx3900'
    const next = definition.replace('clvmgf', 'clvmrg').replace('\\clmgf', '').replace('\\clmrg', '')
    const row = (cells: string, own: string): string => `${own}\\pard\\intbl{${cells}}\\pard{${own}\\row}`
    const read = await document(
      row('甲', definition).replace('甲', 'a\\cell }{b\\cell c\\cell\\cell ') +
        row('\\cell 1\\cell 2\\cell 3\\cell ', next),
    )
    expect(shapeOf(tablesOf(read)[0]!)).toEqual([
      ['a 2×1', 'b', 'c 1×2'],
      ['1', '2', '3'],
    ])
    expect(read.losses).toEqual([])
  })

  test('paragraphs in a cell, said to be in a table or not', async () => {
    const read = await document('\\trowd\\cellx900\\cellx1900\\intbl a\\cell b\\par\\pard c\\cell\\row')
    expect(shapeOf(tablesOf(read)[0]!)).toEqual([['a', 'b\nc']])
  })

  test('a nested table as Word writes it', async () => {
    const outer = '\\trowd\\cellx900\\cellx1900\\cellx2900'
    const nested =
      '\\pard\\intbl\\itap2 x\\nestcell 7\\nestcell{\\*\\nesttableprops\\trowd\\cellx300\\cellx600\\nestrow}{\\nonesttables\\par}'
    const read = await document(
      `\\pard\\intbl a\\cell ${nested}\\pard\\intbl b\\cell c\\cell{${outer}\\row}\\pard\\intbl 1\\cell 2\\cell 3\\cell{${outer}\\row}`,
    )
    expect(tablesOf(read).map(shapeOf)).toEqual([
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
      [['x', '7']],
    ])
  })

  test('cells that do not go with the definition: only their order is known', async () => {
    const read = await document('\\trowd\\cellx900\\cellx1900\\intbl a\\cell\\cell 3\\cell\\row\\pard x\\par')
    expect(tablesOf(read)).toMatchObject([{ columnsKnown: false, columns: 3 }])
    expect(shapeOf(tablesOf(read)[0]!)).toEqual([['a', '', '3']])
    expect(codesOf(read)).toEqual(['columns-uncertain'])
  })

  test('text behind the last cell stays in its row', async () => {
    const read = await document(
      '\\trowd\\cellx900\\cellx1900\\intbl a\\cell 1\\cell 9\\row\\intbl b\\cell 2\\cell\\row\\pard x\\par',
    )
    expect(shapeOf(tablesOf(read)[0]!)).toEqual([
      ['a', '1', '9'],
      ['b', '2'],
    ])
    expect(codesOf(read)).toEqual(['columns-uncertain'])
  })

  test('a blank and a missing cell shift nothing', async () => {
    const rtf = Buffer.from(fixture('rtf', 'qinghe-2023')).toString('latin1')
    const expected = sampleFigures('qinghe')
    expect(rtf.split('\n1286}\\cell').length).toBe(2)
    const blank = figuresOf(await read(rtf.replace('\n1286}\\cell', '}\\cell')))
    const key = 'proactiveDisclosure.administrativeLicensing.decisions'
    expect(blank).toEqual({ ...expected, [key]: ['blank', null] })
    const missing = figuresOf(await read(rtf.replace('\n1286}\\cell', '}')))
    expect(missing[key]![0]).not.toBe('number')
    for (const [name, [state, value]] of Object.entries(missing))
      if (state === 'number') expect([name, value]).toEqual([name, expected[name]![1]])
  })
})

describe('refusals', () => {
  test('cut short, unfinished rows, nesting without end', async () => {
    const whole = Buffer.from(fixture('rtf', 'qinghe-2023'))
    for (let length = 0; length < whole.length - 4; length += 9000)
      await expectProblem(readRtf(whole.subarray(0, length)), 'file-damaged')
    await expectProblem(document('\\trowd\\cellx900\\intbl a\\cell'), 'file-damaged')
    // A zero byte in a word would leave half of it behind as text: 12 would read as 812.
    await expectProblem(document('\\trowd\\clpadr1\u00008\\cellx900\\intbl 12\\cell\\row'), 'file-damaged')
    await expectProblem(document('1\u00002'), 'file-damaged')
    // So would a word whose letters are gone: 16 would read as 1116.
    await expectProblem(document('\\trowd\\cellx900\\intbl\\11 16\\cell\\row'), 'file-damaged')
    await expectProblem(read('{\\rtf1'.padEnd(5000, '{')), 'too-complex')
  })

  test.each([
    ['groups', '{}'],
    ['words', '\\b'],
    ['characters', '\\u1234?'],
    ['cells', '\\cell'],
    ['paragraphs', '\\par'],
    ['paragraphs in a cell', '\\intbl\\par'],
    ['edges', '\\cellx9'],
    ['runs', '\\i a\\super b'],
  ])('too many %s, in bounded time', async (_, unit) => {
    const started = cpuTime()
    const refused = await settles(document(unit.repeat(30_000_000 / unit.length)))
    expect(refused).toHaveProperty('code', expect.stringMatching(/too-/))
    expect(cpuTime() - started).toBeLessThan(10_000)
  })

  test('whatever happens to its bytes, it is read or refused', async () => {
    for (let round = 0; round < 100; round++) {
      const random = seeded(`rtf ${round}`)
      const bytes = Buffer.from(fixture('rtf', 'structures'))
      for (let change = random(20); change >= 0; change--)
        bytes.writeUInt8([0x5c, 0x7b, 0x7d, 0x27, random(256)][random(5)]!, 10 + random(bytes.length - 10))
      await settles(readRtf(bytes))
    }
  })
})

test('a figure behind an automatic number is said at its cell', async () => {
  const grid = (cell: string): string =>
    `\\trowd\\cellx900\\cellx1900\\pard\\intbl A\\cell ${cell}\\cell\\row`
  const numbered = ['\\ls1 16', '{\\pntext 1.\\tab}16'].map(grid)
  const { losses } = await document(`\\pard\\ls1 a\\par ${numbered.join('')}`)
  expect(losses).toMatchObject([
    { code: 'numbering-dropped', source: { kind: 'paragraph', paragraph: 1 } },
    { code: 'number-prefix-dropped', source: { table: 1, row: 1, column: 2 } },
    { code: 'number-prefix-dropped', source: { table: 1, row: 2, column: 2 } },
  ])
})

describe('words cut by a line end', () => {
  const numbered = '\\af10 \\af11 \\af10 \\cellx900 \\cellx900 \\cellx900 '
  test.each(['\\cellx\n12\\par', '\\a\n12\\par', '\\a\r\n-12\\par'])('%j is damage', async cut => {
    await expectProblem(document(numbered + cut), 'file-damaged')
  })

  test.each(['\\loch\n12\\par', '\\b\n12\\par', '\\cellx900\n12\\par', '\\a\nx12\\par'])(
    '%j is not',
    async whole => {
      expect(await texts(`${numbered}\\brdrw1 \\brdrw2 \\brdrw3 ${whole}`)).toEqual([
        expect.stringContaining('12'),
      ])
    },
  )
})
