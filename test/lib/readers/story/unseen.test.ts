import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../../lib/model/document.ts'
import { readDoc } from '../../../../lib/readers/doc/index.ts'
import { readOdt } from '../../../../lib/readers/odt/index.ts'
import { readRtf } from '../../../../lib/readers/rtf/index.ts'
import { type DocParagraph, defTable, docOf, inCell, le16, rowEnd } from '../../../support/doc.ts'
import { shapeOf, tablesOf, textsOf } from '../../../support/samples.ts'

/** What stands in the second cell of a row, and what is said of it there. */
const cellOf = (document: Document) => ({
  text: shapeOf(tablesOf(document)[0]!)[0]![1],
  losses: document.losses.flatMap(({ code, source }) =>
    source?.kind === 'table' && source.column === 2 ? [code] : [],
  ),
})

const odt = (body: string, styles: string, common = ''): Promise<Document> => {
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'styles.xml': `<office:document-styles><office:styles>${common}</office:styles></office:document-styles>`,
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  }
  return readOdt(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  )
}
const style = (family: string, properties: string, name = 'A', more = ''): string =>
  `<style:style style:name="${name}" style:family="${family}" ${more}>${properties}</style:style>`
const looks = (properties: string): string => `<style:text-properties ${properties}/>`
const odtTable = (inside: string, cell = '', row = ''): string =>
  `<table:table><table:table-row ${row}><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell ${cell}>${inside}</table:table-cell></table:table-row></table:table>`
const spanned = '<text:p><text:span text:style-name="A">16</text:span></text:p>'

const odtEffects: readonly (readonly [properties: string, losses: readonly string[]])[] = [
  ['fo:color="#fefefe"', ['white-text-kept']],
  ['fo:color="#ffffff" fo:background-color="#ffffff"', ['white-text-kept']],
  ['fo:color="#000000" fo:background-color="#000000"', ['white-text-kept']],
  ['fo:color="#000000" loext:opacity="0%"', ['white-text-kept']],
  ['style:text-line-through-style="solid"', ['struck-text-kept']],
  ['fo:font-size="1pt"', ['tiny-text-kept']],
  ['fo:font-size="1%"', ['tiny-text-kept']],
  ['style:text-scale="1%"', ['tiny-text-kept']],
  ['fo:letter-spacing="-6pt"', ['tiny-text-kept']],
  ['style:font-name="Wingdings"', ['symbol-font-kept']],
  ['style:text-combine="lines"', ['stacked-text-kept']],
  ['fo:color="#ffffff" fo:background-color="#1f4e79"', []],
  ['style:use-window-font-color="true" loext:opacity="0%"', []],
  ['fo:color="#ff0000"', []],
  ['fo:font-size="9pt"', []],
]

describe('OpenDocument', () => {
  test.each(odtEffects)(
    '%s, by a style of the text, of the paragraph, of both above it, and by default',
    async (properties, losses) => {
      const named = style('paragraph', looks(properties), 'B')
      const paragraph = '<text:p text:style-name="A">16</text:p>'
      const wanted = { text: '16', losses }
      expect(cellOf(await odt(odtTable(spanned), style('text', looks(properties))))).toEqual(wanted)
      expect(cellOf(await odt(odtTable(paragraph), style('paragraph', looks(properties))))).toEqual(wanted)
      const above = style('paragraph', '', 'A', 'style:parent-style-name="B"')
      expect(cellOf(await odt(odtTable(paragraph), above, named))).toEqual(wanted)
      const byDefault = `<style:default-style style:family="paragraph">${looks(properties)}</style:default-style>`
      expect(cellOf(await odt(odtTable('<text:p>16</text:p>'), '', byDefault))).toEqual(wanted)
    },
  )

  test.each([
    [
      'a cell of dark ground',
      style('table-cell', '<style:table-cell-properties fo:background-color="#1f4e79"/>', 'C'),
      [],
    ],
    [
      'a cell of white ground',
      style('table-cell', '<style:table-cell-properties fo:background-color="#ffffff"/>', 'C'),
      ['white-text-kept'],
    ],
  ])('white text in %s', async (_, cellStyle, losses) => {
    const styles = style('text', looks('fo:color="#ffffff"')) + cellStyle
    expect((await cellOf(await odt(odtTable(spanned, 'table:style-name="C"'), styles))).losses).toEqual(
      losses,
    )
  })

  test('what the style of a cell says of its text, and a row too low to show it', async () => {
    const struck = style('table-cell', looks('style:text-line-through-style="solid"'), 'C')
    expect(cellOf(await odt(odtTable('<text:p>16</text:p>', 'table:style-name="C"'), struck)).losses).toEqual(
      ['table-style-kept'],
    )
    const low = style('table-row', '<style:table-row-properties style:row-height="0.02cm"/>', 'R')
    expect(
      cellOf(await odt(odtTable('<text:p>16</text:p>', '', 'table:style-name="R"'), low)).losses,
    ).toEqual(['tiny-text-kept'])
  })

  test('hidden paragraphs and sections', async () => {
    const body =
      '<text:p><text:hidden-paragraph text:is-hidden="true"/>16</text:p><text:section text:display="condition" text:is-hidden="true"><text:p>17</text:p></text:section><text:p>18</text:p>'
    expect(textsOf(await odt(body, ''))).toEqual(['18'])
  })

  test('figures in boxes at places of their own are not read, a few words are', async () => {
    const box = (text: string, anchor: string): string =>
      `<draw:frame text:anchor-type="${anchor}"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`
    const boxes = (anchor: string): string =>
      `<text:p>${['规章', '3', '2', '1'].map(text => box(text, anchor)).join('')}</text:p>`
    const placed = await odt(boxes('page'), '')
    expect([textsOf(placed), placed.losses.map(({ code }) => code)]).toEqual([
      ['规章'],
      ['box-without-place'],
    ])
    expect(textsOf(await odt(boxes('as-char'), ''))).toEqual(['规章', '3', '2', '1'])
    expect(textsOf(await odt(`<text:p>${box('附件1', 'page')}${box('2', 'page')}</text:p>`, ''))).toEqual([
      '附件1',
      '2',
    ])
  })
})

describe('RTF', () => {
  const rtf = (inside: string): Promise<Document> =>
    readRtf(
      Buffer.from(
        `{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}{\\f1\\fcharset2 Wingdings;}}{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue0;\\red31\\green78\\blue121;}\\trowd\\cellx900\\cellx1900\\pard\\intbl A\\cell ${inside}\\cell\\row\\pard\\par}`,
        'latin1',
      ),
    )
  test.each([
    ['{\\cf1 16}', ['white-text-kept']],
    ['{\\cf1\\highlight1 16}', ['white-text-kept']],
    ['{\\highlight2 16}', ['white-text-kept']],
    ['{\\cf2\\chcbpat2 16}', ['white-text-kept']],
    ['\\cbpat2 {\\cf2 16}', ['white-text-kept']],
    ['{\\strike 16}', ['struck-text-kept']],
    ['{\\striked1 16}', ['struck-text-kept']],
    ['{\\fs2 16}', ['tiny-text-kept']],
    ['{\\charscalex1 16}', ['tiny-text-kept']],
    ['{\\expndtw-120 16}', ['tiny-text-kept']],
    ['{\\f1 16}', ['symbol-font-kept']],
    ['{\\twoinone1 16}', ['stacked-text-kept']],
    ['{\\rtlch 16}', ['direction-ignored']],
    ['{\\cf1\\chcbpat3 16}', []],
    ['{\\cf1\\highlight3 16}', []],
    ['{\\rtlch\\fcs1\\af0\\ltrch\\fcs0\\cf2\\fs18 16}', []],
    ['{\\cf1\\plain 16}', []],
  ])('%s', async (inside, losses) => {
    expect(cellOf(await rtf(inside))).toEqual({ text: '16', losses })
  })

  test('figures in frames at places of their own are not read', async () => {
    const frames = ['A', '3', '2', '1'].map((text, at) => `\\pard\\posx${at}\\posy9 ${text}\\par`).join('')
    const document = await readRtf(Buffer.from(`{\\rtf1 ${frames}}`, 'latin1'))
    expect([textsOf(document), document.losses.map(({ code }) => code)]).toEqual([
      ['A'],
      ['box-without-place'],
    ])
  })
})

describe('Word 97', () => {
  const doc = (properties: number[]): Promise<Document> => {
    const cells = ['甲', '16'].map((text): DocParagraph => ({ text: `${text}\x07`, properties: inCell }))
    const end = { text: '\x07', properties: rowEnd(...defTable([0, 1000, 2000])) }
    return readDoc(docOf([...cells, end], { runs: [[2, 4, properties]] }))
  }
  const highlight = (colour: number): number[] => [0x0c, 0x2a, colour]
  const colour = (...parts: number[]): number[] => [0x70, 0x68, ...parts, 0]
  const shading = (...ground: number[]): number[] => [0x71, 0xca, 10, 0, 0, 0, 0xff, ...ground, 0, 0, 0]
  test.each<[string, number[], string[]]>([
    ['nearly white', colour(0xfe, 0xfe, 0xfe), ['white-text-kept']],
    ['white under a white marker', [...colour(255, 255, 255), ...highlight(8)], ['white-text-kept']],
    ['blackened', highlight(1), ['white-text-kept']],
    ['black on black', [...colour(0, 0, 0), ...shading(0, 0, 0)], ['white-text-kept']],
    ['one point high', [0x43, 0x4a, ...le16(2)], ['tiny-text-kept']],
    ['without width', [0x52, 0x48, ...le16(1)], ['tiny-text-kept']],
    ['moved together', [0x40, 0x88, ...le16(-160 & 0xffff)], ['tiny-text-kept']],
    ['from right to left', [0x5a, 0x08, 1], ['direction-ignored']],
    ['white on blue', [...colour(255, 255, 255), ...shading(0x1f, 0x4e, 0x79)], []],
    ['under a yellow marker', highlight(7), []],
    ['of an ordinary size', [0x43, 0x4a, ...le16(18)], []],
  ])('%s', async (_, properties, losses) => {
    expect(cellOf(await doc(properties))).toEqual({ text: '16', losses })
  })

  test('figures in frames at places of their own are not read', async () => {
    const frame = [0x18, 0x84, ...le16(400), 0x19, 0x84, ...le16(900)]
    const paragraphs = ['甲', '3', '2', '1'].map(
      (text): DocParagraph => ({ text: `${text}\r`, properties: frame }),
    )
    const document = await readDoc(docOf(paragraphs))
    expect([textsOf(document), document.losses.map(({ code }) => code)]).toEqual([
      ['甲'],
      ['box-without-place'],
    ])
  })
})
