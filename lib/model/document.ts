import type { Loss } from './loss.ts'
import type { Scan } from './scan.ts'
import type { Source } from './source.ts'

/** One paragraph outside tables. `number` counts paragraphs from 1; `level` is set for headings (1 = outermost). */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly number: number
  readonly text: string
  readonly level?: number
}

/**
 * One printed cell, merged cells once: `row` and `column` are those of its top left corner, from 1.
 * `text` keeps its line breaks (`\n` between paragraphs of the cell) and padding; nothing is trimmed.
 */
export interface Cell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly source: Source
}

/**
 * A table. Cells stand in reading order and never overlap.
 * `columnsKnown` is false where the input only says which cell follows which (flattened text):
 * `column` is then the ordinal in its row and spans are 1.
 */
export interface Table {
  readonly kind: 'table'
  /** Counts all tables of the document from 1. */
  readonly number: number
  readonly rows: number
  readonly columns: number
  readonly columnsKnown: boolean
  /**
   * Each row is one printed line, its cells parted by spaces: a label may run over several, above and below the line
   * with its figures. A line without figures is words: part of a label, a header, or what a page prints between.
   */
  readonly printedLines?: true
  readonly cells: readonly Cell[]
}

export type Block = Paragraph | Table

/** What a file says of itself outside its text: the title of a page, the authority its site names as the source. */
export interface Naming {
  readonly title?: string
  readonly publisher?: string
  readonly year?: number
}

/** What every reader gives, whatever the format: the blocks in reading order, and what was lost on the way. */
export interface Document {
  /** Name of the kind of file, as the list of readers has it (lib/readers/index.ts). */
  readonly format: string
  readonly blocks: readonly Block[]
  readonly losses: readonly Loss[]
  readonly naming?: Naming
  /** The file is a workbook we wrote: by its nature it has the figures of a report and not its text. */
  readonly ownWorkbook?: true
  /** Read from pictures of pages: what is printed in cells is what readers of pictures make of it. */
  readonly scan?: Scan
}
