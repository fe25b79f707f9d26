import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readOdt } from '../../../../lib/readers/odt/index.ts'
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

const mimetype = 'application/vnd.oasis.opendocument.text'
const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const content = (body: string, styles = ''): string =>
  `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
const read = (body: string, styles = '') => readOdt(zip({ mimetype, 'content.xml': content(body, styles) }))
const cell = (inside: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${inside === '' ? '' : `<text:p>${inside}</text:p>`}</table:table-cell>`
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`
const covered = '<table:covered-table-cell/>'

describe('text', () => {
  test('white space collapses, what is written out stays', async () => {
    const body =
      '<text:p>\n  一 \n 二<text:s text:c="3"/>三<text:tab/>四<text:line-break/> 五 </text:p><text:p> </text:p>'
    expect(textsOf(await read(body))).toEqual(['一 二   三\t四', '五 '])
  })

  test('headings, lists and sections', async () => {
    const document = await read(
      '<text:h text:outline-level="2">甲</text:h><text:list><text:list-item><text:p>乙</text:p></text:list-item></text:list><text:section><text:p>丙</text:p></text:section><text:section text:display="none"><text:p>丁</text:p></text:section>',
    )
    expect(document.blocks).toMatchObject([{ text: '甲', level: 2 }, { text: '乙' }, { text: '丙' }])
    expect(codesOf(document).sort()).toEqual(['hidden-text-dropped', 'numbering-dropped'])
  })

  test('a figure behind an automatic number is said at its cell', async () => {
    const item = (text: string): string =>
      `<table:table-cell><text:list><text:list-item><text:p>${text}</text:p></text:list-item></text:list></table:table-cell>`
    const { losses } = await read(
      `<text:list><text:list-item><text:p>文</text:p></text:list-item><text:list-item/></text:list><text:p>1</text:p>${table(row(cell('甲'), item('16')), row(item('乙'), cell('7')))}`,
    )
    expect(losses).toMatchObject([
      { code: 'numbering-dropped', source: { kind: 'paragraph', paragraph: 1 } },
      { code: 'number-prefix-dropped', source: { table: 1, row: 1, column: 2 } },
    ])
  })

  test('a field that is not shown is no part of the figure beside it', async () => {
    const document = await read(
      table(row(cell('甲'), cell('<text:variable-set text:display="none">7</text:variable-set>16'))),
    )
    expect(tablesOf(document).map(shapeOf)).toEqual([[['甲', '16']]])
    expect(codesOf(document)).toEqual(['hidden-text-dropped'])
  })

  test('styles, also by inheritance, tell hidden and raised text', async () => {
    const styles =
      '<style:style style:name="A" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="B" style:family="text" style:parent-style-name="A"/><style:style style:name="C" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="D" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
    const document = await read(
      table(
        row(cell('甲'), cell('16<text:span text:style-name="B">7</text:span>')),
        row(cell('乙'), cell('5<text:span text:style-name="C">2</text:span>')),
        row(cell('丙'), cell('5<text:span text:style-name="D">3</text:span>')),
      ),
      styles,
    )
    expect(tablesOf(document).map(shapeOf)).toEqual([
      [
        ['甲', '16'],
        ['乙', '5'],
        ['丙', '5\n3'],
      ],
    ])
    expect(document.losses.map(({ code, source }) => [code, source])).toEqual([
      ['hidden-text-dropped', { kind: 'table', table: 1, row: 1, column: 2 }],
      ['superscript-dropped', { kind: 'table', table: 1, row: 2, column: 2 }],
      ['white-text-kept', { kind: 'table', table: 1, row: 3, column: 2 }],
    ])
  })

  test('pictures, objects, controls and comments', async () => {
    const document = await read(
      '<text:p>甲<draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame><draw:control/><office:annotation><text:p>评注</text:p></office:annotation></text:p>',
    )
    expect(textsOf(document)).toEqual(['甲'])
    expect(codesOf(document)).toEqual(['picture-dropped', 'object-dropped', 'form-field-dropped'])
  })
})

describe('tables', () => {
  test('spans, covered cells and repetitions', async () => {
    const spans = 'table:number-rows-spanned="2" table:number-columns-spanned="2"'
    const document = await read(
      table(
        `<table:table-header-rows>${row(cell('甲', spans), covered, cell('1'), cell('2'))}</table:table-header-rows>`,
        row(
          '<table:covered-table-cell table:number-columns-repeated="2"/>',
          cell('', 'table:number-columns-repeated="2"'),
        ),
        `<table:table-row table:number-rows-repeated="2">${cell('乙')}${cell('丙')}${cell('3')}${cell('4')}</table:table-row>`,
      ),
    )
    expect(shapeOf(tablesOf(document)[0]!)).toEqual([
      ['甲 2×2', '1', '2'],
      ['', ''],
      ['乙', '丙', '3', '4'],
      ['乙', '丙', '3', '4'],
    ])
    expect(document.losses).toEqual([])
  })

  test('text under a merged cell and hidden rows are said', async () => {
    const document = await read(
      table(
        row(
          cell('甲', 'table:number-columns-spanned="2"'),
          '<table:covered-table-cell><text:p>9</text:p></table:covered-table-cell>',
          cell('1'),
        ),
        `<table:table-row table:visibility="collapse">${cell('藏')}</table:table-row>`,
        row(cell('乙'), cell('2'), cell('3')),
      ),
    )
    expect(shapeOf(tablesOf(document)[0]!)).toEqual([
      ['甲 1×2', '1'],
      ['乙', '2', '3'],
    ])
    expect(codesOf(document).sort()).toEqual(['hidden-cells-dropped', 'merged-cell-text-dropped'])
  })

  test('a text box in a cell stands after the table', async () => {
    const box = '<draw:frame><draw:text-box><text:p>注3</text:p></draw:text-box></draw:frame>'
    const document = await read(table(row(cell('甲'), cell(`16${box}`)), row(cell('乙'), cell('2'))))
    expect(shapeOf(tablesOf(document)[0]!)).toEqual([
      ['甲', '16'],
      ['乙', '2'],
    ])
    expect(textsOf(document)).toEqual(['注3'])
    expect(document.losses).toMatchObject([{ code: 'text-box-moved', source: { row: 1, column: 2 } }])
  })

  test('a blank and a missing cell shift nothing', async () => {
    const parts = unzipSync(fixture('odt', 'qinghe-2023'))
    const xml = strFromU8(parts['content.xml']!)
    const full =
      /<table:table-cell[^>]*><text:p[^>]*><text:span[^>]*>1286<\/text:span><\/text:p><\/table:table-cell>/
    expect(full.test(xml)).toBe(true)
    const key = 'proactiveDisclosure.administrativeLicensing.decisions'
    const mutant = (change: (cells: string) => string) =>
      readOdt(zipSync({ ...parts, 'content.xml': strToU8(xml.replace(full, change)) }))
    const blank = await mutant(cells => cells.replace('1286', ''))
    expect(figuresOf(blank)).toEqual({ ...sampleFigures('qinghe'), [key]: ['blank', null] })
    const missing = figuresOf(await mutant(() => ''))
    for (const [name, [state, value]] of Object.entries(missing))
      if (state === 'number') expect([name, value]).toEqual([name, sampleFigures('qinghe')[name]![1]])
    expect(missing[key]![0]).not.toBe('number')
  })
})

describe('refusals', () => {
  test('encrypted, by part or as a whole', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
    await expectProblem(
      readOdt(zip({ mimetype, 'META-INF/manifest.xml': manifest, 'content.xml': 'xx' })),
      'password-protected',
    )
    await expectProblem(readOdt(zip({ mimetype, 'encrypted-package': 'xx' })), 'password-protected')
  })

  test('what was open before the body began is no part of it', async () => {
    for (const wrapper of [
      'text:p',
      'text:h',
      'table:table',
      'table:table-row',
      'table:table-cell',
      'draw:text-box',
    ]) {
      const [before, after] = content('<text:p>甲</text:p>').split('<office:body>') as [string, string]
      const wrapped = `${before}<${wrapper}><office:body>${after.replace('</office:body>', `</office:body></${wrapper}>`)}`
      expect(textsOf(await readOdt(zip({ mimetype, 'content.xml': wrapped })))).toEqual(['甲'])
    }
  })

  test('without content, without body, with a broken end', async () => {
    await expectProblem(readOdt(zip({ mimetype })), 'file-damaged')
    await expectProblem(
      readOdt(zip({ mimetype, 'content.xml': '<office:document-content/>' })),
      'file-damaged',
    )
    await expectProblem(
      readOdt(zip({ mimetype, 'content.xml': content('<text:p>甲').slice(0, -60) })),
      'file-damaged',
    )
  })

  test('repetitions without end', async () => {
    const repeated = (what: string, count: number): string => `table:number-${what}-repeated="${count}"`
    const many = `<table:table-row ${repeated('rows', 999_999)}>${cell('1', repeated('columns', 999_999))}</table:table-row>`
    await expectProblem(read(table(many)), 'too-complex')
    const spaces = '<text:s text:c="1000"/>'.repeat(4000)
    await expectProblem(read(`<text:p>${spaces}</text:p>`), 'too-large')
  })

  test('whatever happens to its bytes, it is read or refused', async () => {
    const parts = unzipSync(fixture('odt', 'structures'))
    for (let round = 0; round < 40; round++) {
      const random = seeded(`odt ${round}`)
      const bytes = Uint8Array.from(parts['content.xml']!)
      bytes[random(bytes.length)] = 0x20 + random(95)
      await settles(readOdt(zipSync({ ...parts, 'content.xml': bytes })))
    }
  })
})
