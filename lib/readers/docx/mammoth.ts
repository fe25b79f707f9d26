import type {
  BodyReader,
  Element,
  Inline,
  TableCell as WordCell,
  Table as WordTable,
} from '../../vendor/mammoth/body-reader.ts'
import { type TextFlow, textFlow } from '../html/text-flow.ts'
import { plainCell } from '../story/model.ts'
import { isFrame } from '../story/nesting.ts'
import type { Block, Cell, Paragraph, Piece, Table } from './slim/model.ts'

const none = {}

/** Headings deeper than HTML's six levels are plain paragraphs. */
const deepestHeading = 6

/** mammoth takes a cell's text without a paragraph around it, in a quarter less time. */
const onlyParagraph = ({ blocks }: Cell): Paragraph | undefined => {
  const [only] = blocks
  return blocks.length === 1 && only?.kind === 'paragraph' ? only : undefined
}

/** Makes the elements that mammoth reads. A gap is a column break: of those nothing else is left. */
const elementsBy = ({ element }: BodyReader) => {
  const pieceElement = (piece: Piece): Element => {
    switch (piece.kind) {
      case 'text':
        return element('w:t', none, [{ type: 'text', value: piece.text }])
      case 'break':
        return element('w:br', none, [])
      case 'gap':
        return element('w:br', { 'w:type': 'column' }, [])
      case 'symbol':
        return element('w:sym', { 'w:font': piece.font, 'w:char': piece.code }, [])
    }
  }
  const properties = ({ span, vertical }: Cell): Element[] => {
    if (span === 1 && vertical === 'none') return []
    const all: Element[] = []
    if (span > 1) all.push(element('w:gridSpan', { 'w:val': String(span) }, []))
    if (vertical !== 'none') all.push(element('w:vMerge', { 'w:val': vertical }, []))
    return [element('w:tcPr', none, all)]
  }
  const cellElement = (cell: Cell): Element => {
    if (cell.into !== undefined) return element('w:tc', none, properties(cell))
    const only = onlyParagraph(cell)
    const content = only ? only.content.map(pieceElement) : cell.blocks.map(blockElement)
    return element('w:tc', none, [...properties(cell), ...content])
  }
  const emptyCells = (count: number) => Array.from({ length: count }, () => element('w:tc', none, []))
  const blockElement = (block: Block): Element =>
    block.kind === 'paragraph'
      ? element('w:p', none, block.byPlace ? [] : block.content.map(pieceElement))
      : element(
          'w:tbl',
          none,
          block.lines.map(({ before, cells, after }) =>
            element('w:tr', none, [...emptyCells(before), ...cells.map(cellElement), ...emptyCells(after)]),
          ),
        )
  return blockElement
}

const isInline = (child: WordCell['children'][number]): child is Inline =>
  child.type === 'text' || child.type === 'break'

const isGap = (inline: Inline): boolean => inline.type === 'break' && inline.breakType === 'column'

/** A frame round nothing. */
const isEmpty = (table: Table): boolean =>
  isFrame(table) && table.rows.every(row => row.every(({ blocks }) => blocks.length === 0))

/** Gives blocks what mammoth read of them: text, and how far cells reach. */
const takeBy = (flow: TextFlow) => {
  /** The lines of a paragraph, white space as HTML has it. A break at its end begins no line. */
  const linesOf = (inlines: readonly Inline[]): string[] => {
    const lines: string[] = []
    for (const inline of inlines)
      if (inline.type === 'text') flow.add(inline.value)
      else lines.push(flow.take())
    const last = flow.take()
    if (last !== '') lines.push(last)
    return lines
  }
  /** Whether it has lines at all: in a cell others leave no trace. */
  const takeParagraph = (paragraph: Paragraph, inlines: readonly Inline[]): boolean => {
    const lines = linesOf(inlines)
    paragraph.text = lines.join('\n')
    if (inlines.some(isGap))
      paragraph.asOneLine = linesOf(inlines.filter(inline => !isGap(inline))).join('\n')
    if (paragraph.level !== undefined && paragraph.level > deepestHeading) paragraph.level = undefined
    return lines.length > 0
  }
  const takeCell = (cell: Cell, { children, rowSpan, colSpan }: WordCell): Cell => {
    const only = onlyParagraph(cell)
    cell.rowSpan = rowSpan
    cell.columnSpan = colSpan
    cell.blocks = cell.blocks.filter((block, at) =>
      only ? takeParagraph(only, children.filter(isInline)) : takeBlock(block, children[at]!),
    )
    return cell
  }
  const takeTable = (table: Table, rows: WordTable['children']): boolean => {
    table.rows = table.lines.map(({ before, cells }, row) => {
      const own = cells.filter(({ into }) => into === undefined)
      return rows[row]!.children.map((read, at) => {
        const cell = own[at - before]
        return cell ? takeCell(cell, read) : plainCell([])
      })
    })
    return !isEmpty(table)
  }
  /** False for what leaves no trace in a cell. */
  const takeBlock = (block: Block, read: WordCell['children'][number]): boolean => {
    if (block.kind === 'paragraph')
      return takeParagraph(block, read.type === 'paragraph' ? read.children : [])
    return takeTable(block, read.type === 'table' ? read.children : [])
  }
  return takeBlock
}

/** Lets mammoth read the blocks, which take up their text and spans. What it says it could not carry is the answer. */
export const readByMammoth = (reader: BodyReader, blocks: readonly Block[]): readonly string[] => {
  const { blocks: read, messages } = reader.read(blocks.map(elementsBy(reader)))
  const take = takeBy(textFlow())
  blocks.forEach((block, at) => {
    take(block, read[at]!)
  })
  return messages
}
