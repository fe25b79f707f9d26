import { strToU8, zipSync } from 'fflate'

/** A Word file with everything a report may hold besides plain cells, to be saved in other formats. */

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const head = '<?xml version="1.0" encoding="UTF-8"?>'

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
const text = (words: string): string => paragraph(run(words))

interface CellOptions {
  readonly width?: number
  readonly span?: number
  readonly merge?: 'restart' | 'continue'
}
const cell = (inside: string, { width = 2000, span = 1, merge }: CellOptions = {}): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${
    merge ? `<w:vMerge w:val="${merge}"/>` : ''
  }</w:tcPr>${inside.startsWith('<w:') ? inside : text(inside)}</w:tc>`
const row = (cells: string, properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
const table = (columns: number, rows: string, width = 2000): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>${rows}</w:tbl>`

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const field = (instruction: string, result: string): string =>
  `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${mark('separate')}${run(result)}${mark('end')}`
const note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
const lineBreak = '<w:r><w:br/></w:r>'
const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="b" type="#_x0000_t202" style="position:absolute;width:100pt;height:40pt"><v:textbox><w:txbxContent>${text('框内99')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
const tracked = (kind: 'ins' | 'del', inside: string): string =>
  `<w:${kind} w:id="1" w:author="甲">${inside}</w:${kind}>`

const nested = table(
  2,
  row(cell('内甲', { width: 900 }) + cell('1', { width: 900 })) +
    row(cell('内乙', { width: 900 }) + cell('2', { width: 900 })),
  900,
)

const body = [
  paragraph(run('青禾县示范报告'), '<w:pStyle w:val="Heading1"/>'),
  paragraph(run('第一段。') + run('隐藏77', '<w:vanish/>') + run('接着说') + run('删去88', '<w:strike/>')),
  paragraph(
    run('修订：') +
      tracked('ins', run('新增6')) +
      tracked('del', '<w:r><w:delText>旧的5</w:delText></w:r>') +
      run('件。'),
  ),
  paragraph(run('脚注在此') + note + run('，文本框在此') + box + run('。')),
  paragraph(run('断行') + lineBreak + run('第二行　缩进')),
  table(
    4,
    row(
      cell('组', { merge: 'restart' }) + cell('甲') + cell('16') + cell(paragraph(field('=SUM(LEFT)', '22'))),
    ) +
      row(
        cell('', { merge: 'continue' }) +
          cell('乙') +
          cell('') +
          cell(paragraph(run('16') + run('[1]', '<w:vertAlign w:val="superscript"/>'))),
      ) +
      row(
        cell('', { merge: 'continue' }) +
          cell('丙') +
          cell(paragraph(run('5') + note)) +
          cell(paragraph(run('7') + run('8', '<w:vanish/>'))),
      ) +
      row(
        cell('合计', { span: 2 }) +
          cell(paragraph(run('第一行') + lineBreak + run('第二行')) + text('第二段')) +
          cell(paragraph(run('3') + run('4', '<w:strike/>'))),
      ),
  ),
  text('中间'),
  table(
    3,
    row(cell('外甲') + cell(nested + text('嵌套之后')) + cell('9')) +
      row(cell('外乙') + cell('10') + cell('11')) +
      row(cell('外丙', { span: 2 }) + cell('12')),
  ),
  text('又一段'),
  table(
    3,
    row(cell('a') + cell('b') + cell('c')) +
      row(cell('d') + cell('e'), '<w:gridBefore w:val="1"/><w:wBefore w:w="2000" w:type="dxa"/>') +
      row(cell('f', { span: 2 }) + cell('g')),
  ),
  text('末段 &lt;&amp;&gt; “引号”——①'),
].join('')

const part = (root: string, inside: string): string =>
  `${head}<w:${root} xmlns:w="${word}">${inside}</w:${root}>`
const relationships = (list: readonly (readonly [string, string, string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const separators = ['separator', 'continuationSeparator']
  .map(
    (type, id) => `<w:footnote w:id="${id}" w:type="${type}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  )
  .join('')

/** The bytes of that file. */
export const structuresDocx = (): Uint8Array => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${content}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${content}.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="${content}.footnotes+xml"/><Override PartName="/word/header1.xml" ContentType="${content}.header+xml"/></Types>`,
    '_rels/.rels': relationships([['r1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ['r1', 'styles', 'styles.xml'],
      ['r2', 'footnotes', 'footnotes.xml'],
      ['r3', 'header', 'header1.xml'],
    ]),
    'word/document.xml': part(
      'document',
      `<w:body>${body}<w:sectPr><w:headerReference xmlns:r="${office}" w:type="default" r:id="r3"/></w:sectPr></w:body>`,
    ),
    'word/footnotes.xml': part(
      'footnotes',
      `${separators}<w:footnote w:id="2">${text('注文33')}</w:footnote>`,
    ),
    'word/header1.xml': part('hdr', text('页眉44')),
    'word/styles.xml': part(
      'styles',
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    ),
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}
