import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read } from '../../../../lib/readers/index.ts'
import { isReportArchive, reportNames, unpackReport } from '../../../../lib/readers/zip/index.ts'
import { docxOf, paragraph, run } from '../../../support/docx.ts'
import { expectProblem, fixture, problemOf } from '../../../support/samples.ts'

const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ) as Zippable,
  )
const forgedZip = (files: readonly { name: string; data: Uint8Array }[]): Uint8Array =>
  zip(Object.fromEntries(files.map(({ name, data }) => [name, data])))
const namesOf = (bytes: Uint8Array): readonly string[] => reportNames(bytes)!

/** What is in the files that can be unpacked, and why the others cannot. */
const unpacked = async (bytes: Uint8Array) => {
  const files: Record<string, string> = {}
  for (const name of namesOf(bytes)) {
    const file = (async () => Buffer.from(unpackReport(bytes, name)!).toString())()
    files[name] = await file.catch((error: { code: string }) => error.code)
  }
  return files
}

/** The archive with one name, as raw bytes, in place of another of the same length; no flag says it is UTF-8. */
const renamed = (bytes: Uint8Array, from: string, to: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  expect(to.length).toBe(from.length)
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) to.copy(copy, at)
  return copy
}

describe('a zip that is a document', () => {
  const word = docxOf(paragraph(run('甲')))

  test('is read by its content', async () => {
    expect((await read('', word)).format).toBe('docx')
    expect((await read('', fixture('odt', 'structures'))).format).toBe('odt')
    expect((await read('', fixture('xlsx', 'qinghe-2023'))).format).toBe('xlsx')
  })

  test.each<[string, Uint8Array, RegExp]>([
    ['OFD', zip({ 'OFD.xml': '<x/>', 'Doc_0/Document.xml': '<x/>' }), /OFD/],
    ['Pages', zip({ 'Index/Document.iwa': 'x' }), /Pages/],
    ['UOF', zip({ 'uof.xml': '<x/>', 'content.xml': '<x/>' }), /标文通/],
    ['OpenDocument sheets', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), /\.ods/],
    ['files', zip({ 'a.docx': word, 'b.docx': word }), /压缩包/],
  ])('%s is refused by name', async (_, bytes, name) => {
    const { code, sentence, remedy } = await problemOf(read('', bytes))
    expect(code).toBe('format-unsupported')
    expect(sentence.zh).toMatch(name)
    expect(remedy.zh).toMatch(/提交/)
  })

  test('an Excel binary workbook', async () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>'
    const bytes = zip({ '[Content_Types].xml': '<x/>', '_rels/.rels': rels, 'xl/workbook.bin': 'x' })
    await expectProblem(read('', bytes), 'format-unsupported')
  })

  test('is no parcel of files', () => {
    expect(isReportArchive(word)).toBe(false)
    expect(isReportArchive(fixture('odt', 'structures'))).toBe(false)
    expect(isReportArchive(zip({ 'OFD.xml': '<x/>' }))).toBe(false)
    expect(isReportArchive(strToU8('PK\x03\x04 broken'))).toBe(false)
    expect(isReportArchive(zip({ '报告/a.docx': word }))).toBe(true)
  })
})

describe('a parcel of submissions', () => {
  test('each file with its bytes, without what systems leave beside them', async () => {
    const parcel = zip({
      '2023年报/甲局.docx': 'one',
      '2023年报/乙局.doc': 'two',
      '2023年报/内层.zip': zip({ 'c.docx': 'three' }),
      '__MACOSX/2023年报/._甲局.docx': 'x',
      '2023年报/.DS_Store': 'x',
      '2023年报/~$甲局.docx': 'x',
      '2023年报/Thumbs.db': 'x',
      '2023年报/': '',
    })
    const files = await unpacked(parcel)
    expect(Object.keys(files)).toEqual(['2023年报/甲局.docx', '2023年报/乙局.doc', '2023年报/内层.zip'])
    expect(files).toMatchObject({ '2023年报/甲局.docx': 'one', '2023年报/乙局.doc': 'two' })
    expect(unpackReport(parcel, '__MACOSX/2023年报/._甲局.docx')).toBeNull()
  })

  test('names in GBK, in UTF-8 without a flag, and in both', () => {
    const gbk = Buffer.from('bcd7bed62e646f6378', 'hex')
    expect(namesOf(renamed(zip({ 'abcd.docx': 'x' }), 'abcd.docx', gbk))).toEqual(['甲局.docx'])
    const utf8 = Buffer.from('甲局.docx')
    expect(namesOf(renamed(zip({ 'abcdef.docx': 'x' }), 'abcdef.docx', utf8))).toEqual(['甲局.docx'])
    const both = zip({ '甲局.docx': 'x' })
    expect(namesOf(both)).toEqual(['甲局.docx'])
  })

  test('paths lead nowhere but down, and every name is there once', () => {
    const parcel = zip({
      '../../etc/甲.docx': '1',
      '/root/甲.docx': '2',
      'C:\\报告\\乙.docx': '3',
      'a/./b/../丙\u202e.docx': '4',
      '报告/乙.docx': '5',
      '报告\\乙.docx': '6',
      '..': '7',
    })
    expect(namesOf(parcel)).toEqual([
      'etc/甲.docx',
      'root/甲.docx',
      '报告/乙.docx',
      'a/b/丙.docx',
      '报告/乙（2）.docx',
      '报告/乙（3）.docx',
      '未命名',
    ])
  })

  test('long names are cut to what a disk takes, and keep their ending', () => {
    const [name] = namesOf(zip({ [`${'长'.repeat(90)}.docx`]: 'x' }))
    expect(name).toBe(`${'长'.repeat(60)}.docx`)
    const two = namesOf(zip({ [`${'长'.repeat(90)}甲.docx`]: 'x', [`${'长'.repeat(90)}乙.docx`]: 'x' }))
    expect(two).toEqual([`${'长'.repeat(60)}.docx`, `${'长'.repeat(60)}（2）.docx`])
  })

  test('a path of 65,535 bytes keeps the folders next to the file, and no refusal is longer for it', async () => {
    const path = `${'层/'.repeat(16_000)}甲局/年报.docx`
    const parcel = Buffer.from(
      zipSync({ [path]: [strToU8('content of a'), { level: 0 }], 'b.docx': strToU8('b') }),
    )
    const [name = ''] = namesOf(parcel)
    expect(name).toMatch(/^层\/(?:层\/)+甲局\/年报\.docx$/)
    const length = Buffer.byteLength(name)
    expect([length > 1020, length <= 1024]).toEqual([true, true])
    parcel[parcel.indexOf('content of a')] = 0x58
    const { sentence } = await problemOf((async () => unpackReport(parcel, name))())
    expect(Buffer.byteLength(sentence.zh)).toBeLessThan(1_200)
  })

  test('a document is none', () => {
    const word = docxOf(paragraph(run('甲')))
    expect(reportNames(word)).toBeNull()
    expect(unpackReport(word, 'word/document.xml')).toBeNull()
  })

  test('one damaged or locked file does not keep the others', async () => {
    const parcel = Buffer.from(
      zipSync({ 'a.docx': [strToU8('content of a'), { level: 0 }], 'b.docx': strToU8('b') }),
    )
    parcel[parcel.indexOf('content of a')] = 0x58
    expect(await unpacked(parcel)).toEqual({ 'a.docx': 'file-damaged', 'b.docx': 'b' })
    const locked = Buffer.from(zip({ 'a.docx': 'x', 'b.docx': 'b' }))
    const directory = locked.indexOf('PK\x01\x02', 'latin1')
    locked[directory + 8]! |= 1
    expect(await unpacked(locked)).toEqual({ 'a.docx': 'password-protected', 'b.docx': 'b' })
  })

  test('limits', async () => {
    const attempt = async (bytes: Uint8Array) => reportNames(bytes)
    await expectProblem(attempt(zip({ '.DS_Store': 'x' })), 'empty-file')
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}.txt`, 'x']))
    await expectProblem(attempt(zip(many)), 'too-complex')
    const big = new Uint8Array(45 * 1024 * 1024)
    const bombs = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.txt`, big]))
    await expectProblem(attempt(zipSync(bombs, { level: 1 })), 'too-large')
    const one = zipSync({ 'a.txt': new Uint8Array(65 * 1024 * 1024), 'b.txt': strToU8('b') }, { level: 1 })
    expect(await unpacked(one)).toEqual({ 'a.txt': 'too-large', 'b.txt': 'b' })
    // Too damaged to tell what it is: the readers say so.
    const whole = zip({ 'a.txt': 'x' })
    const cut = whole.subarray(0, whole.length - 30)
    expect(reportNames(cut)).toBeNull()
    await expectProblem(read('', cut), 'file-damaged')
  })
})

test('files that share their data are refused: each would be unpacked for itself', async () => {
  const forged = forgedZip(
    Array.from({ length: 5 }, (_, at) => ({ name: `${at}.docx`, data: docxOf(paragraph(run('甲'))) })),
  )
  expect(namesOf(forged)).toHaveLength(5)
  const view = new DataView(forged.buffer, forged.byteOffset, forged.byteLength)
  // Every entry of the directory is told that its data is the first one's, and all of the file long.
  for (
    let at = Buffer.from(forged).indexOf('PK\u0001\u0002');
    at >= 0;
    at = Buffer.from(forged).indexOf('PK\u0001\u0002', at + 4)
  ) {
    view.setUint32(at + 20, Math.floor(forged.length / 2), true)
    view.setUint32(at + 42, 0, true)
  }
  await expectProblem((async () => reportNames(Uint8Array.from(forged)))(), 'file-damaged')
})
