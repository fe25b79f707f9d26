import { bothHtml, escapeHtml } from '../../writers/page/html.ts'
import { verdictWords } from '../../writers/words.ts'
import { againHtml, leftOutHtml, unplacedHtml } from './arrivals-html.ts'
import { branchesHtml } from './branches-html.ts'
import { findingsHtml } from './findings-html.ts'
import { type Links, linksFrom } from './links.ts'
import { missingHtml } from './missing-html.ts'
import { pageHtml } from './page-frame.ts'
import { unitsGridHtml } from './plots/units-grid.ts'
import { unitsRankedHtml } from './plots/units-ranked.ts'
import { throughYears, yearPlotsHtml } from './plots/year-plots.ts'
import type { SeasonFacts } from './season-facts.ts'
import { summedOf } from './sums.ts'
import { sumsHtml } from './sums-html.ts'
import { isMissing } from './unit-state.ts'
import { unitsHtml } from './units-html.ts'

interface Tile {
  readonly zh: string
  readonly en: string
  readonly count: number
  /** How it looks where there is one. */
  readonly kind?: 'bad' | 'warn'
  readonly place?: string
}

const tileHtml = ({ zh, en, count, kind, place }: Tile): string => {
  const look = kind && count > 0 ? ` class="${kind}"` : ''
  const words = bothHtml(zh, en)
  return `<li${look}><b>${count}</b>${place && count > 0 ? `<a href="#${place}">${words}</a>` : words}</li>`
}

const tilesOf = (facts: SeasonFacts): readonly Tile[] => {
  const { counts, leftOut } = facts.json
  const states = facts.tree.map(({ unit }) => facts.stateOf(unit.unit))
  const count = (wanted: string): number => states.filter(state => state === wanted).length
  return [
    { zh: '应报', en: 'expected', count: counts.expected, place: 'units' },
    { zh: '已报', en: 'reported', count: counts.reported, place: 'units' },
    { zh: '未报', en: 'missing', count: states.filter(isMissing).length, kind: 'warn', place: 'missing' },
    { zh: '其中逾期未报', en: 'overdue', count: count('overdue'), kind: 'bad', place: 'missing' },
    { zh: '逾期报送', en: 'late', count: count('late'), kind: 'warn', place: 'c-unit-late' },
    {
      zh: '未对应单位',
      en: 'of nobody known',
      count: facts.view.tables.unplaced.length,
      kind: 'warn',
      place: 'unplaced',
    },
    {
      zh: '未计入',
      en: 'left out',
      count: leftOut.filter(({ newest }) => newest).length,
      kind: 'warn',
      place: 'left-out',
    },
    { zh: '跨报告警告', en: 'warnings', count: counts.warnings, kind: 'warn', place: 'findings' },
  ]
}

const verdictCounts = ({ json }: SeasonFacts): string => {
  const verdicts = Map.groupBy(
    json.units.flatMap(({ report }) => report?.verdict ?? []),
    verdict => verdict,
  )
  return Object.entries(verdictWords)
    .map(([verdict, { zh }]) => `${zh} ${verdicts.get(verdict)?.length ?? 0}`)
    .join(' · ')
}

const titleOf = ({ json }: SeasonFacts): string => `${json.year} 年度政府信息公开工作年度报告 · 年报季`

const headHtml = (facts: SeasonFacts, links: Links): string => {
  const { json } = facts
  const { counts } = json
  const others = counts.reports - counts.reported
  const files = [
    ['年报季.xlsx', '工作簿', 'Workbook'],
    ['season.json', '数据', 'JSON'],
    ['dataset/datapackage.json', '数据集', 'Data set'],
    ['dataset/columns.csv', '各列说明', 'Columns'],
  ] as const
  return (
    `<h1>${escapeHtml(titleOf(facts))}</h1><p class="soft">${bothHtml(`截至 ${json.asOf} 的情况`, 'as of this day')}</p>` +
    `<ul class="tiles">${tilesOf(facts).map(tileHtml).join('')}</ul>` +
    `<dl class="about"><dt>${bothHtml('各份报告的结论', 'Verdicts')}</dt><dd>${verdictCounts(facts)}${others > 0 ? `；其中 ${others} 份来自不在应报之列的单位` : ''}</dd>` +
    `<dt>${bothHtml('跨报告核对', 'Across reports')}</dt><dd>警告 ${counts.warnings} · 提示 ${counts.infos} · 已有决定 ${counts.decided}</dd>` +
    `<dt>${bothHtml('文件', 'Files')}</dt><dd>${files
      .map(
        ([path, zh, en]) => `<a href="${escapeHtml(links.file(path))}">${bothHtml(`${zh} ${path}`, en)}</a>`,
      )
      .join('　')}</dd></dl>`
  )
}

const decisionsHtml = ({ json }: SeasonFacts): string => {
  if (json.decisionsUnmet.length === 0) return ''
  const ids = json.decisionsUnmet.toSorted().map(id => `<li><code>${escapeHtml(id)}</code></li>`)
  return `<p class="soft">这些决定所指的发现已经没有了（多半是报告已更正），可以从决定清单里删去。</p><ul class="names">${ids.join('')}</ul>`
}

/** Years of all units together, and the units of this year by their requests. */
const plotsHtml = (facts: SeasonFacts, links: Links): string => {
  const rowsOf = (year: number) => summedOf(facts.view, year).rows
  const ranked = unitsRankedHtml(facts, rowsOf(facts.json.year), links)
  const plots = yearPlotsHtml(throughYears(facts.years, rowsOf), 'units')
  if (plots === '') return ranked
  return `<p class="soft">各年计入的单位不尽相同；没有数字的单位不在图中，家数写在年度下面。没有数字的年度留空，不推算；予以公开多于办理总计的报告不计比例。</p>${plots}${ranked}`
}

/** `index.html`: the season for whoever collects it. */
export const indexPage = (facts: SeasonFacts): string => {
  const links = linksFrom(0, facts.hasPage)
  return pageHtml(facts.json, titleOf(facts), headHtml(facts, links), [
    ['missing', '未报单位', 'Not reported', missingHtml(facts, links)],
    ['map', '各单位报送情况', 'Who has reported', unitsGridHtml(facts, links)],
    ['findings', '跨报告核对的发现', 'Findings across reports', findingsHtml(facts, links)],
    ['sums', '主要数字合计', 'Key figures', sumsHtml(facts, links)],
    ['plots', '历年情况', 'Over the years', plotsHtml(facts, links)],
    ['branches', '按上级', 'By branch', branchesHtml(facts, links)],
    ['again', '重新报送', 'Handed in again', againHtml(facts, links)],
    ['unplaced', '未对应单位的文件', 'Files of nobody known', unplacedHtml(facts, links)],
    ['left-out', '未计入的文件', 'Files left out', leftOutHtml(facts, links)],
    ['decisions', '不再需要的决定', 'Decisions without a finding', decisionsHtml(facts)],
    ['units', '各单位', 'Units', unitsHtml(facts, links)],
  ])
}
