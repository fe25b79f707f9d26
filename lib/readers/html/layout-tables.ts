import { isEntered, treatmentOf } from './elements.ts'
import { isTableTag, partOf } from './parts.ts'
import type { Looks } from './style/looks.ts'
import { type Element, walk } from './walk.ts'

interface Seen {
  cells: number
  /** Rows of more than one cell, and the cells of the row being seen. */
  rows: number
  cellsInRow: number
  holdsTable: boolean
}

/**
 * The tables that only arrange a page: those with a table inside, and those with a single cell, which are frames.
 * A frame inside a cell is no table inside, so a table whose figures each stand in a frame of their own stays a table.
 * What is a table by its style alone is one where it has rows of several cells.
 */
export const layoutTables = (root: Parameters<typeof walk>[0], looks: Looks): ReadonlySet<Element> => {
  const layout = new Set<Element>()
  const open: Seen[] = []
  walk(
    root,
    element => {
      const look = looks.of(element)
      if (!isEntered(treatmentOf(element, look))) return 'skip'
      const part = partOf(element, look)
      const table = open.at(-1)
      if (part === 'row' && table !== undefined) table.cellsInRow = 0
      if (part === 'cell' && table !== undefined) {
        table.cells++
        if (++table.cellsInRow === 2) table.rows++
      }
      if (part !== 'table') {
        // What is struck out in a cell is left out, with the tables in it.
        return table !== undefined && part === undefined && look.struck && !looks.parentOf(element).struck
          ? 'skip'
          : undefined
      }
      const seen: Seen = { cells: 0, rows: 0, cellsInRow: 0, holdsTable: false }
      open.push(seen)
      return () => {
        open.pop()
        const isData = !seen.holdsTable && (isTableTag(element) ? seen.cells > 1 : seen.rows > 1)
        if (!isData) layout.add(element)
        const outer = open.at(-1)
        if (outer !== undefined && (seen.holdsTable || isData)) outer.holdsTable = true
      }
    },
    () => {},
  )
  return layout
}
