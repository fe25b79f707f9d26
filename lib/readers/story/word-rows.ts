import {
  isPrinted,
  plainCell,
  type StoryBlock,
  type StoryCell,
  type StoryLoss,
  type StoryTable,
  textOf,
} from './model.ts'

/** How a cell belongs to those beside it or above it. */
export type Merge = 'none' | 'first' | 'continued'

export interface WordCell {
  readonly blocks: readonly StoryBlock[]
  readonly horizontal: Merge
  readonly vertical: Merge
}

/** What a row says of its cells: the left edge of the first and the right edge of each, in twips, and their merges. */
export interface RowDefinition {
  readonly edges: readonly number[]
  readonly horizontal: readonly Merge[]
  readonly vertical: readonly Merge[]
}

/** A row as Word's binary and RTF files keep it: every row has cell edges of its own, in twips. */
export interface WordRow {
  readonly cells: readonly WordCell[]
  /** The left edge of the first cell and the right edge of each, or null where the file does not say. */
  readonly edges: readonly number[] | null
}

/** Edges that differ by less belong to one column: a millimetre, narrower than any cell with its margins. */
const tolerance = 57

/** For each edge met its column line, from 0; null where a cell would have no width. */
const columnLines = (rows: readonly WordRow[]): ReadonlyMap<number, number> | null => {
  const lines = new Map<number, number>()
  let line = -1
  let start = Number.NEGATIVE_INFINITY
  for (const edge of [...new Set(rows.flatMap(row => row.edges ?? []))].sort((a, b) => a - b)) {
    if (edge - start > tolerance) {
      line++
      start = edge
    }
    lines.set(edge, line)
  }
  for (const { edges, cells } of rows) {
    if (edges === null || edges.length !== cells.length + 1) return null
    if (edges.some((edge, index) => index > 0 && lines.get(edge)! <= lines.get(edges[index - 1]!)!))
      return null
  }
  return lines
}

const blankWords = (blocks: readonly StoryBlock[]): boolean => !isPrinted(textOf(blocks))

interface Group {
  readonly from: number
  to: number
  readonly blocks: readonly StoryBlock[]
  readonly losses: StoryLoss[]
  readonly vertical: Merge
}

/** The cells of a row with the horizontally merged ones joined. One that holds text of its own stays apart. */
const joined = ({ cells, edges }: WordRow, lines: ReadonlyMap<number, number>): Group[] => {
  const groups: Group[] = []
  cells.forEach(({ blocks, horizontal, vertical }, index) => {
    const to = lines.get(edges![index + 1]!)!
    const before = groups.at(-1)
    if (horizontal === 'continued' && before && blankWords(blocks)) {
      before.to = to
      return
    }
    const losses: StoryLoss[] =
      horizontal === 'continued' ? [{ code: 'merge-mismatch', detail: textOf(blocks) }] : []
    groups.push({ from: lines.get(edges![index]!)!, to, blocks, losses, vertical })
  })
  return groups
}

interface Open {
  readonly to: number
  readonly cell: { rowSpan: number }
}

const known = (rows: readonly WordRow[], lines: ReadonlyMap<number, number>): StoryTable => {
  let above = new Map<number, Open>()
  const written = rows.map((row): StoryCell[] => {
    const here = new Map<number, Open>()
    const cells: StoryCell[] = []
    let first = true
    for (const { from, to, blocks, losses, vertical } of joined(row, lines)) {
      if (first && from > 0) cells.push({ ...plainCell([]), columnSpan: from })
      first = false
      const held = above.get(from)
      if (vertical === 'continued' && held?.to === to && blankWords(blocks)) {
        held.cell.rowSpan++
        here.set(from, held)
        continue
      }
      const mismatch = vertical === 'continued' && (held?.to !== to || !blankWords(blocks))
      if (mismatch) losses.push({ code: 'merge-mismatch', detail: textOf(blocks) })
      const cell = { blocks, rowSpan: 1, columnSpan: to - from, losses }
      cells.push(cell)
      if (vertical !== 'none') here.set(from, { to, cell })
    }
    above = here
    return cells
  })
  return { kind: 'table', rows: written, columnsKnown: true }
}

/**
 * Makes a table of rows that each have edges of their own. Where a row's edges are missing, or do not go with its
 * cells, only the order of the cells is known, for the whole table.
 */
export const tableFromWordRows = (rows: readonly WordRow[]): StoryTable => {
  const lines = columnLines(rows)
  if (lines !== null) return known(rows, lines)
  const cells = rows.map(row => row.cells.map(({ blocks }) => plainCell(blocks)))
  return { kind: 'table', rows: cells, columnsKnown: false }
}
