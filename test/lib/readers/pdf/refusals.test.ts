import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { grid, line, pdfOf, picture, text } from '../../../support/pdf.ts'
import { codes, readContent, readPages, readPdf } from './outline.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const wholePage = picture(0, 0, 595, 842)

describe('is refused', () => {
  test('a scan: no text layer', async () => {
    await expect(readPages({ content: [wholePage] }, { content: [wholePage] })).rejects.toMatchObject({
      code: 'no-text-layer',
      scan: true,
      sentence: { zh: expect.stringContaining('扫描件') },
    })
  })

  test('a scan with a page number', async () => {
    const scanned = { content: [wholePage, text(280, 815, '- 1 -')] }
    await expect(readPages(scanned)).rejects.toMatchObject({ code: 'no-text-layer' })
  })

  test('a file without text or pictures', async () => {
    await expect(readPages({ content: [] })).rejects.toMatchObject({ code: 'no-text-layer', scan: false })
  })

  test('text whose characters mean nothing', async () => {
    const content = [text(80, 100, '\ue001\ue002\ue003\ue004'), text(80, 120, '\ue010\ue011')]
    await expect(readContent(...content)).rejects.toMatchObject({
      code: 'no-text-layer',
      sentence: { zh: expect.stringContaining('乱码') },
    })
  })

  test('a file that opens with a password only', async () => {
    await expect(readPdf(fixture('locked.pdf'))).rejects.toMatchObject({ code: 'password-protected' })
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length * 0.7)],
    ['with a spoilt byte in a packed part', (bytes: Buffer) => bytes.fill(0x55, 3_000, 3_001)],
    ['of zeros', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 20), Buffer.alloc(2_000)])],
  ])('a file %s', async (_, spoil) => {
    await expect(readPdf(spoil(fixture('plain.pdf')))).rejects.toMatchObject({ code: 'file-damaged' })
  })

  test('more pages than a report has', async () => {
    const pages = Array.from({ length: 301 }, () => ({ content: [text(80, 100, '一页')] }))
    await expect(readPages(...pages)).rejects.toMatchObject({ code: 'too-complex' })
  })

  test('a page with too many operators', async () => {
    const content = ['0 0 m 5 5 l S '.repeat(120_000), text(80, 100, '文字')]
    await expect(readContent(...content)).rejects.toMatchObject({ code: 'too-complex' })
  })

  test('text in two columns, and tables beside each other', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => [
      text(60, 100 + at * 20, '左栏的文字一行接着一行往下写满', 14),
      text(320, 105 + at * 20, '右栏的文字一行接着一行往下写满', 14),
    ])
    const refusal = { code: 'format-unsupported', sentence: { zh: expect.stringContaining('第 1 页') } }
    await expect(readContent(...lines.flat())).rejects.toMatchObject(refusal)
    const rows = [
      ['甲', '1'],
      ['乙', '2'],
      ['丙', '3'],
    ]
    const tables = [...grid(50, 100, [80, 40], rows), ...grid(300, 110, [80, 40], rows)]
    await expect(readContent(...tables)).rejects.toMatchObject(refusal)
  })
})

describe('is read', () => {
  test('a page whose states are nested without end', async () => {
    const { blocks } = await readContent('q '.repeat(5_000), text(80, 100, '文字'))
    expect(blocks).toMatchObject([{ text: '文字' }])
  })

  test('a file that only its editing is locked of', async () => {
    const document = await readPdf(fixture('restricted.pdf'))
    expect(document.blocks[0]).toMatchObject({ kind: 'paragraph', text: '示例文件' })
  })

  test('a file that is partly scanned, with the pages named', async () => {
    const document = await readPages(
      { content: [text(80, 100, '第一页有文字，其余两页是图片。')] },
      { content: [wholePage] },
      { content: [wholePage] },
    )
    expect(document.losses).toMatchObject([
      { code: 'picture-page', message: { zh: expect.stringContaining('第 2、3 页') } },
    ])
  })

  test('a page with a picture, the picture being reported; a seal is none', async () => {
    expect(codes(await readContent(text(80, 100, '有图'), picture(100, 200, 400, 400)))).toEqual([
      'picture-dropped',
    ])
    expect(codes(await readContent(text(80, 100, '有章'), picture(300, 600, 410, 710)))).toEqual([])
  })

  test('a page with some characters that mean nothing, which is reported', async () => {
    const document = await readContent(text(80, 100, '这里有几个字符\ue001\ue002\ue003无法识别'))
    expect(codes(document)).toEqual(['characters-unreadable'])
  })

  test('a file with a page that cannot be read, which is reported', async () => {
    const pages = [{ content: [text(80, 100, '第一页')] }, { content: [text(80, 100, '第二页')] }]
    const bytes = Buffer.from(pdfOf(pages)).toString('latin1')
    const spoilt = bytes.replace(/(\/Kids \[\d+ 0 R) \d+ 0 R/u, '$1 3 0 R')
    const document = await readPdf(Buffer.from(spoilt, 'latin1'))
    expect(document.losses).toMatchObject([
      { code: 'page-unreadable', message: { zh: expect.stringContaining('第 2 页') } },
    ])
  })

  test('a page with too many lines for tables, which is reported', async () => {
    const strokes = Array.from({ length: 4_400 }, (_, at) => {
      const [x, y] = [20 + (at % 28) * 20, 120 + Math.floor(at / 28) * 4]
      return line(x, y, x + 10, y)
    })
    expect(codes(await readContent(text(80, 100, '图'), ...strokes))).toEqual(['drawing-too-dense'])
  })

  test('a file with a script, which does not run', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.ran = true) >>'
    const bytes = Buffer.from(pdfOf([{ content: [text(80, 100, '正文')] }])).toString('latin1')
    const document = await readPdf(
      Buffer.from(bytes.replace('/Type /Catalog', `/Type /Catalog ${script}`), 'latin1'),
    )
    expect(document.blocks).toHaveLength(1)
    expect('ran' in globalThis).toBe(false)
  })

  test('the same bytes twice at once, both alike', async () => {
    const bytes = pdfOf([
      {
        content: grid(
          60,
          100,
          [60, 60],
          [
            ['甲', '1'],
            ['乙', '2'],
          ],
        ),
      },
    ])
    const copy = bytes.slice()
    const [first, second] = await Promise.all([readPdf(bytes), readPdf(bytes)])
    expect(first).toEqual(second)
    expect(bytes).toEqual(copy)
  })
})
