import { lossCollector } from '../../losses/collector.ts'
import type { Block, Cell, Document, Table } from '../../model/document.ts'
import { tableFromRows } from '../story/grid.ts'
import { cleanCell, cleanParagraph } from './artefacts.ts'
import type { Draft } from './draft.ts'

/** Turns one printed text into plain text: Markdown's marks, for example. */
export type Inline = (text: string) => string

/** Every row with the same number of cells, blank ones included: the text keeps the columns. */
const isRectangle = (rows: readonly (readonly string[])[]): boolean =>
  rows.length >= fewestRows && rows.every(row => row.length === rows[0]!.length && row.length > 1)

/** Two rows may be of one length by chance. */
const fewestRows = 3

/** Numbers paragraphs and tables as a person counts them, and drops what extractors left in them. */
export const assemble = (drafts: readonly Draft[], format: 'text' | 'markdown', inline: Inline): Document => {
  const blocks: Block[] = []
  const { add, all } = lossCollector('text')
  let paragraph = 0
  let table = 0

  const cellsOf = (rows: readonly (readonly string[])[]): Cell[] =>
    rows.flatMap((cells, rowIndex) =>
      cells.map((printed, columnIndex) => {
        const row = rowIndex + 1
        const column = columnIndex + 1
        const source = { kind: 'table', table, row, column } as const
        const { text, marks } = cleanCell(inline(printed))
        for (const mark of marks) add(mark, source)
        return { row, column, rowSpan: 1, columnSpan: 1, text, source }
      }),
    )

  const addTable = (draft: Extract<Draft, { kind: 'table' }>): void => {
    table += 1
    const block: Table = {
      kind: 'table',
      number: table,
      rows: draft.rows.length,
      columns: draft.rows.reduce((most, row) => Math.max(most, row.length), 0),
      columnsKnown: draft.columnsKnown ?? isRectangle(draft.rows),
      ...(draft.printedLines === undefined ? {} : { printedLines: draft.printedLines }),
      cells: cellsOf(draft.rows),
    }
    blocks.push(block)
    if (draft.uncertain === true) add('columns-uncertain', { kind: 'table', table, row: 1, column: 1 })
  }

  const addGrid = (draft: Extract<Draft, { kind: 'grid' }>): void => {
    table += 1
    const grid = tableFromRows(draft.rows, table)
    const cells = grid.cells.map((cell): Cell => {
      const { text, marks } = cleanCell(inline(cell.text))
      for (const mark of marks) add(mark, cell.source)
      return { ...cell, text }
    })
    blocks.push({ ...grid, cells })
  }

  for (const draft of drafts) {
    if (draft.kind === 'grid') {
      addGrid(draft)
      continue
    }
    if (draft.kind === 'table') {
      addTable(draft)
      continue
    }
    const { text, marks } = cleanParagraph(inline(draft.text))
    if (text.trim() === '') continue
    paragraph += 1
    for (const mark of marks) add(mark, { kind: 'paragraph', paragraph })
    const level = draft.level === undefined ? {} : { level: draft.level }
    blocks.push({ kind: 'paragraph', number: paragraph, text: text.trim(), ...level })
  }
  return { format, blocks, losses: all() }
}
