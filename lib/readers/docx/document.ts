import type { Document } from '../../model/document.ts'
import type { Inline, Paragraph, Table, TableCell, WordBody } from '../../vendor/mammoth/body-reader.ts'
import { blockWriter } from '../html/block-writer.ts'
import { textFlow } from '../html/text-flow.ts'
import { tableFromRows } from '../story/grid.ts'

const levelOf = ({ styleName }: Paragraph): number | undefined =>
  styleName === null ? undefined : Number(styleName.slice('heading '.length))

/** A line for each paragraph and after each break. */
const cellText = ({ children }: TableCell): string => {
  const flow = textFlow()
  const add = (inline: Inline): void => {
    if (inline.type === 'text') flow.add(inline.value)
    else flow.lineBreak()
  }
  for (const child of children)
    if (child.type === 'paragraph') {
      flow.boundary()
      child.children.forEach(add)
      flow.boundary()
    } else add(child)
  return flow.take()
}

const tableOf = ({ children }: Table, number: number) =>
  tableFromRows(
    children.map(row => ({
      cells: row.children.map(cell => ({
        text: cellText(cell),
        rowSpan: cell.rowSpan,
        columnSpan: cell.colSpan,
      })),
    })),
    number,
  )

/**
 * Makes the Document of what mammoth read, white space as HTML has it: outside tables a line break begins a paragraph.
 * Throws Problem `too-complex`.
 */
export const documentFromWord = ({ blocks }: WordBody): Document => {
  const out = blockWriter()
  for (const block of blocks)
    if (block.type === 'table') out.table(number => ({ table: tableOf(block, number), losses: [] }))
    else {
      const level = levelOf(block)
      for (const child of block.children)
        if (child.type === 'text') out.flow.add(child.value)
        else out.endParagraph(level)
      out.endParagraph(level)
    }
  return { format: 'docx', blocks: out.blocks, losses: [] }
}
