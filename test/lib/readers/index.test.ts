import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../lib/model/document.ts'
import { Problem, type ProblemCode } from '../../../lib/model/problems.ts'
import { read } from '../../../lib/readers/index.ts'
import { limits } from '../../../lib/readers/limits.ts'
import { cpuTime } from '../../support/cpu-time.ts'
import { fixture } from '../../support/samples.ts'
import { outline } from './text/rows.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text)
const hex = (digits: string): Uint8Array => Buffer.from(digits.replaceAll(' ', ''), 'hex')
const compound = (...streams: readonly string[]): Uint8Array =>
  Buffer.concat([
    hex('d0cf11e0a1b11ae1'),
    Buffer.alloc(1024),
    ...streams.map(stream => Buffer.from(`${stream}\0`, 'utf16le')),
    Buffer.alloc(512),
  ])

const refusal = async (name: string, bytes: Uint8Array): Promise<Problem> => {
  const error = await read(name, bytes).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

describe('refusals', () => {
  test.each<[string, string, Uint8Array, ProblemCode, RegExp]>([
    ['nothing', 'a.docx', new Uint8Array(), 'empty-file', /空/],
    ['white space', 'a.txt', bytesOf(' \r\n\t\u3000\u00a0\n'), 'empty-file', /空/],
    ['a mark and nothing else', 'a.txt', bytesOf('\ufeff\n'), 'empty-file', /空/],
    ['PDF cut off', 'a.docx', bytesOf('%PDF-1.7\n%\u00e2'), 'file-damaged', /PDF/],
    ['PDF after rubbish', 'a.pdf', bytesOf('\n\n%PDF-1.4'), 'file-damaged', /PDF/],
    [
      'encrypted Word file',
      'a.docx',
      compound('EncryptionInfo', 'EncryptedPackage'),
      'password-protected',
      /密码/,
    ],
    ['broken .doc', 'a.docx', compound('Root Entry', 'WordDocument'), 'file-damaged', /Word/],
    ['.xls', 'a.doc', compound('Root Entry', 'Workbook'), 'format-unsupported', /Excel/],
    ['other compound file', 'a.doc', compound('PowerPoint Document'), 'format-unsupported', /Office/],
    ['broken RTF', 'a.doc', bytesOf('{\\rtf1\\ansi 1'), 'file-damaged', /RTF/],
    ['PNG', 'a.docx', hex('89504e470d0a1a0a0000'), 'format-unsupported', /图片/],
    ['JPEG', 'a.txt', hex('ffd8ffe000104a46'), 'format-unsupported', /图片/],
    ['GIF', 'a.txt', bytesOf('GIF89a....'), 'format-unsupported', /图片/],
    ['BMP', 'a.txt', hex('424d 46000000 0000 0000 36000000'), 'format-unsupported', /图片/],
    ['TIFF, little end first', 'a.txt', hex('49492a0008000000'), 'format-unsupported', /图片/],
    ['TIFF, big end first', 'a.txt', hex('4d4d002a00000008'), 'format-unsupported', /图片/],
    ['WEBP', 'a.txt', bytesOf('RIFF0000WEBPVP8 '), 'format-unsupported', /图片/],
    ['gzip', 'a.docx', hex('1f8b0800000000000003'), 'format-unsupported', /压缩包/],
    ['7z', 'a.zip', hex('377abcaf271c0004'), 'format-unsupported', /压缩包/],
    ['RAR', 'a.zip', hex('526172211a0700'), 'format-unsupported', /压缩包/],
    [
      'MHT without a page',
      'a.html',
      bytesOf('From: <Saved by WPS>\r\nMIME-Version: 1.0\r\n\r\n<html>'),
      'file-damaged',
      /网页存档/,
    ],
    [
      'Word 2003 XML',
      'a.doc',
      bytesOf('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="w"/>'),
      'format-unsupported',
      /XML/,
    ],
    [
      'program',
      'a.txt',
      Buffer.concat([bytesOf('MZ'), hex('90000300000004000000ffff0000b800')]),
      'format-unsupported',
      /这种文件/,
    ],
    ['NULs', 'a.txt', new Uint8Array(64), 'format-unsupported', /这种文件/],
    ['bytes in no encoding', 'a.txt', hex('d5feff80ff20d5fe'), 'file-damaged', /编码/],
  ])('%s', async (_, name, bytes, code, sentence) => {
    const problem = await refusal(name, bytes)
    expect(problem.code).toBe(code)
    expect(problem.sentence.zh).toMatch(sentence)
    expect(problem.sentence.en).not.toBe('')
    expect(problem.remedy.zh).toMatch(/提交/)
    expect(problem.remedy.en).not.toBe('')
  })

  test('a picture that the reader of scans takes says so', async () => {
    const isScan = async (start: string) => (await refusal('a.jpg', hex(start))).scan
    expect(await isScan('ffd8ffe000104a46')).toBe(true)
    expect(await isScan('89504e470d0a1a0a0000')).toBe(true)
    expect(await isScan('49492a0008000000')).toBe(false)
  })

  test('text and packages beyond their limits', async () => {
    const text = await refusal('a.txt', new Uint8Array(limits.textFileBytes + 1).fill(0x61))
    expect([text.code, text.sentence.zh]).toEqual(['too-large', expect.stringContaining('20 MB')])
    const archive = await refusal(
      'a.docx',
      Buffer.concat([bytesOf('PK\x03\x04'), new Uint8Array(limits.fileBytes)]),
    )
    expect([archive.code, archive.sentence.zh]).toEqual(['too-large', expect.stringContaining('64 MB')])
  })

  test('more lines or cells than a report has', async () => {
    expect((await refusal('a.txt', bytesOf('0\n'.repeat(300_000)))).code).toBe('too-complex')
    expect((await refusal('a.txt', bytesOf('|'.repeat(500_000)))).code).toBe('too-complex')
  })

  test('a zip with no document is left to the Word reader to refuse', async () => {
    const problem = await refusal('a.txt', zipSync({ 'a.txt': bytesOf('x') }))
    expect(problem.code).toMatch(/format-unsupported|file-damaged|not-a-report/)
  })
})

describe('content decides the format', () => {
  const table = '<table><tr><td>许可</td><td>7</td></tr></table>'
  const rows = [[['许可', '7']]]

  test.each<[string, string, string, Document['format']]>([
    ['a page named .doc', 'a.doc', `<!DOCTYPE html><html><body>${table}</body></html>`, 'html'],
    ['a fragment named .txt', 'a.txt', `\n${table}`, 'html'],
    [
      'after a comment and a prolog',
      'a.xls',
      `<?xml version="1.0"?>\n<!-- saved -->\n<div>${table}</div>`,
      'html',
    ],
    ['pipe tables named .txt', 'a.txt', '| 许可 | 7 |\n|---|---|\n', 'markdown'],
    ['HTML tables in Markdown', 'a.md', `${table}\n`.replace('<table>', '\n<table>'), 'html'],
    ['flattened text named .html', 'a.html', '\t许可\n\t7\n', 'text'],
    ['flattened text named .docx', 'a.docx', '\t许可\n\t7\n', 'text'],
  ])('%s', async (_, name, text, format) => {
    const document = await read(name, bytesOf(text))
    expect(document.format).toBe(format)
    expect(outline(document)).toEqual(rows)
  })

  test.each<[Document['format'], string]>([
    ['doc', 'a.docx'],
    ['odt', 'a.doc'],
    ['rtf', 'a.doc'],
    ['xlsx', 'a.xls'],
  ])('%s named %s', async (format, name) => {
    const document = await read(name, fixture(format, 'qinghe-2023'))
    expect(document.format).toBe(format)
    expect(document.blocks.filter(({ kind }) => kind === 'table').length).toBeGreaterThan(0)
  })

  test('a web archive named .doc', async () => {
    const archive = `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html>${table}</html>`
    const document = await read('a.doc', bytesOf(archive))
    expect(document.format).toBe('mht')
    expect(outline(document)).toEqual(rows)
  })

  test('the name decides between text and Markdown where the content is neutral', async () => {
    expect((await read('a.md', bytesOf('无。'))).format).toBe('markdown')
    expect((await read('a.TXT', bytesOf('无。'))).format).toBe('text')
  })

  test('tables written as HTML among Markdown keep the lines around them apart', async () => {
    const text = `# 某局报告\n\n二、公开\n${table}\n三、申请\n共3件，<5件。\n`
    const document = await read('a.txt', bytesOf(text))
    expect(document.format).toBe('markdown')
    expect(outline(document)).toEqual(['某局报告', '二、公开', ...rows, '三、申请', '共3件，<5件。'])
  })

  test('the declared charset of a page is used, and losses of decoding are handed on', async () => {
    const big5 = Buffer.concat([
      bytesOf('<html><meta charset=big5><p>'),
      hex('ac46a9b2b8eab054'),
      bytesOf('</p></html>'),
    ])
    expect(outline(await read('a.html', big5))).toEqual(['政府資訊'])
    const lossy = await read('a.txt', bytesOf('收到\ufffd件。'))
    expect(lossy.losses.map(loss => loss.code)).toContain('characters-unreadable')
  })
})

describe('bounded time', () => {
  test.each<[string, string]>([
    ['one long line', '文'.repeat(6_000_000)],
    ['one line of spaces', `甲${' '.repeat(15_000_000)}乙`],
    ['brackets', '[image:'.repeat(2_000_000)],
    ['one cell per line', '\t0\n'.repeat(190_000)],
    ['lone pipes', '|\n'.repeat(190_000)],
    ['cells with pipes', '0 |\n'.repeat(190_000)],
    ['one row', `|${' 0 |'.repeat(300_000)}`],
    ['lines apart', '0\n\n\n'.repeat(60_000)],
    ['comments', `${'<!-- -->'.repeat(200_000)}<p>无</p>`],
  ])('%s', async (_, text) => {
    const started = cpuTime()
    await read('a.txt', bytesOf(text)).catch((error: unknown) => expect(error).toBeInstanceOf(Problem))
    expect(cpuTime() - started).toBeLessThan(8_000)
  })
})
