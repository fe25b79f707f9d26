import { cell, paragraph, partsOf, row, run, table, zipOf } from '../../support/docx.ts'
import { forgedWord, repeat, reportBody, title, wordFile } from '../forge/word.ts'
import { converted, type HostileCase, hostile, refused, tells, withoutFigures } from '../hostile-case.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = (...relationships: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`
const rel = (kind: string, target: string, mode = ''): string =>
  `<Relationship Id="r${kind}" Type="${office}/${kind}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`

const spanned = (span: string): string => cell('1', `<w:gridSpan w:val="${span}"/>`)
const chain = (length: number): string =>
  Array.from(
    { length },
    (_, at) =>
      `<w:style w:styleId="s${at}"><w:name w:val="s${at}"/><w:basedOn w:val="s${at + 1}"/></w:style>`,
  ).join('')
const circle =
  '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
const styled = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
const nestedTables = (depth: number): string =>
  `${repeat(`<w:tbl><w:tr>${cell('旁')}<w:tc>`, depth)}<w:p/>${repeat('</w:tc></w:tr></w:tbl>', depth)}`
const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=1</w:instrText></w:r>'
const box = [
  '<w:p><w:r><w:pict><v:textbox><w:txbxContent>',
  '</w:txbxContent></v:textbox></w:pict></w:r></w:p>',
] as const
const choice = ['<mc:AlternateContent><mc:Choice><w:r>', '</w:r></mc:Choice></mc:AlternateContent>'] as const

/** Word files with what Word can do, or never would. */
export const wordFiles: readonly HostileCase[] = [
  hostile(
    '外链图片.docx',
    'a picture on another machine',
    () =>
      forgedWord({
        'word/_rels/document.xml.rels': { data: rels(rel('image', 'http://127.0.0.1:1/x.png', 'External')) },
      }),
    converted(),
  ),
  hostile(
    '外链模板.docx',
    'a template on another machine',
    () =>
      forgedWord({ 'word/_rels/document.xml.rels': { data: rels(rel('settings', 'settings.xml')) } }, [
        { name: 'word/settings.xml', data: '<settings/>' },
        {
          name: 'word/_rels/settings.xml.rels',
          data: rels(rel('attachedTemplate', 'http://127.0.0.1:1/x.dotm', 'External')),
        },
      ]),
    converted(),
  ),
  hostile(
    '宏.docm',
    'macros',
    () =>
      forgedWord(
        {
          'word/_rels/document.xml.rels': {
            data: rels(
              '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
            ),
          },
        },
        [{ name: 'word/vbaProject.bin', data: 'Attribute VB_Name' }],
      ),
    converted(),
  ),
  hostile(
    '对象.docx',
    'an embedded object',
    () => wordFile('<w:p><w:r><w:object><o:OLEObject ProgID="Package" r:id="rId9"/></w:object></w:r></w:p>'),
    converted(tells(/./u)),
  ),
  hostile(
    '嵌入.docx',
    'another document by altChunk',
    () => wordFile('<w:altChunk r:id="rId9"/>'),
    converted(tells(/./u)),
  ),
  hostile(
    '合并.docx',
    '100,000 merged cells',
    () =>
      wordFile(
        repeat(
          `<w:tbl>${repeat(row(Array.from({ length: 10 }, () => cell('', '<w:vMerge/>'))), 1_000)}</w:tbl><w:p/>`,
          10,
        ),
      ),
    refused('too-complex'),
  ),
  hostile(
    '合并.docx',
    'a merged cell 5,000 rows high without a beginning',
    () => wordFile(table(...Array.from({ length: 5_000 }, () => row([cell('1', '<w:vMerge/>'), cell('2')])))),
    converted(withoutFigures),
  ),
  hostile(
    '跨列.docx',
    'a span of a million',
    () => wordFile(table(row([spanned('1000000'), cell('2')]))),
    refused('too-complex'),
  ),
  hostile(
    '跨列.docx',
    'a span of 10^400',
    () => wordFile(table(row([spanned(`1${repeat('0', 400)}`), cell('2')]))),
    refused('too-complex'),
  ),
  hostile(
    '跨列.docx',
    'negative spans',
    () => wordFile(table(row([spanned('-1'), spanned('-999999999999')]))),
    converted(tells(/-1/u)),
  ),
  hostile(
    '跨列.docx',
    'spans that are no numbers',
    () => wordFile(table(row([spanned('1e3'), spanned('NaN'), spanned(''), spanned('0x10')]))),
    converted(),
  ),
  hostile(
    '跨列.docx',
    'a million columns before the first',
    () => wordFile(table(row(['甲', '1'], '<w:gridBefore w:val="1000000"/>'))),
    refused('too-complex'),
  ),
  hostile(
    '嵌套.docx',
    'tables in tables, 500 deep',
    () => wordFile(nestedTables(500)),
    refused('too-complex'),
  ),
  hostile(
    '嵌套.docx',
    'tables in tables, 60 deep',
    () => wordFile(nestedTables(60)),
    converted(withoutFigures),
  ),
  hostile(
    '旧式合并.docx',
    'hMerge over 900 cells',
    () =>
      wordFile(
        table(
          row(
            Array.from({ length: 900 }, (_, at) => cell('1', `<w:hMerge${at ? '' : ' w:val="restart"'}/>`)),
          ),
        ),
      ),
    converted(withoutFigures),
  ),
  hostile(
    '上标.docx',
    '40,000 raised marks in a cell',
    () => wordFile(table(row([cell(repeat(raised, 40_000)), cell('1')]))),
    converted(),
  ),
  hostile(
    '域.docx',
    '30,000 fields that never end',
    () => wordFile(`<w:p>${repeat(field, 30_000)}</w:p>`),
    converted(),
  ),
  hostile(
    '文本框.docx',
    'text boxes in text boxes, 30 deep',
    () => wordFile(repeat(box[0], 30) + repeat(box[1], 30)),
    converted(),
  ),
  hostile(
    '替代.docx',
    'alternative content 45 deep',
    () => wordFile(`<w:p>${repeat(choice[0], 45)}<w:t>1</w:t>${repeat(choice[1], 45)}</w:p>`),
    converted(),
  ),
  hostile(
    '符号.docx',
    '20,000 symbols',
    () => wordFile(`<w:p><w:r>${repeat('<w:sym w:font="Wingdings" w:char="F0FC"/>', 20_000)}</w:r></w:p>`),
    refused('too-complex'),
  ),
  hostile(
    '换行.docx',
    '200,000 line breaks',
    () => wordFile(`<w:p><w:r>${repeat('<w:br/>', 200_000)}</w:r></w:p>`),
    refused('too-complex'),
  ),
  hostile(
    '长段.docx',
    'a paragraph of a million characters',
    () => wordFile(paragraph(run(repeat('报', 1_000_000)))),
    refused('too-complex'),
  ),
  hostile(
    '长文.docx',
    'four million characters',
    () => wordFile(repeat(paragraph(run(repeat('报', 10_000))), 400)),
    refused('too-large'),
  ),
  hostile('样式.docx', 'styles based on each other in a circle', () => wordFile(styled, circle), converted()),
  hostile(
    '样式.docx',
    'a chain of 40,000 styles',
    () => wordFile(styled.replace('"a"', '"s0"'), chain(40_000)),
    converted(),
  ),
  hostile(
    '关系.docx',
    'a main part outside the package',
    () => forgedWord({ '_rels/.rels': { data: rels(rel('officeDocument', '../../../../../etc/passwd')) } }),
    refused('file-damaged'),
  ),
  hostile(
    '关系.docx',
    'a main part on another machine',
    () =>
      forgedWord({ '_rels/.rels': { data: rels(rel('officeDocument', 'http://127.0.0.1:1/document.xml')) } }),
    refused('file-damaged'),
  ),
  hostile(
    '关系.docx',
    'a document that is its own styles',
    () => forgedWord({ 'word/_rels/document.xml.rels': { data: rels(rel('styles', 'document.xml')) } }),
    converted(),
  ),
  hostile(
    '关系.docx',
    '60,000 relationships',
    () =>
      forgedWord({
        '_rels/.rels': {
          data: rels(rel('officeDocument', 'word/document.xml'), repeat(rel('x', 'y'), 60_000)),
        },
      }),
    converted(),
  ),
  hostile(
    '修订.docx',
    'everything deleted by a tracked change',
    () => zipOf(partsOf(`${title}<w:del>${reportBody()}</w:del>`)),
    converted(withoutFigures),
  ),
  hostile(
    '隐藏.docx',
    'a table of hidden rows',
    () => wordFile(table(row(['属于国家秘密', '1'], '<w:hidden/>'))),
    converted(withoutFigures),
  ),
]
