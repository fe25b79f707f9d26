import type { Element, NewElement } from '../../../vendor/mammoth/body-reader.ts'
import { type Block, type Cell, moveAll, type Paragraph, type Piece, startOf, type Table } from './model.ts'
import { lose, type Slim } from './state.ts'

/** Something that is no paragraph or table of this part: what is read by place, or the document of that relationship. */
export interface Insert {
  readonly at: number
  readonly what: 'placed' | { readonly relationship: string }
}

/** Content of `<w:body>`, reduced to paragraphs and tables that hold no further tables. */
export interface Written {
  readonly elements: readonly Element[]
  /** Cells with characters of symbol fonts, which mammoth may not know. */
  readonly symbolCells: ReadonlySet<Cell>
  /** Before which block of the Document something of another kind stands. */
  readonly inserts: readonly Insert[]
}

interface Writing {
  readonly slim: Slim
  readonly element: NewElement
  readonly written: Element[]
  paragraphs: number
  tables: number
  readonly inserts: Insert[]
}

/** Headings deeper than HTML's six levels are plain paragraphs. */
const deepestHeading = 6

const none = {}

const isTable = (block: Block): block is Table => block.kind === 'table'
const cellsOf = (table: Table): Cell[] => table.rows.flatMap(row => row.cells)

/** A table of one cell is only a frame round its content. */
const isFrame = (table: Table): boolean => {
  const around = table.rows.reduce((sum, row) => sum + row.before + row.after, 0)
  return around + cellsOf(table).filter(cell => cell.into === undefined).length <= 1
}

const holdsTable = (blocks: readonly Block[]): boolean =>
  blocks.some(
    block => isTable(block) && (!isFrame(block) || cellsOf(block).some(cell => holdsTable(cell.blocks))),
  )

/** Whether a table is a grid of its own, not a layout for what stands in its cells. */
const isGrid = (table: Table): boolean => table.rows.filter(row => row.cells.length > 1).length > 1

const pieceElement = ({ element }: Writing, piece: Piece): Element => {
  switch (piece.kind) {
    case 'text':
      return element('w:t', none, [{ type: 'text', value: piece.text }])
    case 'break':
    case 'gap':
      return element('w:br', none, [])
    case 'symbol':
      return element('w:sym', { 'w:font': piece.font, 'w:char': piece.code }, [])
  }
}

const piecesOf = (writing: Writing, content: readonly Piece[]): Element[] =>
  content.map(piece => pieceElement(writing, piece))

const writeParagraph = (writing: Writing, paragraph: Paragraph): void => {
  const { element, written } = writing
  const { level, lines, content } = paragraph
  if (lines > 0) paragraph.number = writing.paragraphs + 1
  writing.paragraphs += lines
  const gaps = content.some(({ kind }) => kind === 'gap')
  const pieces = piecesOf(writing, gaps ? content.filter(({ kind }) => kind !== 'gap') : content)
  if (level !== undefined && level <= deepestHeading) {
    const style = element('w:pStyle', { 'w:val': `heading ${level}` }, [])
    pieces.unshift(element('w:pPr', none, [style]))
  }
  written.push(element('w:p', none, pieces))
}

const cellProperties = ({ element }: Writing, { span, vertical }: Cell): Element[] => {
  if (span === 1 && vertical === 'none') return []
  const properties: Element[] = []
  if (span > 1) properties.push(element('w:gridSpan', { 'w:val': String(span) }, []))
  if (vertical !== 'none') properties.push(element('w:vMerge', { 'w:val': vertical }, []))
  return [element('w:tcPr', none, properties)]
}

/** The paragraphs of a cell, those in frames inside it too. */
const paragraphsIn = (blocks: readonly Block[]): Paragraph[] =>
  blocks.flatMap(block =>
    isTable(block) ? cellsOf(block).flatMap(cell => paragraphsIn(cell.blocks)) : [block],
  )

/** mammoth takes a cell's text without a paragraph around it, in a quarter less time. */
const cellContent = (writing: Writing, blocks: readonly Block[]): Element[] => {
  const paragraphs = paragraphsIn(blocks)
  if (paragraphs.length === 1) return piecesOf(writing, paragraphs[0]!.content)
  return paragraphs.map(paragraph => writing.element('w:p', none, piecesOf(writing, paragraph.content)))
}

/**
 * Writes a table of figures or words. Tables inside its cells would make it a layout, and their figures are not
 * the cell's: they follow it.
 */
const writeGrid = (writing: Writing, table: Table, nests: boolean): void => {
  const { element, written, slim } = writing
  const moved: Block[] = []
  const emptyCells = (count: number) => Array.from({ length: count }, () => element('w:tc', none, []))
  let ordinal = 0
  table.number = ++writing.tables
  const rows = table.rows.map(row => {
    const cells = emptyCells(row.before)
    ordinal += row.before
    for (const cell of row.cells) {
      let children = cellProperties(writing, cell)
      if (cell.into === undefined) {
        cell.ordinal = ordinal++
        const inner = nests ? cell.blocks.filter(block => holdsTable([block])) : []
        if (inner.length > 0) lose(slim, 'nested-table-moved', startOf(inner), cell)
        const own = inner.length > 0 ? cell.blocks.filter(block => !holdsTable([block])) : cell.blocks
        moveAll(inner, moved)
        children = children.concat(cellContent(writing, own))
      }
      cells.push(element('w:tc', none, children))
    }
    ordinal += row.after
    return element('w:tr', none, [...cells, ...emptyCells(row.after)])
  })
  written.push(element('w:tbl', none, rows))
  writeAll(writing, moved)
}

const writeTable = (writing: Writing, table: Table): void => {
  const nests = cellsOf(table).some(cell => holdsTable(cell.blocks))
  if (!isFrame(table) && (!nests || isGrid(table))) writeGrid(writing, table, nests)
  else for (const cell of cellsOf(table)) if (cell.into === undefined) writeAll(writing, cell.blocks)
}

/** What is read by place comes all together where the first of it stands. */
const insert = ({ inserts, paragraphs, tables }: Writing, what: Insert['what']): void => {
  if (what !== 'placed' || !inserts.some(other => other.what === 'placed'))
    inserts.push({ at: paragraphs + tables, what })
}

const writeAll = (writing: Writing, blocks: readonly Block[]): void => {
  for (const block of blocks)
    if (isTable(block)) writeTable(writing, block)
    else if (block.placed) insert(writing, 'placed')
    else if (block.chunk !== undefined) insert(writing, { relationship: block.chunk })
    else writeParagraph(writing, block)
}

/**
 * Writes the blocks for mammoth and numbers paragraphs and tables as they will be in the Document. Tables of one
 * cell, and those that only arrange others, are dissolved.
 */
export const writeBlocks = (slim: Slim, blocks: readonly Block[], element: NewElement): Written => {
  const writing: Writing = { slim, element, written: [], paragraphs: 0, tables: 0, inserts: [] }
  writeAll(writing, blocks)
  return { elements: writing.written, symbolCells: slim.symbolCells, inserts: writing.inserts }
}
