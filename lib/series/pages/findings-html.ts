import { escapeHtml } from '../../writers/page/html.ts'
import { severityWords } from '../../writers/words.ts'
import { findingLine } from './finding-lines.ts'
import type { Links } from './links.ts'
import { pageName } from './page-name.ts'
import { cut } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { crossTitle, type SeasonFinding } from './season-findings.ts'

/** Checks whose findings another part of the page lists, by the anchor of that part. */
const toldElsewhere: ReadonlyMap<string, 'missing' | 'unplaced'> = new Map([
  ['unit-not-reported', 'missing'],
  ['unit-unmatched', 'unplaced'],
  ['unit-ambiguous', 'unplaced'],
])

/** Anchor of what a check found. */
export const checkPlace = (check: string): string => `c-${pageName(check)}`

const isOpenFault = ({ outcome, decision }: SeasonFinding): boolean => outcome === 'broken' && !decision

/** Findings that stand in one line: those of one unit, where its page has them all. */
const linesOf = (
  facts: SeasonFacts,
  findings: readonly SeasonFinding[],
): readonly (readonly SeasonFinding[])[] => {
  const unitOf = ({ subjects: [first] }: SeasonFinding): string | undefined => first?.unit
  const byUnit = [...Map.groupBy(findings, unitOf)].toSorted(
    ([a], [b]) => facts.placeOf(a ?? '') - facts.placeOf(b ?? ''),
  )
  return byUnit.flatMap(([unit, those]) =>
    unit !== undefined && facts.hasPage(unit) ? [those] : those.map(each => [each]),
  )
}

const listHtml = (facts: SeasonFacts, findings: readonly SeasonFinding[], links: Links): string => {
  if (findings.length === 0) return ''
  const { shown, note } = cut(linesOf(facts, findings), facts.limits.rows, links, ['dataset/findings.csv'])
  const lines = shown.map(([first, ...more]) => findingLine(facts, first!, more, links))
  return `<ul class="many">${lines.join('')}</ul>${note}`
}

const foldedHtml = (words: string, findings: readonly SeasonFinding[], list: string): string =>
  findings.length === 0 ? '' : `<details><summary>${words} ${findings.length} 条</summary>${list}</details>`

const groupHtml = (
  facts: SeasonFacts,
  check: string,
  findings: readonly SeasonFinding[],
  links: Links,
): string => {
  const open = findings.filter(isOpenFault)
  const unclear = findings.filter(({ outcome, decision }) => outcome === 'unassessable' && !decision)
  const decided = findings.filter(({ decision }) => decision)
  const { severity } = findings[0]!
  return (
    `<div class="group" id="${checkPlace(check)}"><h3><span class="badge ${severity}">${severityWords[severity].zh}</span> ${escapeHtml(crossTitle(check))}${open.length === 0 ? '' : `（${open.length}）`} <code>${escapeHtml(check)}</code></h3>` +
    listHtml(facts, open, links) +
    foldedHtml('无法核对', unclear, listHtml(facts, unclear, links)) +
    foldedHtml('已有决定', decided, listHtml(facts, decided, links)) +
    `</div>`
  )
}

/** The findings across reports by their checks, the gravest first. */
export const findingsHtml = (facts: SeasonFacts, links: Links): string => {
  if (facts.findings.length === 0) return '<p>没有发现。</p>'
  const groups = [...Map.groupBy(facts.findings, ({ check }) => check)]
  const contents = groups.map(
    ([check, those]) =>
      `<li><a href="#${toldElsewhere.get(check) ?? checkPlace(check)}">${escapeHtml(crossTitle(check))}</a> ${those.filter(isOpenFault).length}</li>`,
  )
  const own = groups.filter(([check]) => !toldElsewhere.has(check))
  return `<nav aria-label="核对规则"><ul>${contents.join('')}</ul></nav>${own
    .map(([check, those]) => groupHtml(facts, check, those, links))
    .join('')}`
}
