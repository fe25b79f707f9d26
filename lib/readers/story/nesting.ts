import type { StoryBlock, StoryTable } from './model.ts'

/** A table of one cell is only a frame round its content. */
export const isFrame = ({ rows }: StoryTable): boolean => rows.reduce((sum, row) => sum + row.length, 0) <= 1

/** Whether a block is a table of its own, or a frame round one. */
export const isNested = (block: StoryBlock): boolean =>
  block.kind === 'table' && (!isFrame(block) || holdsTable(block))

/** Whether tables of their own stand in the cells of a table. */
export const holdsTable = ({ rows }: StoryTable): boolean =>
  rows.some(row => row.some(({ blocks }) => blocks.some(isNested)))

/** How many cells a person sees in each row, those that reach down into it too. */
const cellsSeen = ({ rows }: StoryTable): number[] => {
  const seen = rows.map(row => row.length)
  rows.forEach((row, at) => {
    for (const { rowSpan } of row)
      for (let below = at + 1; below < Math.min(at + rowSpan, rows.length); below++) seen[below]!++
  })
  return seen
}

/** Whether a table is a grid of its own, not a layout for what stands in its cells. */
export const isGrid = (table: StoryTable): boolean => cellsSeen(table).filter(cells => cells > 1).length > 1
