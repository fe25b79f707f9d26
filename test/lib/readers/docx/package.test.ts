import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../lib/readers/docx/index.ts'
import { docxOf, grids, paragraph, partsOf, row, run, table, textsOf, zipOf } from '../../../support/docx.ts'

const body = paragraph(run('总体情况')) + table(row(['甲', '1']), row(['乙', '2']))
const plain = partsOf(body)
const read = async (parts: Record<string, string | Uint8Array>) => {
  const document = await readDocx(zipOf(parts))
  return { texts: textsOf(document), grids: grids(document) }
}
const expected = {
  texts: ['总体情况'],
  grids: [
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
  ],
}

describe('the main document part', () => {
  it.each([
    ['elsewhere', '/doc/main.xml', 'doc/main.xml'],
    ['by a relative path', './word/../doc/./main.xml', 'doc/main.xml'],
    ['in other case', 'WORD/Document.xml', 'word/document.xml'],
    ['with back slashes in the zip', 'word/document.xml', 'word\\document.xml'],
  ])('is found %s', async (_, target, name) => {
    const { 'word/document.xml': document, ...others } = plain
    const rels = others['_rels/.rels']!.replace('word/document.xml', target)
    expect(await read({ ...others, '_rels/.rels': rels, [name]: document! })).toEqual(expected)
  })

  it('is not assumed to be word/document.xml', async () => {
    const rels = plain['_rels/.rels']!.replace('word/document.xml', 'word/real.xml')
    const decoy = plain['word/document.xml']!.replace('总体情况', '旧稿')
    const parts = {
      ...plain,
      '_rels/.rels': rels,
      'word/document.xml': decoy,
      'word/real.xml': plain['word/document.xml']!,
    }
    expect(await read(parts)).toEqual(expected)
  })

  it.each([
    'application/vnd.ms-word.document.macroEnabled.main+xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
  ])('is read with content type %s', async type => {
    const types = plain['[Content_Types].xml']!.replace(/application\/vnd[^"]*document.main\+xml/, type)
    expect(types).toContain(type)
    expect(await read({ ...plain, '[Content_Types].xml': types })).toEqual(expected)
  })
})

describe('namespaces', () => {
  const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const document = plain['word/document.xml']!

  it('strict files are read', async () => {
    const rels = plain['_rels/.rels']!.replace(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
      'http://purl.oclc.org/ooxml/officeDocument/relationships/',
    )
    expect(rels).toContain('purl')
    expect(
      await read({
        ...plain,
        '_rels/.rels': rels,
        'word/document.xml': document.replace(transitional, strict),
      }),
    ).toEqual(expected)
  })

  it('other prefixes, none, and prefixes bound half way down are read', async () => {
    const other = document.replaceAll(/(<\/?|\s)w:/g, '$1word:').replace('xmlns:w=', 'xmlns:word=')
    expect(other).toContain('<word:tbl>')
    expect(await read({ ...plain, 'word/document.xml': other })).toEqual(expected)
    const none = document
      .replaceAll(/(<\/?)w:/g, '$1')
      .replace('<document', `<document xmlns="${transitional}"`)
    expect(await read({ ...plain, 'word/document.xml': none })).toEqual(expected)
    const late = document
      .replace('<w:tbl>', `<q:tbl xmlns:q="${transitional}">`)
      .replace('</w:tbl>', '</q:tbl>')
    expect(await read({ ...plain, 'word/document.xml': late })).toEqual(expected)
  })

  it('the same prefix bound to something else means something else', async () => {
    const foreign = document.replace('</w:p>', '<w:r xmlns:w="urn:other"><w:t>别的</w:t></w:r></w:p>')
    expect(await read({ ...plain, 'word/document.xml': foreign })).toEqual(expected)
  })
})

it.each([
  ['utf-16le', [0xff, 0xfe]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
] as const)('a document part in %s with byte order mark is read', async (encoding, mark) => {
  const text = plain['word/document.xml']!
  const bytes = Buffer.concat([Uint8Array.from(mark), Buffer.from(text, encoding)])
  expect(await read({ ...plain, 'word/document.xml': bytes })).toEqual(expected)
})

it('reads the same bytes the same way twice, at once', async () => {
  const bytes = docxOf(body)
  const [first, second] = await Promise.all([readDocx(bytes), readDocx(bytes)])
  expect(first).toEqual(second)
})
