import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../../lib/read-report.ts'
import { readDocx } from '../../../../lib/readers/docx/index.ts'
import {
  cell,
  docxOf,
  grids,
  paragraph,
  partsOf,
  row,
  run,
  table,
  textsOf,
  zipOf,
} from '../../../support/docx.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const chunk = (id = 'c1'): string => `<w:altChunk r:id="${id}"/>`

/** A Word file that takes up these documents by the relationships c1, c2, … */
const withChunks = (body: string, ...chunks: readonly (string | Uint8Array)[]): Uint8Array => {
  const parts = partsOf(body)
  const related = chunks
    .map((_, at) => `<Relationship Id="c${at + 1}" Type="${office}/aFChunk" Target="chunk${at + 1}.bin"/>`)
    .join('')
  return zipOf({
    ...parts,
    'word/_rels/document.xml.rels': parts['word/_rels/document.xml.rels']!.replace(
      '</Relationships>',
      `${related}</Relationships>`,
    ),
    ...Object.fromEntries(chunks.map((content, at) => [`word/chunk${at + 1}.bin`, content])),
  })
}

const page = '<html><body><p>页中</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table></body></html>'
const rtf = String.raw`{\rtf1\ansi \u39029?\u20013?\par\trowd\cellx1000\cellx2000\intbl A\cell 1\cell\row\trowd\cellx1000\cellx2000\intbl B\cell 2\cell\row\pard\par}`
const mht = `MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`
const rows = table(row(['甲', '1']), row(['乙', '2']))
const own = [
  ['甲', '1'],
  ['乙', '2'],
]

describe('documents that a Word file takes up are read where they stand', () => {
  it.each([
    ['a page', page, own],
    ['a web archive', mht, own],
    [
      'RTF',
      rtf,
      [
        ['A', '1'],
        ['B', '2'],
      ],
    ],
    ['a Word file', docxOf(paragraph(run('页中')) + rows), own],
  ])('%s', async (_, content, expected) => {
    const body =
      paragraph(run('前')) + table(row(['丙', '3']), row(['丁', '4'])) + chunk() + paragraph(run('后'))
    const document = await readDocx(withChunks(body, content))
    expect(textsOf(document)).toEqual(['前', '页中', '后'])
    expect(grids(document)).toEqual([
      [
        ['丙', '3'],
        ['丁', '4'],
      ],
      expected,
    ])
    expect(document.blocks.map(({ number }) => number)).toEqual([1, 1, 2, 2, 3])
    const sources = document.blocks.flatMap(block => (block.kind === 'table' ? [block.cells[0]!.source] : []))
    expect(sources).toMatchObject([{ table: 1 }, { table: 2 }])
    expect(document.losses).toEqual([])
  })

  it('text alone', async () => {
    const document = await readDocx(withChunks(chunk(), '一、总体情况\n甲'))
    expect(textsOf(document)).toEqual(['一、总体情况', '甲'])
  })

  it('losses of both name the places of the whole', async () => {
    const struck = table(row(['丙', cell(run('3', '<w:strike/>'))]), row(['丁', '4']))
    const inner = '<table><tr><td>甲<td><s>1</s><tr><td>乙<td>2</table>'
    const document = await readDocx(withChunks(chunk() + struck, `<html><body>${inner}</body></html>`))
    const tables = document.losses.map(({ source }) => (source?.kind === 'table' ? source.table : 0))
    expect(new Set(tables)).toEqual(new Set([1, 2]))
    const outer = document.losses.find(({ source }) => source?.kind === 'table' && source.table === 2)
    expect(outer?.message.zh).toContain('第 2 个表第 1 行第 2 列')
  })
})

describe('what cannot be taken up is said', () => {
  const lost = async (body: string, ...chunks: (string | Uint8Array)[]) => {
    const document = await readDocx(withChunks(body, ...chunks))
    return document.losses.map(({ code, source }) => [code, source?.kind ?? 'nowhere'])
  }

  it.each([
    ['no such part', chunk('c9'), page],
    ['a broken one', chunk(), Uint8Array.of(0x50, 0x4b, 3, 4, 0)],
    ['XML of another kind', chunk(), '<?xml version="1.0"?><pkg:package xmlns:pkg="x">12</pkg:package>'],
    ['a document in a document in this one', chunk(), withChunks(chunk(), page)],
  ])('%s', async (_, body, content) => {
    expect(await lost(body, content)).toEqual([['embedded-document-dropped', 'nowhere']])
  })

  it('one in a cell, at that cell', async () => {
    const body = table(row(['甲', `<w:tc>${chunk()}<w:p/></w:tc>`]), row(['乙', '2']))
    expect(await lost(body, page)).toEqual([['embedded-document-dropped', 'table']])
  })

  it('more than any program takes up', async () => {
    const losses = await lost(chunk().repeat(30), page)
    expect(losses).toEqual([['embedded-document-dropped', 'nowhere']])
  })
})

const shared = new URL('../../../../../shared/', import.meta.url)

it.skipIf(!existsSync(new URL('cases/readers/altchunk/', shared)))(
  'a report that is all one page taken up',
  async () => {
    const document = await readDocx(readFileSync(new URL('cases/readers/altchunk/report.docx', shared)))
    const key = JSON.parse(readFileSync(new URL('reports/002.key.json', shared), 'utf8'))
    const { figures } = readReport(document)
    expect(Object.fromEntries([...figures].map(([name, { value }]) => [name, value]))).toEqual(key.figures)
  },
)
