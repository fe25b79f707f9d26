import { bothHtml, escapeHtml } from '../../writers/page/html.ts'
import { verdictWords } from '../../writers/words.ts'
import type { Row } from '../column.ts'
import type { Scope, Unit } from '../roster/unit.ts'
import type { Links } from './links.ts'
import { isVerdict, linkHtml, nameHtml, verdictHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { warning } from './season-findings.ts'
import { isMissing, stateWords } from './unit-state.ts'
import { unitPlace } from './units-html.ts'
import { textAt, timeInChina } from './values.ts'

const scopeWords: Readonly<Record<Scope, string>> = {
  own: '本级',
  wholeArea: '全域（含其下级）',
  unknown: '不明',
}

const matchWords: ReadonlyMap<string, string> = new Map([
  ['path', '上传的文件夹'],
  ['name', '名称'],
  ['alias', '别名'],
  ['signature', '落款'],
  ['title', '标题'],
  ['person', '人工指定'],
])

/** The units above a unit, the topmost first. */
const aboveOf = ({ view: { roster } }: SeasonFacts, { parent }: Unit): readonly Unit[] => {
  const above: Unit[] = []
  for (
    let at = roster.units.get(parent ?? '');
    at && !above.includes(at);
    at = roster.units.get(at.parent ?? '')
  )
    above.unshift(at)
  return above
}

export const trailHtml = (facts: SeasonFacts, unit: Unit, links: Links): string => {
  const steps = [
    `<a href="${escapeHtml(links.index(unitPlace(unit.unit)))}">${facts.json.year} 年报季</a>`,
    ...aboveOf(facts, unit).map(each => linkHtml(links.unit(each.unit), nameHtml(each.name))),
    `<span aria-current="page">${nameHtml(unit.name)}</span>`,
  ]
  return `<nav class="trail" aria-label="所在位置"><ol>${steps.map(step => `<li>${step}</li>`).join('')}</ol></nav>`
}

const fact = (zh: string, html: string | null): string =>
  html === null || html === '' ? '' : `<dt>${zh}</dt><dd>${html}</dd>`

const dueHtml = (facts: SeasonFacts, unit: string): string | null => {
  const dueOn = facts.told.get(unit)?.dueOn ?? null
  if (dueOn === null) return null
  const given = facts.dueGiven(unit)
  return `${escapeHtml(dueOn)}<small>（${given ? '名册写明' : '依法推定'}）</small>`
}

const reportHtml = (facts: SeasonFacts, row: Row | null, links: Links): string | null => {
  if (row === null) return null
  const href = facts.resultOf(row)
  const result = href === null ? null : links.result(href)
  const counts = (['errors', 'warnings', 'infos'] as const).map(
    (name, at) => `${['错误', '警告', '提示'][at]} ${Number(row[name] ?? 0)}`,
  )
  const signed = [textAt(row, 'signed_by'), textAt(row, 'signed_on')].filter(text => text !== null)
  const parts = [
    `${verdictHtml(textAt(row, 'verdict') ?? '')}<small>（自身核对：${counts.join(' · ')}）</small>`,
    `文件 ${nameHtml(textAt(row, 'key') ?? '')}`,
    ...(result === null ? [] : [linkHtml(result, '看这份报告的核对结果')]),
    `上传 ${timeInChina(textAt(row, 'uploaded_at')) ?? '时间不明'}`,
    ...(signed.length > 0 ? [`落款 ${nameHtml(signed.join(' '))}`] : []),
    `依${matchWords.get(textAt(row, 'matched_by') ?? '') ?? '名册'}对应到本单位`,
  ]
  return parts.join(' <span class="soft">·</span> ')
}

const linksTo = (facts: SeasonFacts, units: readonly string[], links: Links): string =>
  units.map(each => linkHtml(links.unit(each), nameHtml(facts.nameOf(each)))).join('、')

/** Where the report of the year follows from others than the unit's own of the year before. */
const beforesHtml = (facts: SeasonFacts, unit: string, links: Links): string | null => {
  const befores = facts.beforesOf(unit)
  if (befores.length === 0 || (befores.length === 1 && befores[0] === unit)) return null
  return `${linksTo(facts, befores, links)}<small>：结转等与这几家上年之和核对；下面表中的上年数只是本单位自己的</small>`
}

const maybeHtml = (facts: SeasonFacts, unit: string, links: Links): string => {
  const files = facts.mayBeOf(unit).map(row => nameHtml(textAt(row, 'key') ?? ''))
  const left = facts.json.leftOut.filter(({ newest }) => newest).length
  const lines = [
    ...(files.length > 0
      ? [
          `<a href="${escapeHtml(links.index('unplaced'))}">未对应单位的文件</a>中可能有本单位的：${files.join('、')}。`,
        ]
      : []),
    ...(left > 0
      ? [
          `有 ${left} 个<a href="${escapeHtml(links.index('left-out'))}">文件未计入</a>，本单位的报告可能在其中。`,
        ]
      : []),
  ]
  return lines.map(line => `<p>${line}</p>`).join('')
}

const looks = {
  overdue: 'invalid',
  awaited: 'needsReview',
  none: 'notAssessable',
} as const

/** State of the unit and verdict of its report. */
const bandHtml = (facts: SeasonFacts, unit: string, links: Links): string => {
  const state = facts.stateOf(unit)
  const words = stateWords[state]
  const verdict = facts.told.get(unit)?.report?.verdict
  const known = verdict !== undefined && isVerdict(verdict) ? verdict : null
  const look = state === 'overdue' || state === 'awaited' || state === 'none' ? looks[state] : known
  const said = known === null ? '' : `　结论：${bothHtml(verdictWords[known].zh, verdictWords[known].en)}`
  const open = facts.findingsOf(unit).filter(warning).length
  const found = open === 0 ? '' : `　<a href="#findings">跨报告警告 ${open}</a>`
  return (
    `<div class="verdict ${look ?? 'notAssessable'}"><strong>${facts.json.year} 年度：${bothHtml(words.zh, words.en)}${said}</strong>${found}` +
    `${isMissing(state) ? maybeHtml(facts, unit, links) : ''}</div>`
  )
}

/** Name, state and facts of a unit and of its report. */
export const unitHeadHtml = (facts: SeasonFacts, unit: Unit, links: Links): string => {
  const { year } = facts.json
  const days = [unit.since, unit.until].some(day => day !== null)
    ? `${unit.since ?? ''} 至 ${unit.until ?? '今'}`
    : null
  return (
    `${trailHtml(facts, unit, links)}<h1>${nameHtml(unit.name)}</h1>${bandHtml(facts, unit.unit, links)}` +
    `<dl class="about">${fact('单位编号', nameHtml(unit.unit))}${fact('别名', unit.aliases.map(({ name }) => nameHtml(name)).join('、'))}` +
    `${fact('类别、层级', [unit.kind, unit.level].flatMap(text => (text === null ? [] : [nameHtml(text)])).join(' '))}` +
    `${fact('统计口径', scopeWords[unit.scope])}${fact('存续', days && escapeHtml(days))}${fact('承接单位', unit.successor && linksTo(facts, [unit.successor], links))}` +
    `${fact('报送期限', dueHtml(facts, unit.unit))}${fact(`${year} 年报告`, reportHtml(facts, facts.reportOf(unit.unit, year), links))}` +
    `${fact(`${year - 1} 年报告`, reportHtml(facts, facts.reportOf(unit.unit, year - 1), links))}${fact('承接上年', beforesHtml(facts, unit.unit, links))}</dl>`
  )
}
