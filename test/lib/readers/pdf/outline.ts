import type { Document, Table } from '../../../../lib/model/document.ts'
import { openPdf } from '../../../../lib/readers/pdf/index.ts'
import { type DrawnPage, pdfOf } from '../../../support/pdf.ts'

export const readPdf = async (bytes: Uint8Array): Promise<Document> => {
  const { document, close } = await openPdf(bytes)
  close()
  return document
}
export const readPages = (...pages: DrawnPage[]): Promise<Document> => readPdf(pdfOf(pages))
export const readContent = (...content: string[]): Promise<Document> => readPages({ content })

export const tablesOf = (document: Document): Table[] =>
  document.blocks.filter(block => block.kind === 'table')

/** Cells as `text` or, where merged, `text rows×columns`, by the rows they begin in. */
export const rowsOf = (table: Table): string[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter(cell => cell.row === row + 1)
      .map(({ text, rowSpan, columnSpan }) =>
        rowSpan > 1 || columnSpan > 1 ? `${text} ${rowSpan}×${columnSpan}` : text,
      ),
  )

/** Paragraphs as their text, tables as their rows. */
export const outline = (document: Document): (string | string[][])[] =>
  document.blocks.map(block => (block.kind === 'paragraph' ? block.text : rowsOf(block)))

export const codes = (document: Document): string[] => document.losses.map(({ code }) => code)
