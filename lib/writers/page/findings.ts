import type { Evidence, Finding } from '../../checks/check.ts'
import type { Report } from '../../model/report.ts'
import { checkTitle } from '../check-title.ts'
import { differenceOf } from '../difference.ts'
import { findingPlace, sectionTitle } from '../finding-place.ts'
import { causesFirst, gravestFirst, numbersOf } from '../gravest-first.ts'
import { severityWords } from '../words.ts'
import { bothHtml, escapeHtml, linesHtml } from './html.ts'
import type { Originals } from './originals.ts'
import type { Marked } from './quotes.ts'

const numbers = (finding: Finding): string => {
  const { expected, actual } = finding
  const difference = differenceOf(finding)
  if (difference === null) return ''
  return (
    `<p>${bothHtml('应为', 'expected')} <b>${expected}</b>　${bothHtml('表中', 'printed')} <b>${actual}</b>　` +
    `${bothHtml('相差', 'difference')} <b>${difference > 0 ? '+' : ''}${difference}</b></p>`
  )
}

const quoteHtml = (number: number, { section, quote }: Evidence, marked: Marked): string => {
  const anchor = marked.anchorOf(number, quote)
  const from = section === undefined ? '' : ` <small>${escapeHtml(sectionTitle(section))}</small>`
  const link = anchor ? ` <a href="#${anchor}">${bothHtml('看原文', 'in the text')}</a>` : ''
  return `<blockquote>${linesHtml(quote)}${from}${link}</blockquote>`
}

/** A finding in the list that people see: its place there, from 1, by which it is linked, and its number. */
interface Listed {
  readonly finding: Finding
  readonly place: number
  readonly number: string
}

/** What is shown with findings: their words in the text, and their places in the original. */
interface Shown {
  readonly marked: Marked
  readonly originals: Originals
}

const itemHtml = (
  report: Report,
  { finding, place: at, number }: Listed,
  { marked, originals }: Shown,
  parts: string,
): string => {
  const { severity, check, message, cells, evidence, id } = finding
  const place = findingPlace(report, finding)
  const [first] = cells
  const where =
    first !== undefined && report.figures.has(first)
      ? `<a href="#${encodeURIComponent(first)}"><bdi>${escapeHtml(place)}</bdi></a>`
      : `<bdi>${escapeHtml(place)}</bdi>`
  return (
    `<li id="f${at}" class="${severity}" data-finding="${escapeHtml(id)}">` +
    `<p><span class="badge ${severity}">${number}. ${bothHtml(severityWords[severity].zh, severityWords[severity].en)}</span> ${where}</p><p class="soft">${escapeHtml(checkTitle(check))} <code class="technical">${escapeHtml(check)}</code></p>` +
    `<p>${linesHtml(message.zh)}</p>${numbers(finding)}${originals.htmlOf(finding)}` +
    `${evidence.map(each => quoteHtml(at, each, marked)).join('')}` +
    `<p lang="en"><small>${linesHtml(message.en)}</small></p>${parts}</li>`
  )
}

/** What stands under a finding, folded away. */
const partsHtml = (items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<details><summary>${bothHtml(`其下 ${items.length} 条`, `${items.length} under it`)}</summary><ol class="findings">${items.join('')}</ol></details>`

/** The findings, gravest first, each with its place, numbers, picture of the original and quoted text, and with those that follow from it under it. */
export const findingsHtml = (report: Report, findings: readonly Finding[], shown: Shown): string => {
  const ordered = gravestFirst(findings)
  const numbers = numbersOf(ordered)
  const listed = new Map(
    ordered.map((finding, index): [Finding, Listed] => [
      finding,
      { finding, place: index + 1, number: numbers[index]! },
    ]),
  )
  const item = (finding: Finding, parts = ''): string => itemHtml(report, listed.get(finding)!, shown, parts)
  const causes = causesFirst(findings)
  const list = causes
    .map(({ finding, parts }) => item(finding, partsHtml(parts.map(part => item(part)))))
    .join('')
  return (
    `<section id="findings"><h2>${bothHtml('核对发现', 'Findings')}（${causes.length}）</h2>${shown.originals.note}` +
    `${list === '' ? `<p>${bothHtml('没有发现问题。', 'Nothing found.')}</p>` : `<ol class="findings">${list}</ol>`}</section>`
  )
}
