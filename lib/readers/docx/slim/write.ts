import { type Block, type Cell, moveAll, type Paragraph, startOf, type Table } from './model.ts'
import { lose, type Slim } from './state.ts'

/** The document reduced to what mammoth needs for the text and the tables. */
export interface Written {
  /** Content of `<w:body>`. */
  readonly xml: string
  /** Heading levels in use. */
  readonly levels: readonly number[]
}

interface Writing {
  readonly slim: Slim
  readonly levels: Set<number>
  paragraphs: number
  tables: number
  /** Inside a table that becomes a Table of the Document. */
  inTable: boolean
}

/** Headings deeper than HTML's six levels are plain paragraphs. */
const deepestHeading = 6

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

const writeParagraph = (writing: Writing, paragraph: Paragraph): string => {
  if (!writing.inTable && paragraph.lines > 0) {
    paragraph.number = writing.paragraphs + 1
    writing.paragraphs += paragraph.lines
  }
  const { level } = paragraph
  if (writing.inTable || level === undefined || level > deepestHeading)
    return `<w:p><w:t>${paragraph.xml}</w:t></w:p>`
  writing.levels.add(level)
  return `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr><w:t>${paragraph.xml}</w:t></w:p>`
}

const properties = ({ span, vertical }: Cell): string => {
  if (span === 1 && vertical === 'none') return ''
  const columns = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  const merge = vertical === 'none' ? '' : `<w:vMerge w:val="${vertical}"/>`
  return `<w:tcPr>${columns}${merge}</w:tcPr>`
}

/** mammoth takes a cell's text without a paragraph around it, in a quarter less time. */
const cellContent = (writing: Writing, blocks: readonly Block[]): string => {
  const [only] = blocks
  if (blocks.length !== 1 || !only || isTable(only) || !writing.inTable) return writeAll(writing, blocks)
  return `<w:t>${only.xml}</w:t>`
}

const emptyCells = (count: number): string => '<w:tc></w:tc>'.repeat(count)

/**
 * Writes a table. Tables inside a grid's cells would make the grid a layout for the HTML reader, and their figures
 * are not the cell's: they follow it.
 */
const writeTable = (writing: Writing, table: Table): string => {
  const nests = cellsOf(table).some(cell => holdsTable(cell.blocks))
  const moves = nests && isGrid(table)
  const isData = !writing.inTable && !isFrame(table) && (moves || !nests)
  const moved: Block[] = []
  let ordinal = 0
  if (isData) {
    table.number = ++writing.tables
    writing.inTable = true
  }
  let xml = ''
  for (const row of table.rows) {
    ordinal += row.before
    xml += `<w:tr>${emptyCells(row.before)}`
    for (const cell of row.cells) {
      xml += `<w:tc>${properties(cell)}`
      if (cell.into === undefined) {
        cell.ordinal = ordinal++
        const inner = moves ? cell.blocks.filter(block => holdsTable([block])) : []
        if (inner.length > 0) lose(writing.slim, 'nested-table-moved', startOf(inner), cell)
        const own = inner.length > 0 ? cell.blocks.filter(block => !holdsTable([block])) : cell.blocks
        moveAll(inner, moved)
        xml += cellContent(writing, own)
      }
      xml += '</w:tc>'
    }
    ordinal += row.after
    xml += `${emptyCells(row.after)}</w:tr>`
  }
  if (isData) writing.inTable = false
  return `<w:tbl>${xml}</w:tbl>${writeAll(writing, moved)}`
}

const writeAll = (writing: Writing, blocks: readonly Block[]): string =>
  blocks.map(block => (isTable(block) ? writeTable(writing, block) : writeParagraph(writing, block))).join('')

/** Writes the blocks for mammoth and numbers paragraphs and tables as the HTML reader will. */
export const writeBlocks = (slim: Slim, blocks: readonly Block[]): Written => {
  const writing: Writing = { slim, levels: new Set(), paragraphs: 0, tables: 0, inTable: false }
  const xml = writeAll(writing, blocks)
  return { xml, levels: [...writing.levels].sort() }
}
