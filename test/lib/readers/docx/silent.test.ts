import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../lib/readers/docx/index.ts'
import { silentElements, withoutSilent } from '../../../../lib/readers/docx/silent.ts'
import { cpuTime } from '../../../support/cpu-time.ts'
import { cell, docxOf, paragraph, partsOf, readBody, row, run, table } from '../../../support/docx.ts'

/** The element everywhere that properties and content can stand. */
const bodyWith = (element: string): string =>
  paragraph(`${run('一、总体情况', element)}${element}`, element) +
  table(
    row(
      [cell(run('数量', element), element), cell(paragraph(run('16', element) + element, element))],
      element,
    ),
    row([cell('甲', element), cell(run('5', element), element)]),
  ) +
  element

describe('elements that are left out before parsing', () => {
  it.each(silentElements)('%s says nothing of what is printed', async name => {
    // In single quotes it is left to the parser, and to whoever would listen to it.
    const [shortened, parsed, none] = await Promise.all([
      readBody(bodyWith(`<w:${name} w:val="1" w:w="20"/>`)),
      readBody(bodyWith(`<w:${name} w:val='1' w:w='20'/>`)),
      readBody(bodyWith('')),
    ])
    expect(withoutSilent(`<x> <w:${name} w:val="1" w:w="20"/>`)).toBe('<x> ')
    expect(withoutSilent(`<x><w:${name} w:val='1' w:w='20'/>`)).not.toBe('<x>')
    expect(shortened.document).toEqual(none.document)
    expect(parsed.document).toEqual(none.document)
  })

  it.each([
    ['a run of CDATA', '<![CDATA[1<w:sz w:val="2"/>6]]>', '1<w:sz w:val="2"/>6'],
    ['a comment', '1<!-- <w:sz w:val="2"/> -->6', '16'],
    ['an instruction', '1<?x <w:sz w:val="2"/>?>6', '16'],
    ['an attribute that holds an end', '1</w:t><w:sz w:val="a/>b"/><w:t>6', '16'],
    ['escaped text', '1&lt;w:sz w:val="2"/&gt;6', '1<w:sz w:val="2"/>6'],
  ])('%s is read as it stands', async (_, content, expected) => {
    const body = table(row(['数量', cell(`<w:r><w:t>${content}</w:t></w:r>`)]), row(['甲', '1']))
    expect((await readBody(body)).grids[0]![0]![1]).toBe(expected)
  })

  it('what is not well-formed stays so', async () => {
    for (const wrong of [
      '<<w:sz/>w:t>12</w:t>',
      '&l<w:sz/>t;',
      '<w:sz w:val="&bad;"/>',
      '<w:sz w:val="1"',
      '<w:sz w:val=1/>',
      '<w:sz w:val="<"/>',
      '<w:sz>',
    ])
      await expect(readDocx(docxOf(paragraph(run('甲', wrong))))).rejects.toMatchObject({
        code: 'file-damaged',
      })
  })

  it('takes time in proportion to the text, whatever stands in it', () => {
    const long = `<w:sz${' w:val="1"'.repeat(200_000)}`
    const many = '<w:sz w:val="1"'.repeat(200_000)
    const started = cpuTime()
    const usual = ['sz', 'spacing', 'rFonts', 'bidi'].map(name => `<w:${name} w:val="20"`.repeat(200_000))
    for (const text of [long, many, `${long}/>`, ...usual]) withoutSilent(text)
    expect(cpuTime() - started).toBeLessThan(2000)
    expect(partsOf('')['word/document.xml']).toBe(withoutSilent(partsOf('')['word/document.xml']!))
  })
})
