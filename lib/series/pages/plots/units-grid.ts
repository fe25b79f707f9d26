import { escapeHtml } from '../../../writers/page/html.ts'
import type { Links } from '../links.ts'
import { linkHtml, nameHtml } from '../pieces.ts'
import type { SeasonFacts } from '../season-facts.ts'
import { stateWords, type UnitState } from '../unit-state.ts'
import type { TreeUnit } from '../unit-tree.ts'

/** Fewer are read in the list below. */
const fewest = 12

/** A sign beside the colour: one can be seen where the other cannot. */
const signs: Readonly<Record<UnitState, string>> = {
  reported: '✓',
  notDue: '✓',
  late: '迟',
  overdue: '✗',
  awaited: '…',
  none: '–',
}

const cell = ({ unit }: TreeUnit, facts: SeasonFacts, links: Links): string => {
  const state = facts.stateOf(unit.unit)
  const words = `${unit.name}：${stateWords[state].zh}`
  const sign = `<span aria-hidden="true">${signs[state]}</span><span class="hidden">${escapeHtml(words)}</span>`
  return `<li class="${state}" title="${escapeHtml(words)}">${linkHtml(links.unit(unit.unit), sign)}</li>`
}

const legendHtml = (states: readonly UnitState[]): string =>
  `<p class="soft map-key">${[...new Set(states)]
    .toSorted()
    .map(state => `<span class="map"><b class="${state}">${signs[state]}</b></span> ${stateWords[state].zh}`)
    .join('　')}</p>`

/** Every unit as a square under its parent, coloured by how it stands: where the gaps are is seen at once. */
export const unitsGridHtml = (facts: SeasonFacts, links: Links): string => {
  const units = facts.tree.filter(({ unit }) => facts.told.has(unit.unit))
  if (units.length < fewest || units.length > facts.limits.units) return ''
  const groups = [...Map.groupBy(units, ({ unit }) => unit.parent ?? '')]
  const lines = groups.map(([parent, own]) => {
    const missing = own.filter(({ unit }) => ['overdue', 'awaited'].includes(facts.stateOf(unit.unit))).length
    const name = parent === '' ? '（无上级）' : nameHtml(facts.nameOf(parent))
    const count = missing === 0 ? `${own.length} 家` : `${own.length} 家，未报 ${missing} 家`
    return `<div class="map"><h4>${name} <small>${count}</small></h4><ul>${own.map(each => cell(each, facts, links)).join('')}</ul></div>`
  })
  return `<h3>一格一个单位，按上级分组</h3>${legendHtml(units.map(({ unit }) => facts.stateOf(unit.unit)))}<div class="maps">${lines.join('')}</div>`
}
