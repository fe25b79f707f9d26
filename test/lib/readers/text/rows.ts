import type { Block, Document, Table } from '../../../../lib/model/document.ts'

export const tablesOf = (document: Document): Table[] =>
  document.blocks.filter(block => block.kind === 'table')

/** Cell texts row by row. */
export const rowsOf = (table: Table): string[][] => {
  const rows: string[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) rows[cell.row - 1]!.push(cell.text)
  return rows
}

/** A document as a person sees it: paragraphs as text, tables as rows. */
export const outline = (document: Document): (string | string[][])[] =>
  document.blocks.map((block: Block) => (block.kind === 'table' ? rowsOf(block) : block.text))

export const codesOf = (document: Document): string[] => document.losses.map(loss => loss.code)
