import { forgedWord, repeat, wordWithDocument } from '../forge/word.ts'
import { type ForgedEntry, forgeZip } from '../forge/zip.ts'
import { converted, type HostileCase, hostile, refused } from '../hostile-case.ts'

const mega = 1024 * 1024
const main = 'word/document.xml'
const spaces = (megabytes: number): Uint8Array => Buffer.alloc(megabytes * mega, 0x20)

const nested = (depth: number): Uint8Array => {
  let bytes = forgedWord()
  for (let at = 0; at < depth; at++) bytes = forgeZip([{ name: 'inner.zip', data: bytes }])
  return bytes
}

/** Nine thousand entries that all unpack to the same bytes: 9,000 times what lies in the file (Fifield 2019). */
const overlapping = (): Uint8Array => {
  const kernel: ForgedEntry = { name: 'a', data: spaces(8) }
  const rest = Array.from({ length: 9_000 }, (_, at) => ({ ...kernel, data: '', name: `a${at}`, sameAs: 7 }))
  return forgedWord({}, [kernel, ...rest])
}

const withLocalHeaderLost = (): Uint8Array => {
  const bytes = Uint8Array.from(forgedWord())
  bytes.set([0, 0, 0, 0], Buffer.from(bytes).indexOf('word/document.xml') - 30)
  return bytes
}

const zip64Beyond = (): Uint8Array => {
  const whole = Buffer.from(forgedWord({}, [], { directoryOffset: 0xffffffff, count: 0xffff }))
  const end64 = Buffer.alloc(56, 0xff)
  end64.writeUInt32LE(0x06064b50, 0)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  const at = whole.length - 22
  locator.writeBigUInt64LE(BigInt(at), 8)
  return Buffer.concat([whole.subarray(0, at), end64, locator, whole.subarray(at)])
}

/** A directory hidden in the comment of the archive: two readers of zips may see two different files. */
const endInComment = (): Uint8Array => {
  const fake = Buffer.alloc(22)
  fake.writeUInt32LE(0x06054b50, 0)
  return forgedWord({}, [], { comment: fake })
}

/** Zips that lie, overlap or swell. */
export const archives: readonly HostileCase[] = [
  hostile(
    '炸弹.docx',
    'a document of 512 MB of blanks',
    () => wordWithDocument(spaces(512)),
    refused('too-large'),
  ),
  hostile(
    '炸弹.docx',
    'the same, with a declared size of 1,000 bytes',
    () => forgedWord({ [main]: { data: spaces(256), size: 1_000 } }),
    refused('too-large'),
  ),
  hostile(
    '炸弹.docx',
    'a small document that declares 4 GB',
    () => forgedWord({ [main]: { size: 0xffffffff - 1 } }),
    converted(),
  ),
  hostile(
    '炸弹.docx',
    'styles of 200 MB',
    () => forgedWord({ 'word/styles.xml': { data: spaces(200) } }),
    refused('too-large'),
  ),
  hostile(
    '炸弹.docx',
    'relationships of 200 MB',
    () => forgedWord({ '_rels/.rels': { data: spaces(200) } }),
    refused('too-large'),
  ),
  hostile(
    '炸弹.docx',
    'three million elements',
    () => wordWithDocument(`<w:document xmlns:w="urn:x"><w:body>${repeat('<w:x/>', 3_000_000)}`),
    refused('too-complex', 'file-damaged'),
  ),
  hostile(
    '图片.docx',
    'a picture of 600 MB that is never read',
    () => forgedWord({}, [{ name: 'word/media/image2.png', data: spaces(600) }]),
    converted(),
  ),
  hostile('套娃.zip', 'a zip in a zip, twenty deep', () => nested(20), refused('format-unsupported')),
  hostile('重叠.docx', '9,000 entries over the same bytes', overlapping, converted()),
  hostile(
    '重叠.docx',
    'two entries of different names over the same bytes',
    () => forgedWord({ 'word/styles.xml': { sameAs: 0 } }),
    refused('file-damaged'),
  ),
  hostile(
    '谎报.docx',
    'a packed size beyond the end of the file',
    () => forgedWord({ [main]: { packedSize: 500 * mega } }),
    refused('file-damaged'),
  ),
  hostile(
    '谎报.docx',
    'a packed size that cuts the document short',
    () => forgedWord({ [main]: { packedSize: 100 } }),
    refused('file-damaged'),
  ),
  hostile(
    '谎报.docx',
    'a checksum of zero',
    () => forgedWord({ [main]: { crc: 0 } }),
    refused('file-damaged'),
  ),
  hostile(
    '谎报.docx',
    'deflated bytes that claim to be stored',
    () => forgedWord({ [main]: { method: 0, data: Buffer.from([0x4b, 4, 0]) } }),
    refused('file-damaged'),
  ),
  hostile(
    '谎报.docx',
    'an unknown packing',
    () => forgedWord({ [main]: { method: 99 } }),
    refused('file-damaged'),
  ),
  hostile(
    '谎报.docx',
    'an encrypted entry',
    () => forgedWord({ [main]: { flags: 1 } }),
    refused('password-protected'),
  ),
  hostile(
    '谎报.docx',
    'a stored document of 40 MB',
    () => forgedWord({ [main]: { data: spaces(40), method: 0 } }),
    refused('too-large'),
  ),
  hostile(
    '目录.docx',
    'a directory beyond the end',
    () => forgedWord({}, [], { directoryOffset: 0x7fffffff }),
    refused('file-damaged'),
  ),
  hostile(
    '目录.docx',
    'a directory of 65,535 entries that has eight',
    () => forgedWord({}, [], { count: 0xffff }),
    refused('too-complex'),
  ),
  hostile(
    '目录.docx',
    'a directory of 9,999 entries that has eight',
    () => forgedWord({}, [], { count: 9_999 }),
    refused('file-damaged'),
  ),
  hostile('目录.docx', 'a Zip64 directory at 2^64', zip64Beyond, refused('file-damaged', 'too-complex')),
  hostile(
    '目录.docx',
    'a second, empty directory in the comment',
    endInComment,
    refused('format-unsupported'),
  ),
  hostile('目录.docx', 'a local header that is none', withLocalHeaderLost, refused('file-damaged')),
  hostile(
    '同名.docx',
    'the document twice, in capitals',
    () => forgedWord({}, [{ name: 'WORD/DOCUMENT.XML', data: '<x/>' }]),
    refused('file-damaged'),
  ),
  hostile(
    '路径.docx',
    'entries that climb out of the package',
    () =>
      forgedWord({}, [
        { name: '../../../../etc/passwd', data: 'x' },
        { name: 'C:\\Windows\\system.ini', data: 'x' },
        { name: '/word/../word/styles2.xml', data: 'x' },
      ]),
    converted(),
  ),
  hostile(
    '长名.docx',
    'three hundred names of 60,000 characters',
    () =>
      forgedWord(
        {},
        Array.from({ length: 300 }, (_, at) => ({ name: `${at}${repeat('a', 60_000)}`, data: '' })),
      ),
    converted(),
  ),
  hostile('空.docx', 'an archive without entries', () => forgeZip([]), refused('format-unsupported')),
  hostile('截断.docx', 'the first four bytes of a zip', () => 'PK\u0003\u0004', refused('file-damaged')),
]
