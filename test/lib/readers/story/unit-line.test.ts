import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../../lib/model/document.ts'
import { readDoc } from '../../../../lib/readers/doc/index.ts'
import { readOdt } from '../../../../lib/readers/odt/index.ts'
import { readRtf } from '../../../../lib/readers/rtf/index.ts'
import { type DocParagraph, defTable, docOf, inCell, le16, rowEnd } from '../../../support/doc.ts'
import { paragraph, readBody, row, run, table } from '../../../support/docx.ts'

/** A line with one character in it that a person does not see as it is written, and where a reader says so. */

type Effect = 'white' | 'struck' | 'hidden' | 'tiny'
const codes: Readonly<Record<Effect, string>> = {
  white: 'white-text-kept',
  struck: 'struck-text-kept',
  hidden: 'hidden-text-dropped',
  tiny: 'tiny-text-kept',
}

/** A document of four lines and a table: a title, two lines of one paragraph with the unit in its second, the table. */
const writers: Readonly<Record<string, (effect: Effect, framed: boolean) => Promise<Document>>> = {
  docx: async (effect, framed) => {
    const looks = {
      white: '<w:color w:val="FFFFFF"/>',
      struck: '<w:strike/>',
      hidden: '<w:vanish/>',
      tiny: '<w:sz w:val="2"/>',
    }
    const unit = paragraph(
      `${run('收入')}<w:r><w:br/></w:r>${run('单位：')}${run('万', looks[effect])}${run('元')}`,
    )
    const own = framed
      ? `<w:tbl>${'<w:tr><w:tc>'}${paragraph(run('表四'))}${unit}</w:tc></w:tr></w:tbl>`
      : unit
    const before = framed ? '' : paragraph(run('表四'))
    return (await readBody(before + own + table(row(['甲', '1']), row(['乙', '2'])))).document
  },
  odt: (effect, framed) => {
    const looks = {
      white: 'fo:color="#ffffff"',
      struck: 'style:text-line-through-style="solid"',
      hidden: 'text:display="none"',
      tiny: 'fo:font-size="1pt"',
    }
    const lines =
      '<text:p>表四</text:p><text:p>收入<text:line-break/>单位：<text:span text:style-name="A">万</text:span>元</text:p>'
    const cell = (inside: string): string => `<table:table-cell>${inside}</table:table-cell>`
    const grid = (...rows: readonly string[]): string =>
      `<table:table>${rows.map(each => `<table:table-row>${each}</table:table-row>`).join('')}</table:table>`
    const body =
      (framed ? grid(cell(lines)) : lines) +
      grid(
        cell('<text:p>甲</text:p>') + cell('<text:p>1</text:p>'),
        cell('<text:p>乙</text:p>') + cell('<text:p>2</text:p>'),
      )
    const styles = `<style:style style:name="A" style:family="text"><style:text-properties ${looks[effect]}/></style:style>`
    const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
    return readOdt(
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8(content),
      }),
    )
  },
  rtf: (effect, framed) => {
    const looks = { white: '\\cf1', struck: '\\strike', hidden: '\\v', tiny: '\\fs2' }
    const unit = `A\\line Unit: {${looks[effect]} W}Y`
    const lines = framed
      ? `\\trowd\\cellx900\\pard\\intbl T\\par ${unit}\\cell\\row\\pard\\par`
      : `\\pard T\\par ${unit}\\par`
    const cells = '\\trowd\\cellx900\\cellx1900\\pard\\intbl B\\cell 1\\cell\\row'
    return readRtf(
      Buffer.from(
        `{\\rtf1{\\colortbl;\\red255\\green255\\blue255;}${lines}\\pard ${cells}${cells}\\pard\\par}`,
      ),
    )
  },
  doc: (effect, framed) => {
    const looks = {
      white: [0x70, 0x68, 255, 255, 255, 0],
      struck: [0x37, 0x08, 1],
      hidden: [0x3c, 0x08, 1],
      tiny: [0x43, 0x4a, ...le16(2)],
    }
    const end = (...edges: readonly number[]): DocParagraph => ({
      text: '\x07',
      properties: rowEnd(...defTable(edges)),
    })
    const unit = '收入\x0b单位：万元'
    const lines: DocParagraph[] = framed
      ? [
          { text: '表四\r', properties: inCell },
          { text: `${unit}\x07`, properties: inCell },
          end(0, 1000),
          { text: '\r' },
        ]
      : [{ text: '表四\r' }, { text: `${unit}\r` }]
    const cells = ['甲', '1'].map((text): DocParagraph => ({ text: `${text}\x07`, properties: inCell }))
    const rows = [...cells, end(0, 1000, 2000), ...cells, end(0, 1000, 2000)]
    return readDoc(docOf([...lines, ...rows], { runs: [[9, 10, looks[effect]]] }))
  },
}

describe.each(Object.keys(writers))('%s', format => {
  test.each(
    (Object.keys(codes) as Effect[]).flatMap(effect => [
      [effect, 'a paragraph', false] as const,
      [effect, 'a table of one cell', true] as const,
    ]),
  )('a %s character in the unit of a table, in %s, is said at its line', async (effect, _, framed) => {
    const document = await writers[format]!(effect, framed)
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph', 'table'])
    expect(document.losses.map(({ code, source }) => ({ code, source }))).toEqual([
      { code: codes[effect], source: { kind: 'paragraph', paragraph: 3 } },
    ])
  })
})

test('the unit is said however many lines before it are struck', async () => {
  const struck = paragraph(run('旧文', '<w:strike/>')).repeat(60)
  const { document } = await readBody(
    struck + paragraph(run('单位：') + run('万', '<w:strike/>') + run('元')),
  )
  expect(document.losses.at(-1)).toMatchObject({
    code: 'struck-text-kept',
    source: { kind: 'paragraph', paragraph: 61 },
  })
})
