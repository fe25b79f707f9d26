import { escapeHtml } from '../../writers/page/html.ts'
import type { Links } from './links.ts'
import { cellHtml, cut, linkHtml, nameHtml, rowsHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { isMissing, stateWords } from './unit-state.ts'
import type { TreeUnit } from './unit-tree.ts'

/** Units without a report that have the same parent, state and deadline: what goes into one reminder. */
const groupsOf = (missing: readonly TreeUnit[], facts: SeasonFacts): readonly (readonly TreeUnit[])[] => {
  const nameOf = ({ unit }: TreeUnit): string =>
    JSON.stringify([
      facts.stateOf(unit.unit) === 'overdue' ? 0 : 1,
      unit.parent,
      facts.told.get(unit.unit)?.dueOn,
    ])
  const groups = [...Map.groupBy(missing, nameOf).values()]
  const isOverdue = ([first]: readonly TreeUnit[]): boolean => facts.stateOf(first!.unit.unit) === 'overdue'
  return [...groups.filter(isOverdue), ...groups.filter(group => !isOverdue(group))]
}

/** Files that may be the reports that are missed. */
const maybeHtml = ({ json, view }: SeasonFacts): string => {
  const left = json.leftOut.filter(({ newest }) => newest).length
  const unplaced = view.tables.unplaced.length
  const parts = [
    ...(unplaced > 0 ? [`<a href="#unplaced">${unplaced} 个文件未对应单位</a>`] : []),
    ...(left > 0 ? [`<a href="#left-out">${left} 个文件未计入</a>`] : []),
  ]
  return parts.length === 0
    ? ''
    : `<p><strong>催报前请先看：</strong>${parts.join('，')}，下列单位的报告可能就在其中。</p>`
}

/** Who has not reported, by parent, the overdue first. */
export const missingHtml = (facts: SeasonFacts, links: Links): string => {
  const missing = facts.tree.filter(({ unit }) => isMissing(facts.stateOf(unit.unit)))
  if (missing.length === 0) return facts.json.counts.expected === 0 ? '' : '<p>应报单位均已报送。</p>'
  const { shown, note } = cut(missing, facts.limits.units, links, ['season.json'])
  const decided = new Set(
    facts.findings
      .filter(({ check, decision }) => check === 'unit-not-reported' && decision)
      .flatMap(({ subjects }) => subjects.map(({ unit }) => unit)),
  )
  const rows = groupsOf(shown, facts).map(group => {
    const [{ unit: first }] = group as [TreeUnit]
    const state = facts.stateOf(first.unit)
    const names = group.map(
      ({ unit }) =>
        linkHtml(links.unit(unit.unit), nameHtml(unit.name)) +
        (decided.has(unit.unit) ? '<small>（已有决定）</small>' : ''),
    )
    const parent = first.parent === null ? '（无上级）' : nameHtml(facts.nameOf(first.parent))
    return (
      `<tr><th scope="row">${parent}</th>${cellHtml(names.join('、'), 'names t')}${cellHtml(String(group.length), 'n')}` +
      `${cellHtml(`<span class="state ${state}">${stateWords[state].zh}</span>`)}${cellHtml(escapeHtml(facts.told.get(first.unit)?.dueOn ?? ''), 'w')}</tr>`
    )
  })
  const heads = [
    { zh: '上级' },
    { zh: '未报单位' },
    { zh: '家数', numbers: true },
    { zh: '状态' },
    { zh: '期限' },
  ] as const
  return maybeHtml(facts) + rowsHtml('未报单位', heads, rows) + note
}
