import { describe, expect, it } from 'vitest'
import { cell, mammothAlone, paragraph, readBody, row, run, table } from '../../../support/docx.ts'

const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const shape = (content: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
const vml = (content: string) => `<w:pict><v:shape><v:textbox>${box(content)}</v:textbox></v:shape></w:pict>`
const twice = (content: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape(content)}</mc:Choice><mc:Fallback>${vml(content)}</mc:Fallback></mc:AlternateContent></w:r>`
const picture =
  '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:embed="rId2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
const rows = table(row(['甲', '1']), row(['乙', '2']))

describe('text boxes', () => {
  it('a box without fallback is read, after its paragraph', async () => {
    const body = paragraph(`<w:r>${shape(paragraph(run('框内')) + rows)}</w:r>${run('框外')}`)
    const alone = await mammothAlone(body)
    expect(alone.texts).toEqual(['框外'])
    const ours = await readBody(body)
    expect(ours.texts).toEqual(['框外', '框内'])
    expect(ours.grids).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ])
  })

  it('a box given twice is read once', async () => {
    expect((await readBody(paragraph(twice(paragraph(run('框内')))))).texts).toEqual(['框内'])
  })

  it('the fallback is read where the choice says nothing', async () => {
    const body = paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape('')}</mc:Choice><mc:Fallback>${vml(paragraph(run('框内')))}</mc:Fallback></mc:AlternateContent></w:r>`,
    )
    expect((await readBody(body)).texts).toEqual(['框内'])
  })

  it('rows in alternative content are read once', async () => {
    const body = table(
      row(['甲', '1']),
      `<mc:AlternateContent><mc:Choice Requires="w14">${row(['乙', '2'])}</mc:Choice><mc:Fallback>${row(['乙', '2'])}</mc:Fallback></mc:AlternateContent>`,
    )
    expect((await readBody(body)).grids).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ])
  })

  it('a box in a cell with a figure does not touch the figure', async () => {
    const body = table(row(['甲', cell(twice(paragraph(run('注：含2件'))) + run('16'))]), row(['乙', '2']))
    expect((await mammothAlone(body)).grids[0]![0]![1]).not.toBe('16')
    const { document, grids, texts } = await readBody(body)
    expect(grids[0]![0]).toEqual(['甲', '16'])
    expect(texts).toEqual(['注：含2件'])
    expect(document.losses).toMatchObject([
      { code: 'text-box-moved', source: { table: 1, row: 1, column: 2 } },
    ])
  })

  it('a box in an otherwise empty cell is its content', async () => {
    const { grids, losses } = await readBody(
      table(row(['甲', cell(twice(paragraph(run('16'))))]), row(['乙', '2'])),
    )
    expect(grids[0]![0]).toEqual(['甲', '16'])
    expect(losses).toEqual([])
  })
})

describe('what is no text', () => {
  it('a picture is a loss that says after what it stood', async () => {
    const { document } = await readBody(
      paragraph(run('三、收到和处理申请情况')) + paragraph(picture) + paragraph(run('四、')),
    )
    expect(document.losses).toMatchObject([
      { code: 'picture-dropped', source: { kind: 'paragraph', paragraph: 1 } },
    ])
    expect(document.losses[0]!.message.zh).toContain('三、收到和处理申请情况')
  })

  it('a picture in a cell is a loss at that cell, whatever frames and spans surround it', async () => {
    const body = table(
      row([cell('题', '<w:gridSpan w:val="3"/>')]),
      row(['甲', '乙', cell(table(row([cell(picture)])))]),
    )
    const { document } = await readBody(rows + body)
    expect(document.losses).toMatchObject([
      { code: 'picture-dropped', source: { table: 2, row: 2, column: 3 } },
    ])
  })

  it('the same picture drawn twice is one loss', async () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${picture.slice(5, -6)}</mc:Choice><mc:Fallback><w:pict><v:imagedata r:id="rId2"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect((await readBody(paragraph(run('甲') + both))).losses).toEqual(['picture-dropped'])
  })

  it.each([
    [
      'object-dropped',
      '<w:r><w:object><v:shape><v:imagedata r:id="rId2"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
    ],
    ['text-art-dropped', '<w:r><w:pict><v:shape><v:textpath string="年度报告"/></v:shape></w:pict></w:r>'],
    [
      'form-field-dropped',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
  ])('%s', async (code, content) => {
    expect((await readBody(paragraph(content))).losses).toEqual([code])
  })

  it('altChunk is a loss', async () => {
    expect((await readBody('<w:altChunk r:id="rId9"/>')).losses).toEqual(['embedded-document-dropped'])
  })

  it('every loss of a kind is told, however many', async () => {
    const { document } = await readBody(paragraph(run('甲') + picture).repeat(25))
    expect(document.losses).toHaveLength(25)
  })
})

describe('lines and shapes drawn in a cell', () => {
  const anchor = (inner: string): string =>
    `<w:r><w:drawing><wp:anchor><wp:extent cx="900000" cy="0"/><a:graphic><a:graphicData uri="x">${inner}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
  it.each([
    ['a line', anchor('<wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp>')],
    [
      'a line in VML',
      '<w:r><w:pict><v:line style="position:absolute" from="0,0" to="20pt,9pt"/></w:pict></w:r>',
    ],
  ])('%s is said, since it may strike the figure out', async (_, drawn) => {
    const { grids, document } = await readBody(
      table(row(['甲', cell(paragraph(run('16') + drawn))]), row(['乙', '2'])),
    )
    expect(grids[0]![0]).toEqual(['甲', '16'])
    expect(document.losses).toMatchObject([{ code: 'shape-over-text', source: { row: 1, column: 2 } }])
  })
})
