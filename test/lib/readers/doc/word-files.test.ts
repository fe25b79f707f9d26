import { describe, expect, test } from 'vitest'
import { readDoc } from '../../../../lib/readers/doc/index.ts'
import {
  type DocOptions,
  type DocParagraph,
  defTable,
  docOf,
  inCell,
  le16,
  le32,
  rowEnd,
} from '../../../support/doc.ts'
import { codesOf, expectProblem, shapeOf, tablesOf, textsOf } from '../../../support/samples.ts'

const cells = (...texts: string[]): DocParagraph[] =>
  texts.map(text => ({ text: `${text}\x07`, properties: inCell }))
const end = (...table: number[]): DocParagraph => ({ text: '\x07', properties: rowEnd(...table) })
const rows: DocParagraph[] = [
  { text: '前文\r' },
  ...cells('甲', '1', '2'),
  end(...defTable([-108, 1000, 2000, 3000])),
  ...cells('乙', '', '4'),
  end(...defTable([-108, 1000, 2000, 3000])),
  { text: '后文\r' },
]
const read = (paragraphs: readonly DocParagraph[], options?: DocOptions) =>
  readDoc(docOf(paragraphs, options))
const shapes = async (paragraphs: readonly DocParagraph[], options?: DocOptions) =>
  tablesOf(await read(paragraphs, options)).map(shapeOf)
const expected = [
  ['甲', '1', '2'],
  ['乙', '', '4'],
]

describe('text', () => {
  test('a plain save', async () => {
    const document = await read(rows)
    expect(tablesOf(document).map(shapeOf)).toEqual([expected])
    expect(textsOf(document)).toEqual(['前文', '后文'])
    expect(document.losses).toEqual([])
  })

  test('a fast save: pieces in any order, some with one byte for each character', async () => {
    const text = rows.map(paragraph => paragraph.text).join('')
    const one = text.indexOf('1')
    const cuts = [one, one + 4, text.indexOf('乙'), text.length - 2]
    expect(await shapes(rows, { cuts, order: [3, 1, 4, 0, 2] })).toEqual([expected])
    expect(await shapes(rows, { cuts, order: [4, 2, 1, 0, 3], compressed: [1] })).toEqual([expected])
  })

  test('modifiers of a piece count for its characters', async () => {
    const hidden = [0x3c, 0x08, 1]
    const document = await read([{ text: '看得见看不见\r' }], { cuts: [3, 6], modifiers: { 1: hidden } })
    expect(textsOf(document)).toEqual(['看得见'])
    expect(codesOf(document)).toEqual(['hidden-text-dropped'])
  })

  test.each<[string, number[], string, string]>([
    ['deleted', [0x00, 0x08, 1], '16', 'tracked-changes-accepted'],
    ['hidden', [0x3c, 0x08, 1], '16', 'hidden-text-dropped'],
    ['hidden as a style is not', [0x3c, 0x08, 0x81], '16', 'hidden-text-dropped'],
    ['raised', [0x48, 0x2a, 1], '16', 'superscript-dropped'],
    ['white', [0x70, 0x68, 255, 255, 255, 0], '16\n3', 'white-text-kept'],
    ['white as in 1997', [0x42, 0x2a, 8], '16\n3', 'white-text-kept'],
    ['raised by hand', [0x45, 0x48, 8, 0], '16', 'superscript-dropped'],
    ['struck', [0x37, 0x08, 1], '16\n3', 'struck-text-kept'],
  ])('%s digits do not join a figure', async (_, properties, text, code) => {
    const paragraphs = [...cells('甲', '163'), end(...defTable([0, 1000, 2000]))]
    const document = await read(paragraphs, { runs: [[4, 5, properties]] })
    expect(shapeOf(tablesOf(document)[0]!)).toEqual([['甲', text]])
    expect(codesOf(document)).toEqual([code])
  })

  test('a row whose end is marked as deleted stays while something in it is printed', async () => {
    const paragraphs = [...cells('甲', '163'), end(...defTable([0, 1000, 2000])), { text: '后\r' }]
    const deleted = [0x00, 0x08, 1]
    expect(await shapes(paragraphs, { runs: [[6, 7, deleted]] })).toEqual([[['甲', '163']]])
    const gone = await read(paragraphs, { runs: [[0, 7, deleted]] })
    expect(tablesOf(gone)).toEqual([])
    expect(codesOf(gone)).toContain('tracked-changes-accepted')
  })

  test('fields: results only, to the end of the cell at most', async () => {
    const paragraphs = [
      ...cells('合计', '\x13 =SUM(LEFT) \x1422\x15', '\x13 =SUM(ABOVE) ', '5', '\x13 EQ 7 \x14\x15'),
      end(...defTable([0, 1000, 2000, 3000, 4000, 5000])),
      { text: '第\x13PAGE\x143\x15页，\x13 =1 \x15。\r' },
    ]
    const document = await read(paragraphs)
    expect(shapeOf(tablesOf(document)[0]!)).toEqual([['合计', '22', '', '5', '']])
    expect(textsOf(document)).toEqual(['第3页，。'])
    expect(document.losses.map(({ code, source }) => [code, source?.kind])).toEqual([
      ['field-without-result', 'table'],
      ['field-without-result', 'table'],
      ['field-without-result', 'paragraph'],
    ])
  })

  test('pictures, objects, notes and symbols', async () => {
    const text = '图\x01物\x01数\x01注\x02(\x1f－\x1e\r'
    const symbol = [0x09, 0x6a, 0, 0, ...le16(0x2611), 0x55, 0x08, 1]
    const document = await read([{ text }], {
      runs: [
        [3, 4, [0x56, 0x08, 1]],
        [5, 6, [0x06, 0x08, 1]],
        [8, 9, symbol],
      ],
    })
    expect(textsOf(document)).toEqual(['图物数注☑－-'])
    expect(codesOf(document)).toEqual(['picture-dropped', 'object-dropped', 'note-mark-dropped'])
  })
})

describe('rows', () => {
  const two = (first: number[], second: number[]): Promise<string[][][]> =>
    shapes([...cells('甲', '乙', '1'), end(...first), ...cells('', '', '2'), end(...second)])
  const edges = [0, 1000, 2000, 3000]

  test('cells merged downwards, in the definition or by modifiers of their own', async () => {
    const merged = [
      ['甲 2×1', '乙', '1'],
      ['', '2'],
    ]
    expect(await two(defTable(edges, [0x60]), defTable(edges, [0x20]))).toEqual([merged])
    const apart = (flag: number): number[] => [...defTable(edges), 0x2b, 0xd6, 2, 0, flag]
    expect(await two(apart(3), apart(1))).toEqual([merged])
  })

  test.each([
    ['as published in 1997', 1, 2],
    ['as published in 2008', 2, 1],
  ])('cells merged sideways, %s', async (_, first, next) => {
    expect(
      await shapes([
        ...cells('甲', '', '1'),
        end(...defTable(edges, [first, next])),
        ...cells('乙', '3', '4'),
        end(...defTable(edges)),
      ]),
    ).toEqual([
      [
        ['甲 1×2', '1'],
        ['乙', '3', '4'],
      ],
    ])
  })

  test('a cell merged away that holds text is kept, and said', async () => {
    const document = await read([
      ...cells('甲', '9', '1'),
      end(...defTable(edges, [1, 2, 0])),
      ...cells('乙', '3', '4'),
      end(...defTable(edges)),
    ])
    expect(shapeOf(tablesOf(document)[0]!)[0]).toEqual(['甲', '9', '1'])
    expect(codesOf(document)).toEqual(['merge-mismatch'])
  })

  test('a definition built of inserted cells, in the data stream', async () => {
    const insert = [0, 1, 2].flatMap(index => [0x21, 0x76, index, 1, ...le16(1000)])
    const list = [...rowEnd(), ...insert]
    const inner = [...le16(list.length), ...list]
    const outer = [0x6b, 0x64, ...le32(0)]
    const data = Buffer.from([...inner, ...le16(outer.length), ...outer])
    const huge: DocParagraph = { text: '\x07', properties: [0x46, 0x66, ...le32(inner.length)] }
    expect(await shapes([...cells('甲', '', '1'), huge], { data })).toEqual([[['甲', '', '1']]])
    const circle = Buffer.from([...le16(6), 0x46, 0x66, 0, 0, 0, 0])
    const self: DocParagraph = { text: '\x07', properties: [0x46, 0x66, 0, 0, 0, 0] }
    await expectProblem(read([...cells('甲'), self], { data: circle }), 'file-damaged')
  })

  test('edges a hair apart are one column, others are columns of their own', async () => {
    expect(
      await shapes([
        ...cells('甲', '1', '2'),
        end(...defTable([0, 1000, 2000, 3000])),
        ...cells('乙', '3', '4'),
        end(...defTable([5, 1010, 1990, 3002])),
        ...cells('丙', '5'),
        end(...defTable([0, 2000, 3000])),
      ]),
    ).toEqual([
      [
        ['甲', '1', '2'],
        ['乙', '3', '4'],
        ['丙 1×2', '5'],
      ],
    ])
  })

  test('a table in a cell', async () => {
    const depth = (mark: number[]): number[] => [...inCell, 0x49, 0x66, 2, 0, 0, 0, ...mark]
    const inner: DocParagraph[] = [
      { text: '内\r', properties: depth([0x4b, 0x24, 1]) },
      { text: '7\r', properties: depth([0x4b, 0x24, 1]) },
      { text: '\r', properties: depth([0x4c, 0x24, 1, ...defTable([0, 500, 900])]) },
    ]
    const document = await read([
      ...cells('甲'),
      ...inner,
      ...cells('外', '1'),
      end(...defTable([0, 1000, 2000, 3000])),
      ...cells('乙', '2', '3'),
      end(...defTable([0, 1000, 2000, 3000])),
    ])
    expect(tablesOf(document).map(shapeOf)).toEqual([
      [
        ['甲', '外', '1'],
        ['乙', '2', '3'],
      ],
      [['内', '7']],
    ])
    expect(codesOf(document)).toEqual(['nested-table-moved'])
  })

  test('a cell outside of any table, and a row that does not end, are refused', async () => {
    await expectProblem(read([{ text: '甲\x07' }]), 'file-damaged')
    await expectProblem(read([...cells('甲', '1'), { text: '后文\r' }]), 'file-damaged')
  })
})
