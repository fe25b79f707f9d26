import { figureColumns } from '../columns.ts'
import { hasCell } from './key-figures.ts'
import type { Links } from './links.ts'
import type { SeasonFacts } from './season-facts.ts'

const columns = new Map(figureColumns.map(column => [column.key, column]))

/** Link to a figure on the page of its unit; null where neither of its tables has the cell. */
export const cellLink = (facts: SeasonFacts, unit: string, key: string, links: Links): string | null => {
  const column = columns.get(key)
  const { year } = facts.json
  const rows = [facts.reportOf(unit, year), facts.reportOf(unit, year - 1)]
  return column && rows.some(row => row !== null && hasCell(row, column)) ? links.unit(unit, key) : null
}
