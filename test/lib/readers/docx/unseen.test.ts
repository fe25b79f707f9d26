import { describe, expect, it } from 'vitest'
import { cell, paragraph, readBody, row, run, table } from '../../../support/docx.ts'

const textFill = (fill: string): string =>
  `<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${fill}</w14:textFill>`
const solid = (colour: string): string => textFill(`<w14:solidFill>${colour}</w14:solidFill>`)
const shd = (fill: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`

/** What stands in the second cell of the first row, with the table's own properties before it. */
const read = async (content: string, inTable = '', styles = '') => {
  const body = `<w:tbl>${inTable && `<w:tblPr>${inTable}</w:tblPr>`}${row(['数量', content])}${row(['甲', '1'])}</w:tbl>`
  const { grids, document } = await readBody(body, styles)
  return {
    text: grids[0]![0]![1],
    losses: document.losses.flatMap(({ code, source }) =>
      source?.kind === 'table' && source.row === 1 && source.column === 2 ? [code] : [],
    ),
  }
}

const effects: readonly (readonly [name: string, properties: string, loss: string])[] = [
  ['nearly white', '<w:color w:val="FBFBF0"/>', 'white-text-kept'],
  ['by theme, lightened', '<w:color w:themeColor="text1" w:themeTint="08"/>', 'white-text-kept'],
  ['without a fill', textFill('<w14:noFill/>'), 'white-text-kept'],
  ['filled white', solid('<w14:srgbClr w14:val="FFFFFF"/>'), 'white-text-kept'],
  ['filled by theme', solid('<w14:schemeClr w14:val="bg1"/>'), 'white-text-kept'],
  [
    'filled with what lets all through',
    solid('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'),
    'white-text-kept',
  ],
  ['white under a white marker', '<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>', 'white-text-kept'],
  ['blackened by a marker', '<w:highlight w:val="black"/>', 'white-text-kept'],
  ['black on black', `<w:color w:val="000000"/>${shd('000000')}`, 'white-text-kept'],
  [
    'white on a white pattern',
    '<w:color w:val="FFFFFF"/><w:shd w:val="pct5" w:fill="auto"/>',
    'white-text-kept',
  ],
  ['struck', '<w:strike/>', 'struck-text-kept'],
  ['one point high', '<w:sz w:val="2"/>', 'tiny-text-kept'],
  ['without width', '<w:w w:val="1"/>', 'tiny-text-kept'],
  ['moved together', '<w:spacing w:val="-200"/>', 'tiny-text-kept'],
  ['squeezed', '<w:fitText w:val="20"/>', 'tiny-text-kept'],
  ['in a font of pictures', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', 'symbol-font-kept'],
  ['two lines in one', '<w:eastAsianLayout w:id="1" w:combine="1"/>', 'stacked-text-kept'],
  ['from right to left', '<w:rtl/>', 'direction-ignored'],
]

const styleOf = (type: string, properties: string): string =>
  `<w:style w:type="${type}" w:styleId="X"><w:rPr>${properties}</w:rPr></w:style>`

const carriers: readonly (readonly [
  name: string,
  make: (properties: string) => readonly [content: string, inTable?: string, styles?: string],
])[] = [
  ['the run', properties => [cell(run('16', properties))]],
  [
    'the run’s style',
    properties => [cell(run('16', '<w:rStyle w:val="X"/>')), '', styleOf('character', properties)],
  ],
  [
    'the paragraph’s style',
    properties => [cell(paragraph(run('16'), '<w:pStyle w:val="X"/>')), '', styleOf('paragraph', properties)],
  ],
  [
    'a style that another is based on',
    properties => [
      cell(paragraph(run('16'), '<w:pStyle w:val="Y"/>')),
      '',
      `<w:style w:type="paragraph" w:styleId="Y"><w:basedOn w:val="X"/></w:style>${styleOf('paragraph', properties)}`,
    ],
  ],
  [
    'the default style',
    properties => [
      cell(run('16')),
      '',
      styleOf('paragraph', properties).replace('w:type', 'w:default="1" w:type'),
    ],
  ],
  [
    'the defaults of the document',
    properties => [
      cell(run('16')),
      '',
      `<w:docDefaults><w:rPrDefault><w:rPr>${properties}</w:rPr></w:rPrDefault></w:docDefaults>`,
    ],
  ],
  [
    'the table’s style',
    properties => [cell(run('16')), '<w:tblStyle w:val="X"/>', styleOf('table', properties)],
  ],
  ...['firstRow', 'lastRow', 'lastCol', 'band1Horz', 'neCell'].map(
    part =>
      [
        `the table’s style for ${part}`,
        (properties: string): readonly [string, string, string] => [
          cell(run('16')),
          '<w:tblStyle w:val="X"/><w:tblLook w:val="01E0"/>',
          `<w:style w:type="table" w:styleId="X"><w:tblStylePr w:type="${part}"><w:rPr>${properties}</w:rPr></w:tblStylePr></w:style>`,
        ],
      ] as const,
  ),
]

describe('what an eye does not see is said at its cell', () => {
  for (const [effect, properties, loss] of effects)
    it.each(carriers)(`${effect}, by %s`, async (_, make) => {
      const { text, losses } = await read(...make(properties))
      expect(text).toBe('16')
      expect(losses).toEqual([loss])
    })
})

describe('what an eye sees is no loss', () => {
  it.each([
    ['white on a dark cell', cell(run('16', '<w:color w:val="FFFFFF"/>'), shd('1F4E79'))],
    ['white on a dark paragraph', cell(paragraph(run('16', '<w:color w:val="FFFFFF"/>'), shd('1F4E79')))],
    ['automatic on black', cell(run('16'), shd('000000'))],
    ['grey that can be read', cell(run('16', '<w:color w:val="A6A6A6"/>'))],
    ['red', cell(run('16', '<w:color w:val="FF0000"/>'))],
    ['under a yellow marker', cell(run('16', '<w:highlight w:val="yellow"/>'))],
    ['filled black', cell(run('16', solid('<w14:srgbClr w14:val="000000"/>')))],
    ['small, all of it', cell(run('16', '<w:sz w:val="10"/>'))],
    ['set a little closer', cell(run('16', '<w:spacing w:val="-20"/>'))],
    ['in a row of a given height', cell(run('16'), '')],
  ])('%s', async (_, content) => {
    expect(await read(content)).toEqual({ text: '16', losses: [] })
  })

  it.each([
    ['firstRow', '04A0', []],
    ['firstRow', '0480', ['white-text-kept']],
    ['lastRow', '0440', ['white-text-kept']],
  ])('white text in the dark %s of a table’s style, with the look %s', async (part, look, losses) => {
    const styles = `<w:style w:type="table" w:styleId="X"><w:tblStylePr w:type="${part}"><w:tcPr>${shd('4472C4')}</w:tcPr></w:tblStylePr></w:style>`
    const inTable = `<w:tblStyle w:val="X"/><w:tblLook w:val="${look}"/>`
    expect((await read(cell(run('16', '<w:color w:val="FFFFFF"/>')), inTable, styles)).losses).toEqual(losses)
  })

  it('the head of a usual table style, white on blue', async () => {
    const styles = `<w:style w:type="table" w:styleId="X"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF" w:themeColor="background1"/></w:rPr><w:tcPr>${shd('4472C4')}</w:tcPr></w:tblStylePr></w:style>`
    const inTable = '<w:tblStyle w:val="X"/><w:tblLook w:val="04A0"/>'
    expect((await read(cell(run('16')), inTable, styles)).losses).toEqual([])
  })
})

describe('digits of different looks do not run together', () => {
  it.each([
    ['small ones behind', run('12') + run('3', '<w:sz w:val="9"/>'), '12\n3'],
    ['small ones before', run('3', '<w:sz w:val="9"/>') + run('12'), '3\n12'],
  ])('%s', async (_, content, text) => {
    expect((await read(cell(content))).text).toBe(text)
  })
})

describe('rows', () => {
  it.each([
    [
      'too low to show their text',
      '<w:trHeight w:val="20" w:hRule="exact"/>',
      ['tiny-text-kept', 'tiny-text-kept'],
    ],
    ['of a least height', '<w:trHeight w:val="20"/>', []],
    ['of an ordinary height', '<w:trHeight w:val="400" w:hRule="exact"/>', []],
  ])('%s', async (_, properties, losses) => {
    const read = await readBody(table(row(['数量', '16'], properties), row(['甲', '1'])))
    expect(read.losses).toEqual(losses)
  })

  it('whose cells run the other way than those of their table', async () => {
    const turned = '<w:tr><w:tblPrEx><w:bidiVisual/></w:tblPrEx>'
    const read = await readBody(table(row(['数量', '16']), row(['甲', '1']).replace('<w:tr>', turned)))
    expect(read.losses).toEqual(['direction-ignored'])
  })
})
