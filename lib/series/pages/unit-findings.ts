import { bothHtml, escapeHtml, linesHtml } from '../../writers/page/html.ts'
import { severityWords } from '../../writers/words.ts'
import { cellLink } from './cell-place.ts'
import { cellWords } from './cell-words.ts'
import { decisionHtml, kindOf } from './finding-lines.ts'
import type { Links } from './links.ts'
import { linkHtml, nameHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { crossTitle, type SeasonFinding } from './season-findings.ts'

/** Cells of one report that are named one by one. */
const cellsShown = 6

type Subject = SeasonFinding['subjects'][number]

/** A report that a finding is about, with links to its cells: on this page, or on that of its unit. */
const subjectHtml = (
  facts: SeasonFacts,
  { unit, year, cells }: Subject,
  here: string,
  links: Links,
): string => {
  const name = unit === here ? '本单位' : linkHtml(links.unit(unit), nameHtml(facts.nameOf(unit)))
  const named = cells
    .slice(0, cellsShown)
    .map(key => linkHtml(cellLink(facts, unit, key, links), escapeHtml(cellWords(key))))
  const more = cells.length > cellsShown ? ` 等 ${cells.length} 格` : ''
  return `<li>${name} ${year} 年${named.length > 0 ? `：${named.join('、')}${more}` : ''}</li>`
}

/** The reports it is about; nothing where that is this one as a whole. */
const subjectsHtml = (facts: SeasonFacts, finding: SeasonFinding, here: string, links: Links): string => {
  const isWhole = finding.subjects.every(({ unit, cells }) => unit === here && cells.length === 0)
  if (isWhole) return ''
  const lines = new Set(finding.subjects.map(each => subjectHtml(facts, each, here, links)))
  return `<ul class="names soft">${[...lines].join('')}</ul>`
}

const itemHtml = (
  facts: SeasonFacts,
  finding: SeasonFinding,
  index: number,
  here: string,
  links: Links,
): string => {
  const { severity, check, outcome, message, id } = finding
  const kind = kindOf(finding)
  const decided = decisionHtml(finding)
  const words = severityWords[severity]
  const unclear = outcome === 'unassessable' ? '　无法核对' : ''
  return (
    `<li id="f${index + 1}" class="${kind}" data-finding="${escapeHtml(id)}">` +
    `<p><span class="badge ${severity}">${index + 1}. ${bothHtml(words.zh, words.en)}</span> ${escapeHtml(crossTitle(check))}${unclear}</p>` +
    `<p>${linesHtml(message.zh)}</p>${decided === '' ? '' : `<p>${decided}</p>`}` +
    subjectsHtml(facts, finding, here, links) +
    `<p lang="en"><small>${linesHtml(message.en)}</small></p><p><small>发现编号</small> <code>${escapeHtml(id)}</code></p></li>`
  )
}

/** What was found of a unit across reports, the gravest first. */
export const unitFindingsHtml = (facts: SeasonFacts, unit: string, links: Links): string => {
  const findings = facts.findingsOf(unit)
  if (findings.length === 0) return '<p>与上年、下级和名册对照，没有发现。</p>'
  return `<ol class="findings">${findings.map((each, index) => itemHtml(facts, each, index, unit, links)).join('')}</ol>`
}
