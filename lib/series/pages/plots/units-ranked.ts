import { escapeHtml } from '../../../writers/page/html.ts'
import type { Row } from '../../column.ts'
import type { Links } from '../links.ts'
import { linkHtml, nameHtml } from '../pieces.ts'
import type { SeasonFacts } from '../season-facts.ts'
import { measureOf, received } from './year-values.ts'

/** With fewer units a list says more than a picture. */
const fewest = 30
const shown = 20

/** The units with the most requests, as bars from zero; nothing where there are few. */
export const unitsRankedHtml = (facts: SeasonFacts, rows: readonly Row[], links: Links): string => {
  const known = rows.flatMap(row => {
    const value = measureOf(row, received)
    return value === null ? [] : [{ unit: String(row['unit']), value: Number(value) }]
  })
  if (known.length < fewest) return ''
  const order = known.toSorted((a, b) => b.value - a.value || facts.placeOf(a.unit) - facts.placeOf(b.unit))
  const most = Math.max(1, order[0]!.value)
  const lines = order.slice(0, shown).map(({ unit, value }) => {
    const wide = Math.round((value / most) * 1000) / 10
    const bar = `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${wide}" height="10" class="s0"/></svg>`
    return `<tr><th scope="row">${linkHtml(links.unit(unit), nameHtml(facts.nameOf(unit)))}</th><td class="n">${value}</td><td class="bar">${bar}</td></tr>`
  })
  const rest = order.slice(shown)
  const restSum = rest.reduce((sum, { value }) => sum + value, 0)
  const lacks = rows.length - known.length
  const note = [
    rest.length > 0 ? `其余 ${rest.length} 家合计 ${restSum} 件` : '',
    lacks > 0 ? `${lacks} 家无数，不在排列之内` : '',
  ].filter(part => part !== '')
  const title = `${facts.json.year} 年新收申请最多的 ${Math.min(shown, order.length)} 家（件）`
  return (
    `<h3>${escapeHtml(title)}</h3><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table class="rows ranked"><thead><tr><th scope="col">单位</th><th scope="col" class="n">新收</th><th scope="col">自零起</th></tr></thead>` +
    `<tbody>${lines.join('')}</tbody></table></div>${note.length === 0 ? '' : `<p class="soft">${note.join('；')}。</p>`}`
  )
}
