import type { Box } from '../geometry.ts'
import type { Grid, GridCell } from '../rulings/grid.ts'
import type { CellText } from '../spelling/cell-text.ts'

/** A cell of a table on one page with its text. */
export interface PartCell extends GridCell, CellText {}

/** What of a table stands on one page. */
export interface Part {
  readonly page: number
  readonly box: Box
  readonly xs: readonly number[]
  readonly rows: number
  readonly cells: readonly PartCell[]
}

export const isEmpty = (cell: { readonly text: string }): boolean => cell.text.trim() === ''

export const rowsOf = (grid: Grid): number => grid.ys.length - 1
