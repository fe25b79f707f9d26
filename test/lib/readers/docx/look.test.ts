import { describe, expect, it } from 'vitest'
import { cell, paragraph, readBody, row, run, table } from '../../../support/docx.ts'

const white = '<w:color w:val="FFFFFF"/>'
const grey = '<w:shd w:val="clear" w:color="auto" w:fill="808080"/>'
const looks = (properties: string): string =>
  `<w:style w:type="character" w:styleId="W"><w:rPr>${properties}</w:rPr></w:style>` +
  `<w:style w:type="paragraph" w:styleId="P"><w:rPr>${properties}</w:rPr></w:style>`
const read = async (content: string) => {
  const { grids, losses } = await readBody(table(row(['数量', content]), row(['甲', '1'])))
  return { text: grids[0]![0]![1], losses }
}

describe('white digits in a cell', () => {
  it.each([
    ['alone', run('16', white), '16'],
    ['behind black ones', run('16') + run('3', white), '16\n3'],
    ['before black ones', run('3', white) + run('16'), '3\n16'],
  ])('%s are kept apart and said', async (_, content, text) => {
    expect(await read(cell(content))).toEqual({ text, losses: ['white-text-kept'] })
  })

  it.each([
    ['on a shaded cell', cell(run('16', white), grey)],
    ['shaded themselves', cell(run('16', `${grey}${white}`))],
    ['highlighted', cell(run('16', `<w:highlight w:val="black"/>${white}`))],
  ])('%s are read like others', async (_, content) => {
    expect(await read(content)).toEqual({ text: '16', losses: [] })
  })

  it.each([
    ['by the style of the run', '<w:rStyle w:val="W"/>', ''],
    ['by the style of the paragraph', '', '<w:pStyle w:val="P"/>'],
    ['by the theme', '<w:color w:val="000000" w:themeColor="background1"/>', ''],
  ])('%s are said', async (_, inRun, inParagraph) => {
    const body = table(
      row(['数量', `<w:tc>${paragraph(run('16', inRun), inParagraph)}</w:tc>`]),
      row(['甲', '1']),
    )
    const { grids, losses } = await readBody(body, looks(white))
    expect([grids[0]![0]![1], losses]).toEqual(['16', ['white-text-kept']])
  })

  it('words in white are said as well: they may be a unit, or the 无 of a cell', async () => {
    expect(await read(cell(run('无', white)))).toEqual({ text: '无', losses: ['white-text-kept'] })
  })
})

describe('what a style says of digits in a cell', () => {
  it.each([
    ['<w:strike/>', '16', ['struck-text-kept']],
    ['<w:dstrike/>', '16', ['struck-text-kept']],
    ['<w:strike w:val="0"/>', '16', []],
    ['<w:position w:val="6"/>', '1', ['superscript-dropped']],
    ['<w:position w:val="1"/>', '16', []],
  ])('%s', async (properties, text, losses) => {
    const own =
      text === '1' ? run('1') + run('6', '<w:rStyle w:val="W"/>') : run('16', '<w:rStyle w:val="W"/>')
    const read = await readBody(table(row(['数量', cell(own)]), row(['甲', '1'])), looks(properties))
    expect([read.grids[0]![0]![1], read.losses]).toEqual([text, losses])
  })
})

it('raised digits that are no mark are still struck or white', async () => {
  const raised = '<w:vertAlign w:val="superscript"/>'
  expect(await read(cell(run('16', `${raised}<w:strike/>`)))).toEqual({
    text: '16',
    losses: ['struck-text-kept'],
  })
  expect(await read(cell(run('16', `${raised}${white}`)))).toEqual({
    text: '16',
    losses: ['white-text-kept'],
  })
})

describe('symbols in a cell', () => {
  const symbol = '<w:sym w:font="Symbol" w:char="F031"/>'
  it.each([
    ['struck', `<w:r><w:rPr><w:strike/></w:rPr>${symbol}</w:r>`, '1', ['struck-text-kept']],
    ['white', `<w:r><w:rPr>${white}</w:rPr>${symbol}</w:r>`, '1', ['white-text-kept']],
    [
      'raised behind a digit',
      `${run('6')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>${symbol}</w:r>`,
      '6',
      ['superscript-dropped'],
    ],
    ['plain', `<w:r>${symbol}</w:r>`, '1', []],
  ])('%s', async (_, content, text, losses) => {
    expect(await read(cell(content))).toEqual({ text, losses })
  })
})

describe('automatic numbers before figures', () => {
  const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
  it('are said at every figure, and once for words', async () => {
    const { losses } = await readBody(
      paragraph(run('一、总体情况'), numbered) +
        table(
          row([cell(paragraph(run('甲'), numbered)), cell(paragraph(run('6'), numbered))]),
          row(['乙', cell(paragraph(run('7'), numbered))]),
        ),
    )
    expect(losses).toEqual(['numbering-dropped', 'number-prefix-dropped', 'number-prefix-dropped'])
  })
})

it('digits set from right to left are said', async () => {
  expect(await read(cell(`<w:p><w:bdo w:val="rtl">${run('71')}</w:bdo></w:p>`))).toEqual({
    text: '71',
    losses: ['direction-ignored'],
  })
  expect(await read(cell(`<w:p><w:dir w:val="ltr">${run('71')}</w:dir></w:p>`))).toEqual({
    text: '71',
    losses: [],
  })
})
