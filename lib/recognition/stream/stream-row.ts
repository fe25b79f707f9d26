import type { Table } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'

/** A cell on its way through recognition. `from`/`to` are grid columns (to exclusive), known only where the input has a grid. */
export interface StreamCell {
  readonly text: string
  readonly bare: string
  readonly source: Source
  readonly from: number
  readonly to: number
  /** Merged with a cell of an earlier row; stands here because the merged cell reaches down to this row. */
  readonly continued: boolean
  /** Reaches down over more rows than this one. */
  readonly merged: boolean
}

/** A row of a table, or (`table` null) a paragraph between tables, which may be a row's caption or a scattered cell. */
export interface StreamRow {
  readonly table: Table | null
  readonly block: number
  readonly cells: readonly StreamCell[]
  /** A label whose figures cannot be told from others. */
  readonly unproven?: true
}

/** Whether nothing is printed in a cell. A cell of punctuation alone has a bare label of nothing, but is not blank. */
export const isBlank = ({ text }: Pick<StreamCell, 'text'>): boolean => text.trim() === ''
