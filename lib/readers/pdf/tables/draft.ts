import { relative } from './columns.ts'
import type { Part, PartCell } from './part.ts'

/** A cell of a table, the pages it stands on put together. Rows count over all parts. */
export interface TableDraftCell extends PartCell {
  readonly page: number
}

/** A table in the making: one part, or several joined. */
export interface TableDraft {
  readonly edges: readonly number[]
  readonly rows: number
  readonly cells: readonly TableDraftCell[]
  readonly last: Part
}

export const draftOf = (part: Part): TableDraft => ({
  edges: relative(part.xs),
  rows: part.rows,
  cells: part.cells.map(cell => ({ ...cell, page: part.page })),
  last: part,
})
