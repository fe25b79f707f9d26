import { type Treatment, treatmentOf } from './elements.ts'
import { type Element, walk } from './walk.ts'

/** What is read; a table inside anything else is not. */
const ENTERED: readonly Treatment[] = ['inline', 'block', 'preformatted']

interface Seen {
  cells: number
  holdsTable: boolean
}

/**
 * The tables that only arrange a page: those with a table inside, and those with a single cell, which are frames.
 * A frame inside a cell is no table inside, so a table whose figures each stand in a frame of their own stays a table.
 */
export const layoutTables = (root: Parameters<typeof walk>[0]): ReadonlySet<Element> => {
  const layout = new Set<Element>()
  const open: Seen[] = []
  walk(
    root,
    element => {
      if (!ENTERED.includes(treatmentOf(element))) return 'skip'
      if (element.tagName === 'td' || element.tagName === 'th') {
        const table = open.at(-1)
        if (table !== undefined) table.cells++
      }
      if (element.tagName !== 'table') return undefined
      const seen: Seen = { cells: 0, holdsTable: false }
      open.push(seen)
      return () => {
        open.pop()
        if (seen.holdsTable || seen.cells <= 1) layout.add(element)
        const outer = open.at(-1)
        if (outer !== undefined && (seen.holdsTable || seen.cells > 1)) outer.holdsTable = true
      }
    },
    () => {},
  )
  return layout
}
