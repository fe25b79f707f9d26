import { lossCollector } from '../../losses/collector.ts'
import { lossKinds } from '../../losses/index.ts'
import type { Block, Document } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { type Floating, floatingLosses, onePage } from './floating.ts'
import { tableFromRows, tableInOrder } from './grid.ts'
import {
  isPrinted,
  type StoryBlock,
  type StoryCell,
  type StoryLoss,
  type StoryParagraph,
  type StoryTable,
  textOf,
} from './model.ts'
import { holdsTable, isFrame, isGrid, isNested } from './nesting.ts'
import { withoutPlacedFigures } from './placed.ts'

const lossesWithin = (cell: StoryCell): StoryLoss[] => [
  ...cell.losses,
  ...cell.blocks.flatMap(block =>
    block.kind === 'paragraph' ? block.losses : block.rows.flatMap(row => row.flatMap(lossesWithin)),
  ),
]

const cellText = (blocks: readonly StoryBlock[]): string => textOf(blocks).replace(/^\n+|\n+$/g, '')

/** Where the paragraphs and cells of a story came to stand. A cell that only frames others has no place. */
export interface StoryPlaces {
  readonly paragraphs: Map<StoryParagraph, ParagraphPlace>
  readonly cells: Map<StoryCell, Source>
}

interface ParagraphPlace {
  /** How many blocks of the Document stand before it. */
  readonly at: number
  /** The number of its first line with print. */
  readonly number: number | undefined
}

export const storyPlaces = (): StoryPlaces => ({ paragraphs: new Map(), cells: new Map() })

/**
 * Numbers paragraphs and tables in reading order and makes the Document. Blank paragraphs are none; outside tables a
 * line break begins a paragraph. A table of one cell is a frame, and one that only arranges others is dissolved;
 * a table inside a grid's cell follows that grid. `boxes` is the text of drawings, where the file does not say which
 * of them has it; `places` takes down where all came to stand. Throws Problem `too-complex`.
 */
export const documentFromStory = (
  format: string,
  story: readonly StoryBlock[],
  lost: readonly StoryLoss[] = [],
  boxes = '',
  places?: StoryPlaces,
): Document => {
  const blocks: Block[] = []
  const losses = lossCollector('office')
  let paragraphs = 0
  let tables = 0
  const floating: Floating[] = []

  const note = (met: readonly StoryLoss[], source?: Source): void => {
    for (const { code, detail } of met) losses.add(code, source, detail)
  }

  /** Texts of drawings that were left out. */
  const noteDropped = (met: readonly StoryLoss[], at: Floating['at']): void => {
    for (const { code, detail } of met)
      if (lossKinds[code].mayCover) floating.push({ text: detail || boxes, at, reach: onePage })
  }

  const writeParagraph = (paragraph: StoryParagraph): void => {
    const { level, losses: met, placed } = paragraph
    const text = paragraph.asOneLine ?? paragraph.text
    const numbers: number[] = []
    const [at, before] = [blocks.length, paragraphs]
    for (const line of text.split('\n')) {
      if (isPrinted(line))
        blocks.push({
          kind: 'paragraph',
          number: ++paragraphs,
          text: line,
          ...(level === undefined ? {} : { level }),
        })
      numbers.push(paragraphs)
    }
    const number = paragraphs > before ? before + 1 : undefined
    places?.paragraphs.set(paragraph, { at, number })
    const reach = placed === 'anywhere' ? Number.POSITIVE_INFINITY : onePage
    if (placed) floating.push({ text, at: { paragraph: paragraphs }, reach })
    if (met.length === 0) return
    noteDropped(met, { paragraph: paragraphs })
    for (const lost of Map.groupBy(met, ({ line }) => numbers[line ?? 0] ?? paragraphs)) {
      const [paragraph, here] = lost
      note(here, paragraph === 0 ? undefined : { kind: 'paragraph', paragraph })
    }
  }

  const writeGrid = (table: StoryTable): void => {
    const moved: StoryBlock[] = []
    const rows = table.rows.map(row =>
      row.map(cell => {
        const inner = cell.blocks.filter(isNested)
        for (const block of inner) moved.push(block)
        const own = inner.length === 0 ? cell.blocks : cell.blocks.filter(block => !isNested(block))
        const met = lossesWithin({ ...cell, blocks: own })
        if (inner.length > 0) met.push({ code: 'nested-table-moved', detail: cellText(inner) })
        return { text: cellText(own), rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, met, cell }
      }),
    )
    const number = ++tables
    const written = table.columnsKnown
      ? tableFromRows(
          rows.map(cells => ({ cells })),
          number,
        )
      : tableInOrder(
          rows.filter(row => row.length > 0),
          number,
        )
    blocks.push(written)
    const source: Source = { kind: 'table', table: number, row: 1, column: 1 }
    if (!table.columnsKnown) losses.add('columns-uncertain', source)
    rows.flat().forEach(({ cell, met }, index) => {
      places?.cells.set(cell, written.cells[index]!.source)
      note(met, written.cells[index]!.source)
      noteDropped(met, { table: number })
    })
    write(moved)
  }

  const writeTable = (table: StoryTable): void => {
    if (!isFrame(table) && (!holdsTable(table) || isGrid(table))) {
      writeGrid(table)
      return
    }
    for (const cell of table.rows.flat()) {
      write(cell.blocks)
      note(cell.losses)
    }
  }

  const write = (content: readonly StoryBlock[]): void => {
    for (const block of content)
      if (block.kind === 'table') writeTable(block)
      else writeParagraph(block)
  }

  const own = withoutPlacedFigures(story)
  write(own.blocks)
  note([...lost, ...own.losses])
  return { format, blocks, losses: [...losses.all(), ...floatingLosses(blocks, floating)] }
}
