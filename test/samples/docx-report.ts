import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { DrawnTable } from '../support/form-html.ts'

/** A sample report as it is written: title, paragraphs, and the three tables under their headings. */
export interface SampleReport {
  readonly title: string
  readonly preamble: string
  readonly sections: readonly {
    readonly heading: string
    readonly paragraphs: readonly string[]
    readonly table?: DrawnTable
  }[]
  readonly signature: readonly [string, string]
}

const font = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' }

const body = (text: string): Paragraph =>
  new Paragraph({
    indent: { firstLine: 640 },
    spacing: { line: 400 },
    children: [new TextRun({ text, font, size: 32 })],
  })

const tableOf = (drawn: DrawnTable): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: drawn.map(
      row =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            ({ text, columnSpan = 1, rowSpan = 1 }) =>
              new TableCell({
                columnSpan,
                rowSpan,
                verticalAlign: VerticalAlign.CENTER,
                children: [
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    children: text === '' ? [] : [new TextRun({ text, font, size: 21 })],
                  }),
                ],
              }),
          ),
        }),
    ),
  })

const day = '2024-01-31T00:00:00Z'

/** The same package, made on the same day each time. */
const undated = (docx: Buffer): Buffer => {
  const parts = unzipSync(docx)
  const core = strFromU8(parts['docProps/core.xml']!).replace(/(<dcterms:\w+[^>]*>)[^<]*/gu, `$1${day}`)
  return Buffer.from(
    zipSync({ ...parts, 'docProps/core.xml': strToU8(core) }, { mtime: '2024-01-31T00:00:00' }),
  )
}

/** The bytes of a Word file. The same report gives the same bytes. */
export const docxOf = async (report: SampleReport): Promise<Buffer> => {
  const docx = await Packer.toBuffer(
    new Document({
      creator: 'gongkai',
      title: report.title,
      sections: [
        {
          properties: { page: { size: { orientation: PageOrientation.PORTRAIT } } },
          children: [
            new Paragraph({
              heading: HeadingLevel.TITLE,
              alignment: AlignmentType.CENTER,
              children: [
                new TextRun({ text: report.title, font: { ...font, eastAsia: '方正小标宋简体' }, size: 44 }),
              ],
            }),
            body(report.preamble),
            ...report.sections.flatMap(({ heading, paragraphs, table }) => [
              new Paragraph({
                indent: { firstLine: 640 },
                children: [new TextRun({ text: heading, font: { ...font, eastAsia: '黑体' }, size: 32 })],
              }),
              ...paragraphs.map(body),
              ...(table ? [tableOf(table)] : []),
            ]),
            ...report.signature.map(
              text =>
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [new TextRun({ text, font, size: 32 })],
                }),
            ),
          ],
        },
      ],
    }),
  )
  return undated(docx)
}
