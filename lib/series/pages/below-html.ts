import { escapeHtml } from '../../writers/page/html.ts'
import { hasCell, keyFigures } from './key-figures.ts'
import type { Links } from './links.ts'
import { cellHtml, rowsHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { sumOf } from './sums.ts'
import { ofUnits } from './sums-html.ts'
import { unitRowsHtml } from './units-html.ts'
import { changeText, numberText, valueAt } from './values.ts'

/** What a unit reports beside the sum of those under it: the whole of an area is not below its parts. */
const againstHtml = (facts: SeasonFacts, unit: string): string => {
  const { year } = facts.json
  const area = facts.membersOf(unit)
  const members = area.length > 0 ? area : facts.childrenOf(unit).map(child => child.unit.unit)
  const rows = members.map(each => facts.reportOf(each, year)).filter(row => row !== null)
  if (rows.length === 0) return ''
  const own = facts.reportOf(unit, year)
  const lines = keyFigures
    .filter(({ column }) => rows.some(row => hasCell(row, column)))
    .map(({ zh, column }) => {
      const sums = sumOf(rows, column)
      const { sum, withNumber } = sums
      const value = valueAt(own, column)
      const rest = value === null || area.length === 0 || withNumber === 0 ? null : value - sum
      const kind = rest !== null && rest < 0n ? 'n state overdue' : 'n'
      return (
        `<tr><th scope="row">${escapeHtml(zh)}</th>${cellHtml(value === null ? (own ? '<small>无数</small>' : '') : numberText(value, column), 'n')}` +
        `${cellHtml(withNumber === 0 ? '' : numberText(sum, column), 'n')}${cellHtml(ofUnits(sums))}` +
        `${area.length === 0 ? '' : cellHtml(rest === null ? '' : changeText(rest, column), kind)}</tr>`
      )
    })
  const heads = [
    { zh: '指标' },
    { zh: '本单位填报', numbers: true as const },
    { zh: '下级合计', numbers: true as const },
    { zh: '其中' },
    ...(area.length === 0 ? [] : [{ zh: '本单位减下级', numbers: true as const }]),
  ]
  const words =
    area.length > 0
      ? `口径为“全域”：本单位的数应为自身的数加 ${area.length} 家下级之和，现有 ${rows.length} 家的报告。少于下级之和的不成立；多出的应是自身的数。`
      : `下级 ${members.length} 家中有 ${rows.length} 家的报告。本单位的口径不是“全域”，两者不必相等，只供参考。`
  return `<p class="soft">${words}</p>${rowsHtml('本单位与下级合计', heads, lines)}`
}

/** The units right under a unit, and their sums beside its own figures; nothing where it has none. */
export const belowHtml = (facts: SeasonFacts, unit: string, links: Links): string => {
  const children = facts.childrenOf(unit)
  if (children.length === 0) return ''
  return (
    againstHtml(facts, unit) +
    unitRowsHtml(
      children.map(child => ({ ...child, depth: 0 })),
      facts,
      links,
    )
  )
}
