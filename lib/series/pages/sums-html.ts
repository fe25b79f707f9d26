import { escapeHtml } from '../../writers/page/html.ts'
import type { FigureColumn } from '../columns.ts'
import { hasCell, keyFigures } from './key-figures.ts'
import type { Links } from './links.ts'
import { cellHtml, type Head, linkHtml, nameHtml, rowsHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { changeOf, type Sum, type Summed, summedOf, sumOf } from './sums.ts'
import { changeText, numberText } from './values.ts'

/** How many units a sum is of. */
export const ofUnits = ({ withNumber, without, flagged }: Sum): string =>
  `<small class="w">${withNumber} 家有数${without > 0 ? `，<b>${without} 家无数</b>` : ''}${flagged > 0 ? `，<b>${flagged} 家存疑</b>` : ''}</small>`

const sumHtml = (sum: Sum, column: FigureColumn): string =>
  sum.withNumber + sum.without === 0
    ? cellHtml('<small class="w">表式无此项</small>') + cellHtml('')
    : cellHtml(sum.withNumber === 0 ? '' : numberText(sum.sum, column), 'n') + cellHtml(ofUnits(sum))

const namesShown = 12

const namesHtml = (units: readonly string[], facts: SeasonFacts, links: Links): string =>
  units
    .slice(0, namesShown)
    .map(unit => linkHtml(links.unit(unit), nameHtml(facts.nameOf(unit))))
    .join('、') + (units.length > namesShown ? ' 等' : '')

const remarks = (summed: Summed, facts: SeasonFacts, links: Links): string => {
  const { year, leftOut, unclear } = summed
  const inOrder = (units: readonly string[]): readonly string[] => {
    const wanted = new Set(units)
    return facts.tree.flatMap(({ unit }) => (wanted.has(unit.unit) ? [unit.unit] : []))
  }
  const left =
    leftOut.length === 0
      ? ''
      : `<li>${year} 年：口径为“全域”的 ${leftOut.length} 家不计入，它们的数里已含其下级：${namesHtml(inOrder(leftOut), facts, links)}。</li>`
  const twice =
    unclear.length === 0
      ? ''
      : `<li>${year} 年：口径不明而其下级也报送的 ${unclear.length} 家计入，可能重复计算，请在名册写明统计口径：${namesHtml(inOrder(unclear), facts, links)}。</li>`
  return left + twice
}

const changeHtml = (now: Summed, before: Summed, column: FigureColumn): string => {
  const { change, units } = changeOf(now, before, column)
  return units === 0
    ? cellHtml('', 'n') + cellHtml('<small class="w">无可比单位</small>')
    : cellHtml(changeText(change, column), 'n') + cellHtml(`<small class="w">${units} 家</small>`)
}

const headsOf = (years: readonly Summed[]): readonly Head[] => [
  { zh: '指标' },
  ...years.flatMap(({ year }): readonly Head[] => [{ zh: `${year} 年合计`, numbers: true }, { zh: '其中' }]),
  ...(years.length > 1 ? ([{ zh: '增减', numbers: true }, { zh: '可比单位' }] as const) : []),
]

const countsHtml = (years: readonly Summed[]): string =>
  years.map(({ year, rows }) => `${year} 年计入 ${rows.length} 份报告`).join('，') +
  '；未报的单位不在内。空白和读不出的格不当作 0，只计为“无数”；“存疑”是该报告自身的核对涉及这个数。' +
  (years.length > 1 ? '增减只算两年都计入、都有数、其间没有合并的单位。' : '')

/** The key figures of all units together, of the year and of the one before, as far as there are reports. */
export const sumsHtml = (facts: SeasonFacts, links: Links): string => {
  const { year } = facts.json
  const years = [year, year - 1].map(each => summedOf(facts.view, each)).filter(({ rows }) => rows.length > 0)
  if (years.length === 0) return ''
  const all = years.flatMap(({ rows }) => rows)
  const lines = keyFigures
    .filter(({ column }) => all.some(row => hasCell(row, column)))
    .map(({ zh, column }) => {
      const sums = years.map(({ rows }) => sumHtml(sumOf(rows, column), column)).join('')
      const [now, before] = years
      const change = now && before ? changeHtml(now, before, column) : ''
      return `<tr><th scope="row">${escapeHtml(zh)}</th>${sums}${change}</tr>`
    })
  const said = years.map(each => remarks(each, facts, links)).join('')
  return (
    `<p class="soft">${countsHtml(years)}</p>${rowsHtml('主要数字合计', headsOf(years), lines)}` +
    `${said === '' ? '' : `<ul class="soft">${said}</ul>`}`
  )
}
