import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../lib/model/problems.ts'
import { readDocx } from '../../../../lib/readers/docx/index.ts'
import { limits } from '../../../../lib/readers/limits.ts'
import { docxOf, paragraph, partsOf, row, run, table, zipOf } from '../../../support/docx.ts'

const body = paragraph(run('总体情况')) + table(row(['甲', '1']))
const whole = docxOf(body)

const problemOf = async (bytes: Uint8Array): Promise<Problem> => {
  const error = await readDocx(bytes).then(
    () => new Error('was read'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw error
  return error
}
const refusal = async (bytes: Uint8Array) => {
  const { code, sentence } = await problemOf(bytes)
  return [code, sentence.zh] as const
}
const withDocument = (document: string | Uint8Array) =>
  zipOf({ ...partsOf(body), 'word/document.xml': document })
const inBody = (content: string) => withDocument(partsOf(content)['word/document.xml']!)

/** The position of the directory entry of the main part. */
const entryOf = (bytes: Uint8Array, name: string): number => Buffer.from(bytes).lastIndexOf(name) - 46
const changed = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  copy[at] = value
  return copy
}

describe('damaged files', () => {
  it.each([
    ['a paragraph', `<w:p><w:pPr>${run('2')}</w:pPr>${run('0')}</w:p>`],
    ['a run', `<w:p><w:r><w:rPr><w:t>3</w:t></w:rPr><w:t>37</w:t></w:r></w:p>`],
    [
      'a cell',
      table(`<w:tr><w:tc><w:tcPr>${paragraph(run('1'))}</w:tcPr>${paragraph(run('6'))}</w:tc></w:tr>`),
    ],
    ['a row, wrapped', table(`<w:tr><w:trPr><w:x>${run('1')}</w:x></w:trPr></w:tr>`)],
  ])('text among the properties of %s', async (_, content) => {
    const [code, sentence] = await refusal(inBody(content))
    expect(code).toBe('file-damaged')
    expect(sentence).toContain('格式设置里面')
  })

  it.each([0, 10, 100, 0.5, 0.95])('cut short at %s', async length => {
    const [code] = await refusal(whole.subarray(0, length < 1 ? whole.length * length : length))
    expect(code).toBe('file-damaged')
  })

  it('every single flipped bit in the packed document is found', async () => {
    const start = Buffer.from(whole).indexOf('word/document.xml') + 'word/document.xml'.length
    for (let at = start; at < start + 300; at += 7) {
      const [code] = await refusal(changed(whole, at, whole[at]! ^ 4))
      expect(code).toBe('file-damaged')
    }
  })

  it('a part that is there twice', async () => {
    const { 'word/document.xml': document, ...others } = partsOf(body)
    const twice = Buffer.from(
      zipOf({ ...others, 'word/document.xml': document!, 'word/document.xmm': document! }),
    )
    for (let at = twice.indexOf('.xmm'); at !== -1; at = twice.indexOf('.xmm')) twice.write('.xml', at)
    expect(await refusal(twice)).toEqual(['file-damaged', expect.stringContaining('出现了两次')])
  })

  it.each([
    ['no well-formed XML', '<w:document'],
    ['no Word document', '<html/>'],
    ['no body', partsOf('')['word/document.xml']!.replaceAll('w:body', 'w:bodies')],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${partsOf('')['word/document.xml']}`],
    ['an entity of its own', partsOf(paragraph(run('&a;')))['word/document.xml']!],
    ['invalid UTF-8', Uint8Array.from([...strToU8(partsOf('')['word/document.xml']!), 0xff, 0xfe])],
    ['a cell outside a table', partsOf('<w:tc><w:p/></w:tc>')['word/document.xml']!],
    ['a row in a row', partsOf(table('<w:tr><w:tr/></w:tr>'))['word/document.xml']!],
  ])('%s', async (_, document) => {
    expect((await refusal(withDocument(document)))[0]).toBe('file-damaged')
  })

  it('a Word package without its document', async () => {
    const { 'word/document.xml': _, ...others } = partsOf(body)
    expect(await refusal(zipOf(others))).toEqual(['file-damaged', expect.stringContaining('没有正文')])
  })
})

describe('other kinds of zip', () => {
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const rels = (target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${main}" Target="${target}"/></Relationships>`

  it.each([
    ['Excel', { '_rels/.rels': rels('xl/workbook.xml'), 'xl/workbook.xml': '<workbook/>' }],
    [
      'PowerPoint',
      { '_rels/.rels': rels('ppt/presentation.xml'), 'ppt/presentation.xml': '<presentation/>' },
    ],
    [
      'Excel',
      {
        '_rels/.rels': rels('book.xml'),
        'book.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      },
    ],
    ['.odt', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }],
    ['.ofd', { 'OFD.xml': '<x/>' }],
    ['.zip', { '年度报告.docx': whole }],
  ])('%s is unsupported and named', async (name, parts) => {
    expect(await refusal(zipOf(parts as Record<string, string>))).toEqual([
      'format-unsupported',
      expect.stringContaining(name),
    ])
  })
})

describe('files that cost too much', () => {
  it('a document that inflates beyond the limit, whatever size it declares', async () => {
    const text = strToU8(
      partsOf('')['word/document.xml']!.replace('<w:body>', `<w:body>${' '.repeat(limits.documentBytes)}`),
    )
    const bomb = zipSync({
      ...Object.fromEntries(Object.entries(partsOf('')).map(([n, c]) => [n, strToU8(c)])),
      'word/document.xml': text,
    })
    expect(bomb.length).toBeLessThan(200_000)
    const size = new DataView(bomb.buffer, bomb.byteOffset + entryOf(bomb, 'word/document.xml') + 24, 4)
    size.setUint32(0, 1000, true)
    expect(await refusal(bomb)).toEqual(['too-large', expect.stringContaining('32 MB')])
  })

  it.each([
    ['elements', inBody('<w:x/>'.repeat(limits.elements))],
    ['depth', inBody('<w:sdt>'.repeat(limits.depth) + '</w:sdt>'.repeat(limits.depth))],
    ['paragraphs', inBody(paragraph(run('一')).repeat(limits.kept / 2 + 1))],
    ['line breaks', inBody(paragraph(`<w:r>${'<w:br/>'.repeat(limits.kept + 1)}</w:r>`))],
    [
      'columns of a row',
      inBody(
        table(
          row(
            Array.from({ length: 3 }, () => '<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr><w:p/></w:tc>'),
          ),
        ),
      ),
    ],
    [
      'namespaces',
      inBody(
        `<w:p ${Array.from({ length: 300 }, (_, i) => `xmlns:n${i}="urn:schemas-microsoft-com:vml"`).join(' ')}/>`,
      ),
    ],
  ])('too many %s', async (_, bytes) => {
    expect((await refusal(bytes))[0]).toBe('too-complex')
  })

  it('too many entries', async () => {
    const many = Object.fromEntries(
      Array.from({ length: limits.entries + 1 }, (_, index) => [`f${index}`, new Uint8Array()]),
    )
    expect((await refusal(zipSync(many, { level: 0 })))[0]).toBe('too-complex')
  })

  it('tables nested as deep as the limit lets them end in time', async () => {
    const depth = Math.floor((limits.depth - 5) / 3)
    const nested =
      '<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>'.repeat(depth) + '</w:tc></w:tr></w:tbl>'.repeat(depth)
    expect((await readDocx(docxOf(nested + body))).blocks.length).toBeGreaterThan(0)
  })
})

describe('protected files', () => {
  it('an encrypted entry', async () => {
    const at = entryOf(whole, 'word/document.xml') + 8
    expect((await refusal(changed(whole, at, whole[at]! | 1)))[0]).toBe('password-protected')
  })
})

it('every refusal says in both languages what is wrong and what to do', async () => {
  for (const bytes of [
    whole.subarray(0, 50),
    zipOf({ a: '' }),
    inBody('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)),
  ]) {
    const { sentence, remedy } = await problemOf(bytes)
    for (const { zh, en } of [sentence, remedy]) {
      expect(zh).toMatch(/\p{sc=Han}.*。$/u)
      expect(en).toMatch(/^[A-Z].*\.$/)
    }
  }
})
