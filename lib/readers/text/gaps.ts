import { type Draft, paragraphs } from './draft.ts'
import { isFigure, isNumberedHeading, isProse } from './shapes.ts'
import { type Spaced, type Spacing, stepOf } from './spacing.ts'

/** Lines closer than cells are: the lines of one cell, or paragraphs of the narrative. */
interface Chunk {
  readonly lines: readonly string[]
  readonly before: number
  readonly after: number
}

/** No cell of the forms is printed on more lines. */
const mostCellLines = 4

/** A blank row's own gap, seen twice around a numbered label, outweighs its looking like a heading. */
const BLANKS_OF_A_ROW = 2

const chunksOf = (items: readonly Spaced[], cell: number): Chunk[] => {
  const chunks: Chunk[] = []
  let lines: string[] = []
  let before = Number.POSITIVE_INFINITY
  for (const { text, after } of items) {
    lines.push(text)
    if (after < cell) continue
    chunks.push({ lines, before, after })
    lines = []
    before = after
  }
  return chunks
}

const trailingBlanks = (gap: number, spacing: Spacing): number => {
  const step = gap > spacing.row ? stepOf(gap, spacing) : null
  return step?.newRow === true && step.certain ? step.blanks : 0
}

const isFigures = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && isFigure(chunk.lines.join('\n'))

/**
 * A cell has a cell's or a row's gap on one side at least. What stands alone between wider gaps is a heading,
 * unless the gaps are those of blank cells: after a blank end and before a blank beginning of figures.
 */
const isCell = (chunk: Chunk, next: Chunk | undefined, spacing: Spacing): boolean => {
  const { lines, before, after } = chunk
  if (lines.length > mostCellLines || lines.some(isProse)) return false
  const known = (gap: number) => gap === spacing.cell || gap === spacing.row
  const numbered = isNumberedHeading(lines[0]!)
  if (numbered && before >= spacing.row && after === spacing.row && !isFigures(next)) return false
  if (known(before) || known(after)) return true
  if (stepOf(before, spacing) === null || stepOf(after, spacing) === null) return false
  if (isFigures(next)) return true
  const least = numbered ? BLANKS_OF_A_ROW : 1
  return trailingBlanks(before, spacing) >= least && trailingBlanks(after, spacing) >= least
}

/** Rows of cells that follow one another; `uncertain` when a gap could be read in two ways. */
const tableOf = (cells: readonly Chunk[], spacing: Spacing): Draft => {
  const rows: string[][] = []
  let row: string[] = []
  let uncertain = false
  cells.forEach((chunk, index) => {
    row.push(chunk.lines.join('\n'))
    const step = index < cells.length - 1 ? stepOf(chunk.after, spacing) : null
    if (step !== null) {
      // A row begins with words: before a figure, which of the blanks stand at the end of this one is not known.
      const known = !step.newRow || !isFigures(cells[index + 1])
      row.push(...Array<string>(known ? step.blanks : 0).fill(''))
      if (!step.certain && chunk.after !== spacing.row) uncertain = true
    }
    if (step === null || step.newRow) {
      rows.push(row)
      row = []
    }
  })
  return { kind: 'table', rows, uncertain }
}

const headsTable = (cells: readonly Chunk[]): boolean =>
  isNumberedHeading(cells[0]!.lines[0]!) && cells.length > 1 && !isFigures(cells[1])

const runOf = (cells: readonly Chunk[], spacing: Spacing): Draft[] => {
  const drafts = (chunks: readonly Chunk[]) => paragraphs(chunks.flatMap(chunk => chunk.lines))
  if (!cells.some(isFigures)) return drafts(cells)
  if (!headsTable(cells)) return [tableOf(cells, spacing)]
  return [...drafts(cells.slice(0, 1)), tableOf(cells.slice(1), spacing)]
}

/**
 * LINE: one cell per line, rows and blank cells visible only in the number of line ends.
 * Blank cells at the very end of a table cannot be told from the space after it: its last row stays short.
 */
export const readSpaced = (items: readonly Spaced[], spacing: Spacing): Draft[] => {
  const chunks = chunksOf(items, spacing.cell)
  const drafts: Draft[][] = []
  let run: Chunk[] = []
  const close = () => {
    if (run.length > 0) drafts.push(runOf(run, spacing))
    run = []
  }
  chunks.forEach((chunk, index) => {
    if (!isCell(chunk, chunks[index + 1], spacing)) {
      close()
      drafts.push(paragraphs(chunk.lines))
      return
    }
    run.push(chunk)
    if (stepOf(chunk.after, spacing) === null) close()
  })
  close()
  return drafts.flat()
}
