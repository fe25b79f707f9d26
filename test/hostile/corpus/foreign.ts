import { catalog, pdf, stream } from '../forge/pdf.ts'
import { repeat } from '../forge/word.ts'
import { forgeZip } from '../forge/zip.ts'
import { bounded, type HostileCase, hostile, refused } from '../hostile-case.ts'

const page = (content: string, more = ''): string =>
  pdf([
    catalog,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${more}>>`,
    content,
  ])

const compound = (fill: number): Uint8Array => {
  const bytes = Buffer.alloc(20 * 512, fill)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.write('WordDocument', 1_024, 'utf16le')
  return bytes
}

const openDocument = (content: string): Uint8Array =>
  forgeZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 },
    {
      name: 'content.xml',
      data: `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${content}</office:text></office:body></office:document-content>`,
    },
  ])

/** Files of other formats: whatever reader takes them, it stays within its bounds. */
export const foreign: readonly HostileCase[] = [
  hostile(
    '环.pdf',
    'a page tree that is its own child',
    () => pdf([catalog, '<</Type/Pages/Count 1/Kids[2 0 R]>>']),
    bounded,
  ),
  hostile(
    '环.pdf',
    'two page trees, each in the other',
    () =>
      pdf([
        catalog,
        '<</Type/Pages/Count 9/Kids[3 0 R]>>',
        '<</Type/Pages/Count 9/Kids[2 0 R]/Parent 2 0 R>>',
      ]),
    bounded,
  ),
  hostile(
    '多页.pdf',
    'a page tree that counts a billion',
    () => pdf([catalog, '<</Type/Pages/Count 1000000000/Kids[]>>']),
    bounded,
  ),
  hostile(
    '多页.pdf',
    '20,000 times the same page',
    () =>
      pdf([
        catalog,
        `<</Type/Pages/Count 20000/Kids[${repeat('3 0 R ', 20_000)}]>>`,
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
      ]),
    bounded,
  ),
  hostile(
    '长度.pdf',
    'a stream longer than the file',
    () => page('<</Length 999999999>>stream\nBT\nendstream'),
    bounded,
  ),
  hostile(
    '长度.pdf',
    'a stream of negative length',
    () => page('<</Length -5>>stream\nBT\nendstream'),
    bounded,
  ),
  hostile(
    '长度.pdf',
    'a length that refers to itself',
    () => page('<</Length 4 0 R>>stream\nBT\nendstream'),
    bounded,
  ),
  hostile('大流.pdf', 'ten million operators', () => page(stream('', repeat('q ', 5_000_000))), bounded),
  hostile(
    '大流.pdf',
    'a million lines of a table',
    () => page(stream('', repeat('0 0 m 9 9 l S ', 1_000_000))),
    bounded,
  ),
  hostile(
    '脚本.pdf',
    'JavaScript that runs on opening',
    () =>
      pdf([
        '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
        '<</Type/Pages/Count 0/Kids[]>>',
      ]),
    bounded,
  ),
  hostile(
    '深.pdf',
    'arrays nested 200,000 deep',
    () => pdf([catalog, `<</Type/Pages/Count 0/Kids ${repeat('[', 200_000)}>>`]),
    bounded,
  ),
  hostile(
    '表.pdf',
    'a cross-reference table that points to itself',
    () => pdf([catalog], '/Root 1 0 R/Prev 9').replace('startxref\n', 'startxref\n0'),
    bounded,
  ),
  hostile(
    '表.pdf',
    'no cross-reference table at all',
    () => `%PDF-1.4\n${repeat('1 0 obj\n<<>>\nendobj\n', 50_000)}`,
    bounded,
  ),
  hostile(
    '图.pdf',
    'an image of 60,000 by 60,000',
    () =>
      page(stream('', '/I Do'), '/Resources<</XObject<</I 5 0 R>>>>').replace(
        'xref',
        '5 0 obj\n<</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Length 0>>stream\n\nendstream\nendobj\nxref',
      ),
    bounded,
  ),
  hostile(
    '密码.pdf',
    'an encryption nobody knows',
    () =>
      pdf(
        [catalog, '<</Type/Pages/Count 0/Kids[]>>'],
        '/Root 1 0 R/Encrypt<</Filter/Standard/V 99/R 99/O()/U()/P 0>>',
      ),
    bounded,
  ),
  hostile('截断.pdf', 'the first line of a PDF', () => '%PDF-1.7\n', bounded),
  hostile('旧版.doc', 'a compound file whose sectors all follow themselves', () => compound(0), bounded),
  hostile('旧版.doc', 'a compound file full of the largest numbers', () => compound(0xff), bounded),
  hostile('旧版.doc', 'a compound file cut after its header', () => compound(0).subarray(0, 512), bounded),
  hostile(
    '旧版.doc',
    'the signature of a compound file alone',
    () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    bounded,
  ),
  hostile('富文本.rtf', 'a million groups in each other', () => `{\\rtf1 ${repeat('{', 1_000_000)}`, bounded),
  hostile(
    '富文本.rtf',
    'a control word of five million letters',
    () => `{\\rtf1 \\${repeat('a', 5_000_000)}}`,
    bounded,
  ),
  hostile('富文本.rtf', 'binary data longer than the file', () => `{\\rtf1 \\bin2147483647 x}`, bounded),
  hostile(
    '富文本.rtf',
    '100,000 rows',
    () => `{\\rtf1 ${repeat('\\trowd\\cellx1\\cellx2 1\\cell 2\\cell\\row ', 100_000)}}`,
    bounded,
  ),
  hostile(
    '开放.odt',
    'a row repeated two billion times',
    () =>
      openDocument(
        '<table:table><table:table-row table:number-rows-repeated="2000000000"><table:table-cell table:number-columns-repeated="2000000000"><text:p>1</text:p></table:table-cell></table:table-row></table:table>',
      ),
    bounded,
  ),
  hostile(
    '开放.odt',
    'two billion blanks',
    () => openDocument('<text:p>甲<text:s text:c="2000000000"/>乙</text:p>'),
    bounded,
  ),
  hostile(
    '工作簿.xlsx',
    'a workbook without sheets',
    () =>
      forgeZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'xl/workbook.xml', data: '<workbook/>' },
      ]),
    bounded,
  ),
  hostile(
    '邮件.mht',
    'a web archive of 100,000 parts',
    () =>
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n${repeat('--b\nContent-Type: text/html\n\nx\n', 100_000)}`,
    bounded,
  ),
  hostile(
    '邮件.mht',
    'a message in a message, 5,000 deep',
    () =>
      Array.from(
        { length: 5_000 },
        (_, at) => `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`,
      ).join(''),
    bounded,
  ),
  hostile(
    '改名.docx',
    'a program under the name of a report',
    () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4_096)]),
    refused('format-unsupported'),
  ),
  hostile(
    '改名.docx',
    'a picture under the name of a report',
    () => Buffer.from('89504e470d0a1a0a', 'hex'),
    refused('format-unsupported'),
  ),
  hostile(
    '两面.docx',
    'a PDF that is also a zip',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), forgeZip([{ name: 'a', data: 'b' }])]),
    bounded,
  ),
]
