import type { Document, Table } from '../../lib/model/document.ts'
import { documentFromHtml } from '../../lib/readers/html/document.ts'

export const tablesOf = (document: Document): Table[] =>
  document.blocks.filter(block => block.kind === 'table')
export const read = (html: string): Document => documentFromHtml(html, 'html')
/** Paragraphs as their text, tables as rows of the texts of the cells that begin in them. */
export const outline = (html: string): unknown[] =>
  read(html).blocks.map(block =>
    block.kind === 'paragraph'
      ? block.text
      : Array.from({ length: block.rows }, (_, row) =>
          block.cells.filter(cell => cell.row === row + 1).map(cell => cell.text),
        ),
  )
/** The text of a cell with this content. */
export const cell = (content: string): string | undefined =>
  tablesOf(read(`<table><tr><td>数量<td>${content}</table>`))[0]?.cells[1]?.text
export const losses = (html: string): unknown[] => read(html).losses.map(({ code, source }) => [code, source])
export const lossesInCell = (content: string): string[] =>
  read(`<table><tr><td>数量<td>${content}</table>`).losses.map(({ code }) => code)
