import type { Item, TextLine } from './items.ts'
import { segmentsOf } from './segments.ts'

/** Lines that print a table without rulings: which text stands in which column is not told. */
export interface Unruled {
  readonly kind: 'unruled'
  readonly lines: readonly TextLine[]
}

const leastColumns = 3
const leastLines = 3
/** Labels that wrap and captions stand between the lines of such a table, no more of them than this in a row. */
const between = 3

const isTabular = (item: Item): item is TextLine =>
  item.kind === 'line' && segmentsOf(item.line).length >= leastColumns

/** Puts lines that form a table without rulings together. */
export const gatherUnruled = (items: readonly Item[]): (Item | Unruled)[] => {
  const out: (Item | Unruled)[] = []
  for (let at = 0; at < items.length; at++) {
    let last = at
    let tabular = 0
    for (let next = at; isTabular(items[at]!) && next <= last + between; next++) {
      const item = items[next]
      if (item?.kind !== 'line') break
      if (!isTabular(item)) continue
      tabular += 1
      last = next
    }
    if (tabular >= leastLines) {
      out.push({ kind: 'unruled', lines: items.slice(at, last + 1) as TextLine[] })
      at = last
    } else out.push(items[at]!)
  }
  return out
}
