import { type ReadCell, textOf } from '../read-page.ts'
import { wordingsOf } from './form-rows.ts'
import type { MatchedCell } from './match-headers.ts'
import type { MatchedRow } from './match-rows.ts'
import { nearest } from './similarity.ts'

const standing = 0.5

/** Labels of groups of rows, merged over the rows of a grid that stand in them. */
export const matchGroups = (rows: readonly MatchedRow[]): MatchedCell[] => {
  const own = new Set(rows.flatMap(({ cells }) => cells))
  const beside = new Map<ReadCell, readonly string[]>()
  for (const { item, rows: printed } of rows) {
    const wordings = item.groups.flatMap(wordingsOf)
    for (const { grid, row } of printed)
      for (const cell of grid.cells)
        if (cell.row <= row && row < cell.endRow && cell.content === 'words' && !own.has(cell))
          beside.set(cell, [...(beside.get(cell) ?? []), ...wordings])
  }
  return [...beside].flatMap(([cell, wordings]) => {
    if (wordings.length === 0) return []
    const match = nearest(textOf(cell), wordings)
    return match.similarity < standing ? [] : [{ cell, ...match }]
  })
}
