import { strToU8, type Zippable, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Document, Table } from '../../lib/model/document.ts'
import { readDocx } from '../../lib/readers/docx/index.ts'
import { documentFromHtml } from '../../lib/readers/html/document.ts'
import { expand } from './expand.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const namespaces = `xmlns:w="${transitional}" xmlns:r="${office}"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
  xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

/** The parts of a Word file with this content of `<w:body>`. `styles` is the content of `<w:styles>`. */
export const partsOf = (body: string, styles = ''): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="png" ContentType="image/png"/>
    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
  </Types>`,
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>
  </Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>
    <Relationship Id="rId2" Type="${office}/image" Target="media/image1.png"/>
  </Relationships>`,
  'word/styles.xml': `<w:styles xmlns:w="${transitional}">${styles}</w:styles>`,
  'word/footnotes.xml': `<w:footnotes xmlns:w="${transitional}"><w:footnote w:id="2"><w:p/></w:footnote></w:footnotes>`,
  'word/media/image1.png': 'no picture',
  'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
})

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ) as Zippable,
  )

/** A Word file with this content of `<w:body>`. */
export const docxOf = (body: string, styles = ''): Uint8Array => zipOf(partsOf(body, styles))

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
/** A cell; `content` is plain text or, beginning with `<`, runs or blocks. */
export const cell = (content: string, properties = ''): string => {
  const runs = content.startsWith('<') ? content : content && run(content)
  const blocks = /^<(?:w:p|w:tbl|w:sdt)[ >]/.test(runs) ? runs : paragraph(runs)
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${blocks}</w:tc>`
}
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map(content => (content.startsWith('<w:tc>') ? content : cell(content))).join('')}</w:tr>`
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

export const tablesOf = ({ blocks }: Document): Table[] => blocks.filter(block => block.kind === 'table')
export const textsOf = ({ blocks }: Document): string[] =>
  blocks.filter(block => block.kind === 'paragraph').map(({ text }) => text)

/** The document's tables as rectangles of text; a merged cell's text stands in each of its slots. */
export const grids = (document: Document): string[][][] =>
  tablesOf(document).map(table => expand(table).map(slots => slots.map(slot => slot?.text ?? '∅')))

/** What our reader makes of a body: rectangles, paragraphs, and codes of losses. */
export const readBody = async (body: string, styles = '') => {
  const document = await readDocx(docxOf(body, styles))
  return {
    document,
    grids: grids(document),
    texts: textsOf(document),
    losses: document.losses.map(({ code }) => code),
  }
}

/** What mammoth alone makes of the same body, read by the same HTML reader. */
export const mammothAlone = async (body: string, styles = '') => {
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(docxOf(body, styles)) })
  const document = documentFromHtml(html, 'docx')
  return { html, document, grids: grids(document), texts: textsOf(document) }
}
