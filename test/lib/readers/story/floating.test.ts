import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../../lib/model/document.ts'
import { readDocx } from '../../../../lib/readers/docx/index.ts'
import { readOdt } from '../../../../lib/readers/odt/index.ts'
import { readRtf } from '../../../../lib/readers/rtf/index.ts'
import { holdsFigures } from '../../../../lib/readers/story/floating.ts'
import { cell, docxOf, paragraph, row, run, table } from '../../../support/docx.ts'

/** A text box at a place of its own, before, behind, in or far from a table: where its figures may cover others. */

const places = ['before', 'behind', 'far'] as const
const far = '正文'.repeat(1000)

const anchored = (text: string, from = 'page', offset = 0): string =>
  `<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>${offset}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="${from}"><wp:posOffset>${offset}</wp:posOffset></wp:positionV><wp:extent cx="400000" cy="200000"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
const vml = (text: string): string =>
  `<w:r><w:pict><v:shape style="position:absolute;margin-left:40pt;margin-top:60pt;width:30pt;height:15pt;mso-position-vertical-relative:page"><v:textbox><w:txbxContent>${paragraph(run(text))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
const rows = table(row(['甲', '1']), row(['乙', '2']))

const arranged = (box: string, grid: string, paragraphOf: (text: string) => string, place: string): string =>
  ({
    before: box + grid,
    behind: grid + paragraphOf('注') + box,
    far: box + paragraphOf(far) + grid,
  })[place]!

const word = (make: (text: string) => string) => (text: string, place: string) =>
  readDocx(docxOf(arranged(make(text), rows, line => paragraph(run(line)), place)))

const odtText = (body: string): Promise<Document> =>
  readOdt(
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(
        `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    }),
  )
const odtRow = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.map(text => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`
const odtBox = (text: string, anchor = 'char'): string =>
  `<draw:frame text:anchor-type="${anchor}"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`
const odtGrid = `<table:table>${odtRow('甲', '1')}${odtRow('乙', '2')}</table:table>`

const rtfShape = (text: string): string =>
  `{\\shp{\\*\\shpinst\\shpleft1\\shptop1{\\sp{\\sn x}{\\sv 7}}{\\shptxt\\pard ${text}\\par}}}`
const rtfText = (body: string): Promise<Document> => readRtf(Buffer.from(`{\\rtf1 ${body}}`, 'utf8'))
const rtfRow = '\\trowd\\cellx900\\cellx1900\\pard\\intbl A\\cell 1\\cell\\row'
const ascii = (text: string): string =>
  [...text].map(each => (each > '~' ? `\\u${each.charCodeAt(0)}?` : each)).join('')

const writers: Readonly<Record<string, (text: string, place: string) => Promise<Document>>> = {
  'docx, DrawingML': word(text => paragraph(anchored(text))),
  'docx, VML': word(text => paragraph(vml(text))),
  'docx, frames': word(text =>
    paragraph(run(text), '<w:framePr w:w="600" w:hAnchor="page" w:vAnchor="page" w:x="4000" w:y="5000"/>'),
  ),
  odt: (text, place) =>
    odtText(arranged(`<text:p>${odtBox(text)}</text:p>`, odtGrid, line => `<text:p>${line}</text:p>`, place)),
  rtf: (text, place) =>
    rtfText(
      arranged(
        `\\pard ${rtfShape(ascii(text))}\\par `,
        rtfRow + rtfRow,
        line => `\\pard ${ascii(line)}\\par `,
        place,
      ),
    ),
  'rtf, frames': (text, place) =>
    rtfText(
      arranged(
        `\\pard\\posx900\\posy900 ${ascii(text)}\\par `,
        rtfRow + rtfRow,
        line => `\\pard ${ascii(line)}\\par `,
        place,
      ),
    ),
}

const overTables = ({ losses }: Document) =>
  losses.flatMap(({ code, source }) => (code === 'box-over-table' ? [source] : []))
const table1 = { kind: 'table', table: 1, row: 1, column: 1 }

describe.each(Object.keys(writers))('%s', format => {
  test.each(places)('a box with a figure %s a table', async place => {
    expect(overTables(await writers[format]!('16', place))).toEqual(place === 'far' ? [] : [table1])
  })

  test.each(['盖章处', '2023年度', '附件1', '2024年1月15日'])(
    'a box that says %s is harmless',
    async text => {
      for (const place of places) expect(overTables(await writers[format]!(text, place))).toEqual([])
    },
  )
})

describe('a box that hangs on a cell', () => {
  const inCell = (box: string) => readDocx(docxOf(table(row(['甲', cell(box)]), row(['乙', '2']))))

  test('of a place on the page may lie upon any cell of the table', async () => {
    expect(overTables(await inCell(anchored('16', 'page', 3000000)))).toEqual([table1])
    expect(overTables(await inCell(anchored('16', 'paragraph', 3000000)))).toEqual([table1])
    expect(overTables(await inCell(anchored('注', 'page', 3000000)))).toEqual([])
  })

  test('and stays there is its content', async () => {
    const read = await inCell(anchored('16', 'paragraph', 50000))
    expect(read.losses).toEqual([])
  })

  test('in OpenDocument and RTF', async () => {
    const grid = `<table:table>${odtRow('甲', `1${odtBox('16')}`)}${odtRow('乙', '2')}</table:table>`
    expect(overTables(await odtText(grid))).toEqual([table1])
    const shaped = `\\trowd\\cellx900\\cellx1900\\pard\\intbl A\\cell 1${rtfShape('16')}\\cell\\row`
    expect(overTables(await rtfText(shaped + rtfRow))).toEqual([table1])
  })
})

test('a box behind a table in a cell may lie upon the table around it', async () => {
  const nested = cell(`${table(row(['1', '2']))}${paragraph('')}`)
  const body = table(row(['甲', nested]), row(['乙', '2'])) + paragraph(anchored('16'))
  expect(overTables(await readDocx(docxOf(body)))).toContainEqual(table1)
})

test('a frame of a page of its choice may lie upon any table', async () => {
  const grid = `<text:p>${far}</text:p>${odtGrid}`
  expect(overTables(await odtText(odtBox('16', 'page') + grid + grid))).toHaveLength(2)
})

test.each([
  ['12', true],
  ['２', true],
  ['2023年新收12件', true],
  ['〔2023〕5号', false],
  ['第3页', false],
  ['无', false],
])('%s holds figures: %s', (text, holds) => {
  expect(holdsFigures(text)).toBe(holds)
})
