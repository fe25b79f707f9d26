import { escapeHtml, linesHtml } from '../../writers/page/html.ts'
import { cellLink } from './cell-place.ts'
import type { Links } from './links.ts'
import { linkHtml, nameHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import type { SeasonFinding } from './season-findings.ts'

/** What was decided about a finding; nothing where it is open. */
export const decisionHtml = ({ decision }: SeasonFinding): string => {
  if (!decision) return ''
  const until = decision.until === null ? '' : `，有效期至 ${escapeHtml(decision.until)}`
  return `<span class="decision">【已有决定】${nameHtml(decision.decision)}：${nameHtml(decision.reason)}（${nameHtml(decision.by)}${until}）</span>`
}

/** Its place among the findings of a unit, by which the unit's page names it. */
export const findingPlace = (facts: SeasonFacts, unit: string, finding: SeasonFinding): string =>
  `f${facts.findingsOf(unit).indexOf(finding) + 1}`

export const kindOf = ({ decision, severity }: SeasonFinding): string => (decision ? 'decided' : severity)

/** The sentence of a finding; the unit it begins with is a link to what its page says of it. */
const sentenceHtml = (facts: SeasonFacts, finding: SeasonFinding, links: Links): string => {
  const [first] = finding.subjects
  const { zh } = finding.message
  const href = first ? links.unit(first.unit, findingPlace(facts, first.unit, finding)) : null
  if (!first || href === null) return linesHtml(zh)
  const name = facts.nameOf(first.unit)
  return zh.startsWith(name)
    ? linkHtml(href, nameHtml(name)) + linesHtml(zh.slice(name.length))
    : `${linkHtml(href, nameHtml(name))}：${linesHtml(zh)}`
}

/** How many more of the kind there are of the unit, with a link to the next of them. */
const moreHtml = (facts: SeasonFacts, more: readonly SeasonFinding[], links: Links): string => {
  const [next] = more
  const unit = next?.subjects[0]?.unit
  if (!next || unit === undefined) return ''
  const href = links.unit(unit, findingPlace(facts, unit, next))
  return ` ${linkHtml(href, `该单位另有 ${more.length} 处`)}`
}

/** A finding in one line, with links to its unit, to the cell to look at, and to `more` of the same kind and unit. */
export const findingLine = (
  facts: SeasonFacts,
  finding: SeasonFinding,
  more: readonly SeasonFinding[],
  links: Links,
): string => {
  const [first] = finding.subjects
  const [cell] = first?.cells ?? []
  const href = cell === undefined ? null : cellLink(facts, first!.unit, cell, links)
  const look = href === null ? '' : ` ${linkHtml(href, '看格')}`
  const decided = decisionHtml(finding)
  return (
    `<li class="${kindOf(finding)}" data-finding="${escapeHtml(finding.id)}">${sentenceHtml(facts, finding, links)}${look}` +
    `${decided === '' ? '' : ` ${decided}`}${moreHtml(facts, more, links)}</li>`
  )
}
