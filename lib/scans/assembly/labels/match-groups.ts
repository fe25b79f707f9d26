import type { Label } from '../../../forms/form.ts'
import { type ReadCell, textOf } from '../read-page.ts'
import { wordingsOf } from './form-rows.ts'
import type { MatchedCell } from './match-headers.ts'
import type { MatchedRow } from './match-rows.ts'
import { type Nearest, nearestLabel } from './similarity.ts'

const standing = 0.5
const none: Nearest = { wording: '', similarity: 0 }

/** Labels of groups of rows, merged over the rows of a grid that stand in them. */
export const matchGroups = (rows: readonly MatchedRow[]): MatchedCell[] => {
  const own = new Set(rows.flatMap(({ cells }) => cells))
  const beside = new Map<ReadCell, readonly Label[]>()
  for (const { item, rows: printed } of rows) {
    for (const { grid, row } of printed)
      for (const cell of grid.cells)
        if (cell.row <= row && row < cell.endRow && cell.content === 'words' && !own.has(cell))
          beside.set(cell, [...(beside.get(cell) ?? []), ...item.groups])
  }
  return [...beside].flatMap(([cell, labels]) => {
    const match = labels
      .map(label => nearestLabel(textOf(cell), wordingsOf(label)))
      .reduce((best, each) => (each.similarity > best.similarity ? each : best), none)
    return match.similarity < standing ? [] : [{ cell, ...match }]
  })
}
