import { type ReadCell, type ReadGrid, textOf } from '../read-page.ts'

/** A row of a grid with what may be its label. */
export interface GridRow {
  readonly grid: ReadGrid
  readonly row: number
  /** Cells of words before the first that is none, left to right. */
  readonly labels: readonly ReadCell[]
  /** What stands behind them. */
  readonly values: readonly ReadCell[]
}

const rowOf = (grid: ReadGrid, row: number, cells: readonly ReadCell[]): GridRow => {
  // Blank cells among labels are those of merged labels that go on over the page.
  const first = cells.findIndex(({ content }) => content === 'figure' || content === 'unread')
  const last = cells.findLastIndex(({ content }) => content === 'words')
  const end = first < 0 ? last + 1 : first
  const labels = cells.slice(0, end).filter(({ content }) => content === 'words')
  const behind = labels.at(-1)
  return { grid, row, labels, values: behind ? cells.slice(cells.indexOf(behind) + 1) : cells }
}

/** The rows of grids in the order of the pages, each with the cells that begin in it. */
export const gridRows = (grids: readonly ReadGrid[]): GridRow[] =>
  grids.flatMap(grid =>
    [...Map.groupBy(grid.cells, ({ row }) => row)]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) =>
        rowOf(
          grid,
          row,
          cells.toSorted((a, b) => a.column - b.column),
        ),
      ),
  )

/** Cells that together may print one label, as they are read. */
export interface LabelPiece {
  readonly cells: readonly ReadCell[]
  readonly text: string
}

/** What may be the label of a row alone: one of its cells, or all where a line cuts through it. */
export const labelPieces = ({ labels }: GridRow): readonly LabelPiece[] => {
  const own = labels.filter(({ row, endRow }) => endRow - row === 1)
  const cells = own.length > 0 ? own : labels
  return [...cells.map(cell => [cell]), ...(labels.length > 1 ? [labels] : [])].map(pieces => ({
    cells: pieces,
    text: pieces.map(textOf).join(''),
  }))
}
