import {
  documentXml,
  forgedWord,
  repeat,
  reportBody,
  title,
  wordFile,
  wordWithDocument,
} from '../forge/word.ts'
import { bounded, converted, type HostileCase, hostile, refused } from '../hostile-case.ts'

const xml = documentXml(reportBody())
const laughs = (root: string): string => {
  const entities = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${repeat(`&l${at};`, 10)}">`)
  return `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY l0 "lol">${entities.join('')}]>`
}
const withBody = (body: string): Uint8Array => wordWithDocument(documentXml(title + body))
const inText = (text: string): Uint8Array => withBody(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
const document = (what: string, content: () => Uint8Array | string): HostileCase =>
  hostile('损坏.docx', what, () => wordWithDocument(content()), refused('file-damaged'))

/** XML that no honest program writes. */
export const xmlBombs: readonly HostileCase[] = [
  document('a billion laughs in the document', () => `${laughs('w:document')}${xml.replace('7', '&l10;')}`),
  hostile(
    '笑.docx',
    'a billion laughs in the styles',
    () => forgedWord({ 'word/styles.xml': { data: `${laughs('s')}<s>&l10;</s>` } }),
    refused('file-damaged'),
  ),
  hostile(
    '笑.docx',
    'a billion laughs in the relationships',
    () => forgedWord({ '_rels/.rels': { data: `${laughs('s')}<s>&l10;</s>` } }),
    refused('file-damaged'),
  ),
  document(
    'an entity that names a file',
    () => `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${xml.replace('>7<', '>&a;<')}`,
  ),
  document(
    'an entity that names an address',
    () => `<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:1/">]>${xml}`,
  ),
  document(
    'a document type from elsewhere',
    () => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1:1/x.dtd">${xml}`,
  ),
  document(
    'parameter entities',
    () => `<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x.dtd"> %a;]>${xml}`,
  ),
  document('an entity nobody declared', () => xml.replace('>7<', '>&seven;<')),
  document('the character 0 by number', () => xml.replace('>7<', '>7&#0;<')),
  document('a character beyond Unicode', () => xml.replace('>7<', '>&#x110000;<')),
  document('control characters', () => xml.replace('>7<', '>7\u0001\u0008<')),
  document('bytes that are no UTF-8', () =>
    Buffer.concat([
      Buffer.from(xml.slice(0, 3_000)),
      Buffer.from([0xff, 0xfe, 0xc0]),
      Buffer.from(xml.slice(3_000)),
    ]),
  ),
  document('an overlong zero', () =>
    Buffer.from(xml.replace('>7<', '>\u0001\u0002<')).map(byte =>
      byte === 1 ? 0xc0 : byte === 2 ? 0x80 : byte,
    ),
  ),
  document('half a surrogate pair in UTF-8', () =>
    Buffer.concat([Buffer.from(xml.replace('</w:document>', '')), Buffer.from([0xed, 0xa0, 0x80])]),
  ),
  document('UTF-16 with an odd byte', () =>
    Buffer.concat([Buffer.from('\ufeff', 'utf16le'), Buffer.from(xml, 'utf16le'), Buffer.from([0])]),
  ),
  document('a section of characters never closed', () => xml.replace('>7<', '><![CDATA[7<')),
  document('an entity whose name has 20 MB', () => xml.replace('>7<', `>&${repeat('a', 20_000_000)};<`)),
  document('tags that cross', () => xml.replace('</w:tc></w:tr>', '</w:tr></w:tc>')),
  document('two roots', () => xml + xml),
  document('nothing at all', () => ''),
  hostile(
    '深.docx',
    'nested 10,000 deep',
    () => withBody(repeat('<w:sdt>', 10_000) + repeat('</w:sdt>', 10_000)),
    refused('too-complex'),
  ),
  hostile(
    '深.docx',
    'nested a million deep in what is skipped',
    () => withBody(`<w:sdtPr>${repeat('<w:x>', 1_000_000)}`),
    refused('too-complex'),
  ),
  hostile(
    '深.docx',
    'styles nested 10,000 deep',
    () => forgedWord({ 'word/styles.xml': { data: repeat('<s>', 10_000) } }),
    refused('too-complex'),
  ),
  hostile(
    '属性.docx',
    'an attribute of 30 MB',
    () => wordFile(`<w:p w:x="${repeat('a', 30_000_000)}"/>`),
    converted(),
  ),
  hostile(
    '属性.docx',
    '500,000 attributes on one element',
    () => wordFile(`<w:p ${Array.from({ length: 500_000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
    converted(),
  ),
  hostile(
    '命名空间.docx',
    '200,000 namespaces',
    () =>
      wordFile(
        `<w:p ${Array.from({ length: 200_000 }, (_, at) => `xmlns:n${at}="urn:schemas-microsoft-com:vml"`).join(' ')}/>`,
      ),
    refused('too-complex'),
  ),
  hostile(
    '名.docx',
    'an element whose name has 20 MB',
    () => wordFile(`<w:${repeat('a', 20_000_000)}/>`),
    converted(),
  ),
  hostile(
    '名.docx',
    '300,000 different names',
    () => wordFile(Array.from({ length: 300_000 }, (_, at) => `<w:n${at}/>`).join('')),
    converted(),
  ),
  hostile(
    '注释.docx',
    'a comment of 20 MB, half of it dashes',
    () => wordFile(`<!--${repeat('a-', 10_000_000)} -->`),
    converted(),
  ),
  hostile(
    '指令.docx',
    'an instruction of 30 MB',
    () => wordFile(`<?x ${repeat('a', 30_000_000)}?>`),
    converted(),
  ),
  hostile(
    '实体.docx',
    'six million escaped characters',
    () => inText(repeat('&amp;', 6_000_000)),
    refused('too-large'),
  ),
  hostile(
    '大于.docx',
    'thirty million characters that must be escaped',
    () => inText(repeat('>', 30_000_000)),
    refused('too-large'),
  ),
  hostile(
    '编码.docx',
    'UTF-8 that declares another encoding',
    () => wordWithDocument(`<?xml version="1.0" encoding="utf-7"?>${xml}`),
    bounded,
  ),
  hostile('版本.docx', 'XML 1.1', () => wordWithDocument(`<?xml version="1.1"?>${xml}`), bounded),
]
