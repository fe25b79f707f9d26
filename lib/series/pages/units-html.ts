import { escapeHtml } from '../../writers/page/html.ts'
import { carriedForward, handled, received } from './key-figures.ts'
import type { Links } from './links.ts'
import { pageName } from './page-name.ts'
import { cellHtml, countHtml, linkHtml, nameHtml, rowsHtml, verdictHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { warning } from './season-findings.ts'
import { stateWords } from './unit-state.ts'
import type { TreeUnit } from './unit-tree.ts'
import { numberText, textAt, valueAt } from './values.ts'

const shownFigures = [received, handled, carriedForward]

const deepest = 4

/** Anchor of a unit in the list. */
export const unitPlace = (unit: string): string => `u-${pageName(unit)}`

const verdictCell = (facts: SeasonFacts, unit: string, links: Links): string => {
  const row = facts.reportOf(unit, facts.json.year)
  if (!row) return cellHtml('')
  const href = facts.resultOf(row)
  return cellHtml(
    linkHtml(href === null ? null : links.result(href), verdictHtml(textAt(row, 'verdict') ?? '')),
  )
}

/** A unit without a report has no number; one whose cell has none says so. */
const figureCells = (facts: SeasonFacts, unit: string): string => {
  const row = facts.reportOf(unit, facts.json.year)
  if (!row) return cellHtml('', 'n').repeat(shownFigures.length)
  return shownFigures
    .map(({ column }) => {
      const value = valueAt(row, column)
      return cellHtml(value === null ? '<small>无数</small>' : numberText(value, column), 'n')
    })
    .join('')
}

const unitRow = ({ unit: { unit, name }, depth }: TreeUnit, facts: SeasonFacts, links: Links): string => {
  const state = facts.stateOf(unit)
  const row = facts.reportOf(unit, facts.json.year)
  const ownFinding = (column: string): string => countHtml(Number(row?.[column] ?? 0))
  return (
    `<tr id="${unitPlace(unit)}"><th scope="row" class="d${Math.min(depth, deepest)}">${linkHtml(links.unit(unit), nameHtml(name))}</th>` +
    `${cellHtml(`<span class="state ${state}">${stateWords[state].zh}</span>`)}${verdictCell(facts, unit, links)}` +
    `${ownFinding('errors')}${ownFinding('warnings')}${countHtml(facts.findingsOf(unit).filter(warning).length)}` +
    `${countHtml(Number(row?.['versions'] ?? 1) > 1 ? Number(row?.['versions']) : 0)}${figureCells(facts, unit)}</tr>`
  )
}

/** Units with their state, verdict and counts. */
export const unitRowsHtml = (units: readonly TreeUnit[], facts: SeasonFacts, links: Links): string => {
  const heads = [
    { zh: '单位' },
    { zh: '状态' },
    { zh: '结论' },
    { zh: '错误', numbers: true },
    { zh: '警告', numbers: true },
    { zh: '跨报告警告', numbers: true },
    { zh: '版本', numbers: true },
    ...shownFigures.map(({ zh }) => ({ zh, numbers: true as const })),
  ] as const
  return rowsHtml(
    '各单位',
    heads,
    units.map(each => unitRow(each, facts, links)),
  )
}

/** Every unit in the order of the roster, or where they are told where there are too many. */
export const unitsHtml = (facts: SeasonFacts, links: Links): string => {
  const { tree, limits } = facts
  if (tree.length === 0) return ''
  if (tree.length > limits.units)
    return `<p>共 ${tree.length} 个单位，超过 ${limits.units} 个，不在这里逐个列出，也不为每个单位生成页面。全部单位及其数字在 <a href="${escapeHtml(links.file('dataset/reports.csv'))}">dataset/reports.csv</a>，应报、已报情况在 <a href="${escapeHtml(links.file('season.json'))}">season.json</a>；也可用 gongkai query 查询。</p>`
  return (
    `<p class="soft">结论、错误和警告是每份报告自身核对的结果；跨报告警告是与上年、下级和名册对照的结果，已有决定的不计。</p>` +
    unitRowsHtml(tree, facts, links)
  )
}
