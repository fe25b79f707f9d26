import type { Problem } from '../../model/problems.ts'
import { limits } from '../limits.ts'
import { tooComplex } from '../package/refusals.ts'
import { isPrinted, type StoryBlock, type StoryLoss, textOf } from './model.ts'
import { type RowDefinition, tableFromWordRows, type WordCell, type WordRow } from './word-rows.ts'

/** What is being gathered at one depth: 0 is the body, 1 a table, 2 a table in a table. */
interface Level {
  blocks: StoryBlock[]
  cells: StoryBlock[][]
  rows: WordRow[]
  /** Something is printed, or a cell ended, since the last row. */
  begun: boolean
}

/** Puts paragraphs into cells, cells into rows, rows into tables, as Word's binary and RTF files mark their ends. */
export interface WordTables {
  readonly paragraph: (depth: number, paragraph: StoryBlock) => void
  readonly cell: (depth: number) => void
  readonly row: (depth: number, definition: RowDefinition | null, deleted: boolean) => void
  /** The depth at which a row is begun and not ended, 0 where none is. */
  readonly openDepth: () => number
  readonly finish: () => { readonly blocks: readonly StoryBlock[]; readonly losses: readonly StoryLoss[] }
}

const newLevel = (): Level => ({ blocks: [], cells: [], rows: [], begun: false })

const rowOf = (cells: readonly (readonly StoryBlock[])[], definition: RowDefinition | null): WordRow => {
  const fits = definition !== null && definition.horizontal.length === cells.length
  return {
    edges: fits ? definition.edges : null,
    cells: cells.map(
      (blocks, index): WordCell => ({
        blocks,
        horizontal: fits ? definition.horizontal[index]! : 'none',
        vertical: fits ? definition.vertical[index]! : 'none',
      }),
    ),
  }
}

/** `unfinished` is what to throw where a table ends within a row. Throws Problem `too-complex`, too. */
export const wordTables = (unfinished: () => Problem): WordTables => {
  const levels = [newLevel()]
  const losses: StoryLoss[] = []
  let kept = 0

  /** Ends the tables deeper than `depth`, begins those not open yet. */
  const levelAt = (depth: number): Level => {
    if (++kept > limits.kept)
      throw tooComplex('段落和单元格过多', 'it has more paragraphs and cells than any report')
    if (depth > limits.tableDepth) throw tooComplex('表格嵌套过深', 'its tables are nested too deeply')
    while (levels.length > depth + 1) {
      const ended = levels.pop()!
      if (ended.begun) throw unfinished()
      if (ended.rows.length > 0) levels.at(-1)!.blocks.push(tableFromWordRows(ended.rows))
    }
    while (levels.length <= depth) levels.push(newLevel())
    return levels.at(-1)!
  }

  return {
    paragraph: (depth, paragraph) => {
      const level = levelAt(depth)
      level.blocks.push(paragraph)
      level.begun ||= isPrinted(textOf([paragraph]))
    },
    cell: depth => {
      const level = levelAt(depth)
      level.cells.push(level.blocks)
      level.blocks = []
      level.begun = true
    },
    row: (depth, definition, deleted) => {
      const level = levelAt(depth)
      // Text behind the last cell is a cell too many: the columns of the table are not known then.
      if (isPrinted(textOf(level.blocks))) level.cells.push(level.blocks)
      // LibreOffice marks the end of a row that stays as deleted where the next cell begins with deleted text.
      const printed = level.cells.some(blocks => isPrinted(textOf(blocks)))
      if (deleted && !printed) losses.push({ code: 'tracked-changes-accepted', detail: '' })
      else if (level.cells.length > 0) level.rows.push(rowOf(level.cells, definition))
      level.cells = []
      level.blocks = []
      level.begun = false
    },
    openDepth: () =>
      Math.max(
        0,
        levels.findLastIndex((level, depth) => depth > 0 && level.begun),
      ),
    finish: () => ({ blocks: levelAt(0).blocks, losses }),
  }
}
