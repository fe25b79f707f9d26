import { escapeHtml } from '../../writers/page/html.ts'
import { hasCell, keyFigures } from './key-figures.ts'
import { cellHtml, rowsHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { flaggedOf, numberText, valueAt } from './values.ts'

const fewest = 3
const most = 8

/** The key figures of a unit over all years at hand; nothing where the tables show them all. */
export const historyHtml = (facts: SeasonFacts, unit: string): string => {
  const reports = facts.years
    .flatMap(year => {
      const row = facts.reportOf(unit, year)
      return row ? [{ year, row, flagged: flaggedOf(row) }] : []
    })
    .slice(0, most)
  if (reports.length < fewest) return ''
  const rows = keyFigures
    .filter(({ column }) => reports.some(({ row }) => hasCell(row, column)))
    .map(({ zh, column }) => {
      const cells = reports.map(({ row, flagged }) => {
        const value = valueAt(row, column)
        if (value === null) return cellHtml(hasCell(row, column) ? '<small>无数</small>' : '', 'n')
        const number = numberText(value, column)
        return cellHtml(
          flagged.has(column.key) ? `<small>存疑</small> <span class="marked">${number}</span>` : number,
          'n',
        )
      })
      return `<tr><th scope="row">${escapeHtml(zh)}</th>${cells.join('')}</tr>`
    })
  const heads = [{ zh: '指标' }, ...reports.map(({ year }) => ({ zh: `${year} 年`, numbers: true as const }))]
  return rowsHtml('历年主要数字', heads, rows)
}
