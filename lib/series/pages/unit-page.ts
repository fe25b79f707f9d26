import { belowHtml } from './below-html.ts'
import { historyHtml } from './history-html.ts'
import { type Links, linksFrom } from './links.ts'
import { type Part, pageHtml } from './page-frame.ts'
import { linkHtml, nameHtml } from './pieces.ts'
import { throughYears, yearPlotsHtml } from './plots/year-plots.ts'
import type { SeasonFacts } from './season-facts.ts'
import { unitFindingsHtml } from './unit-findings.ts'
import { unitHeadHtml } from './unit-head.ts'
import type { TreeUnit } from './unit-tree.ts'
import { versionsHtml } from './versions-html.ts'
import { yearTablesHtml } from './year-tables.ts'

/** The units before and after in the order of the roster, for whoever goes through all of them. */
const turnHtml = ({ tree }: SeasonFacts, at: number, links: Links): string => {
  const link = (to: TreeUnit | undefined, before: string, after: string): string =>
    to ? linkHtml(links.unit(to.unit.unit), `${before}${nameHtml(to.unit.name)}${after}`) : '<span></span>'
  return `<nav class="turn" aria-label="前后单位">${link(tree[at - 1], '‹ ', '')}${link(tree[at + 1], '', ' ›')}</nav>`
}

/** A unit's own years; one year is no course. */
const plotsHtml = (facts: SeasonFacts, unit: string): string => {
  const years = facts.years.filter(year => facts.reportOf(unit, year) !== null)
  if (years.length < 2) return ''
  return yearPlotsHtml(
    throughYears(years, year => {
      const row = facts.reportOf(unit, year)
      return row ? [row] : []
    }),
    'unit',
  )
}

/** The page of the unit at a place of the tree. */
export const unitPage = (facts: SeasonFacts, at: number): string => {
  const { unit } = facts.tree[at]!
  const links = linksFrom(1, facts.hasPage)
  const id = unit.unit
  const parts: readonly Part[] = [
    ['findings', '跨报告核对的发现', 'Findings across reports', unitFindingsHtml(facts, id, links)],
    ['tables', '法定表格：本年与上年', 'Statutory tables', yearTablesHtml(facts, id)],
    ['history', '历年主要数字', 'Over the years', historyHtml(facts, id)],
    ['plots', '历年图', 'Plots', plotsHtml(facts, id)],
    ['versions', '各版本', 'Versions', versionsHtml(facts, id, links)],
    ['below', '下级单位', 'Units below', belowHtml(facts, id, links)],
  ]
  return pageHtml(
    facts.json,
    `${unit.name} · ${facts.json.year} 年报季`,
    unitHeadHtml(facts, unit, links),
    parts,
    turnHtml(facts, at, links),
  )
}
