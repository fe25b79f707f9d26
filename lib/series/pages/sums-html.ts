import { escapeHtml } from '../../writers/page/html.ts'
import { hasCell, keyFigures } from './key-figures.ts'
import type { Links } from './links.ts'
import { cellHtml, linkHtml, nameHtml, rowsHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { changeOf, type Sum, type Summed, summedOf, sumOf } from './sums.ts'
import { changeText, numberText } from './values.ts'

/** How many units a sum is of. */
export const ofUnits = ({ withNumber, without, flagged }: Sum): string =>
  `<small class="w">${withNumber} 家有数${without > 0 ? `，<b>${without} 家无数</b>` : ''}${flagged > 0 ? `，<b>${flagged} 家存疑</b>` : ''}</small>`

const sumHtml = (sum: Sum, column: Parameters<typeof numberText>[1]): string =>
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

/** The key figures of all units together, of the year and of the one before. */
export const sumsHtml = (facts: SeasonFacts, links: Links): string => {
  const { year } = facts.json
  const [now, before] = [summedOf(facts.view, year), summedOf(facts.view, year - 1)]
  if (now.rows.length + before.rows.length === 0) return ''
  const figures = keyFigures.filter(({ column }) =>
    [...now.rows, ...before.rows].some(row => hasCell(row, column)),
  )
  const rows = figures.map(({ zh, column }) => {
    const { change, units } = changeOf(now, before, column)
    return (
      `<tr><th scope="row">${escapeHtml(zh)}</th>${sumHtml(sumOf(now.rows, column), column)}${sumHtml(sumOf(before.rows, column), column)}` +
      `${cellHtml(units === 0 ? '' : changeText(change, column), 'n')}${cellHtml(units === 0 ? '<small class="w">无可比单位</small>' : `<small class="w">${units} 家</small>`)}</tr>`
    )
  })
  const heads = [
    { zh: '指标' },
    { zh: `${year} 年合计`, numbers: true },
    { zh: '其中' },
    { zh: `${year - 1} 年合计`, numbers: true },
    { zh: '其中' },
    { zh: '增减', numbers: true },
    { zh: '可比单位' },
  ] as const
  return (
    `<p class="soft">${year} 年计入 ${now.rows.length} 份报告，${year - 1} 年 ${before.rows.length} 份；未报的单位不在内。空白和读不出的格不当作 0，只计为“无数”；“存疑”是该报告自身的核对涉及这个数。增减只算两年都计入、都有数、其间没有合并的单位。</p>` +
    rowsHtml('主要数字合计', heads, rows) +
    `<ul class="soft">${remarks(now, facts, links)}${remarks(before, facts, links)}</ul>`.replace(
      '<ul class="soft"></ul>',
      '',
    )
  )
}
