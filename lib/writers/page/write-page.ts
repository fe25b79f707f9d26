import { enteredLegend } from '../../entered/entered-words.ts'
import { formKeys } from '../../forms/form.ts'
import { hasEntered, observed } from '../../model/figures-of.ts'
import { madeBy } from '../../model/own-outputs.ts'
import type { Report } from '../../model/report.ts'
import type { JudgedReport } from '../judged-report.ts'
import { type CellMarks, marksOf } from '../marks.ts'
import type { NamedOutput } from '../output.ts'
import { provenLegend } from '../scan-words.ts'
import { formName, formWords, lostTableWords } from '../words.ts'
import { findingsHtml } from './findings.ts'
import { formTableHtml } from './form-table.ts'
import { headHtml } from './head.ts'
import { bothHtml, escapeHtml, linesHtml } from './html.ts'
import { openFiguresHtml } from './open-figures.ts'
import { originalsOf } from './originals.ts'
import { otherTablesHtml } from './other-tables.ts'
import { type Marked, markedText } from './quotes.ts'
import { scanStyle, scanStyleHash } from './scan-style.ts'
import { style, styleHash } from './style.ts'
import { backPlace, switchHtml } from './top.ts'

/** Lets in the page's own style sheets, by their hashes, and the pictures inside it. */
const policyOf = (hashes: readonly string[]): string =>
  `default-src 'none'; style-src ${hashes.map(hash => `'${hash}'`).join(' ')}; img-src data:; base-uri 'none'; form-action 'none'`

const unknownRowsHtml = (report: Report): string => {
  const rows = observed(report, 'rowUnknown')
  if (rows.length === 0) return ''
  const list = rows.map(
    ({ form, label, values }) =>
      `<li>${formWords[form].short}：<bdi>${escapeHtml(label)}</bdi>　${values.map(value => escapeHtml(value.trim() || '（空白）')).join('，')}</li>`,
  )
  return `<h3>${bothHtml('表式以外的行', 'Rows not in the form')}</h3><ul>${list.join('')}</ul>`
}

const hasProven = ({ figures }: Report): boolean =>
  figures.values().some(({ evidence, entered }) => evidence !== undefined && entered === undefined)

const tablesHtml = (report: Report, marks: ReadonlyMap<string, CellMarks>): string => {
  const tables = formKeys.map(form => {
    const edition = report.editions[form]
    if (edition !== null) return formTableHtml(report, form, edition, marks)
    const { zh, en } = lostTableWords(report, form)
    return `<h3>${formName(form)}</h3><p>${bothHtml(`${zh}。`, `This table is ${en}.`)}</p>`
  })
  const legends = [
    ...(hasProven(report) ? [provenLegend] : []),
    ...(hasEntered(report) ? [enteredLegend] : []),
  ]
  const legend = legends.map(({ zh, en }) => `<p>${bothHtml(`${zh}。`, `${en}.`)}</p>`).join('')
  return `<section id="tables"><h2>${bothHtml('法定表格', 'Statutory tables')}</h2>${legend}${tables.join('')}${unknownRowsHtml(report)}</section>`
}

const textHtml = ({ preamble, sections }: Report, { paragraphHtml }: Marked): string => {
  if (preamble.length + sections.length === 0) return ''
  const paragraphs = (all: Report['preamble']) => all.map(each => `<p>${paragraphHtml(each)}</p>`).join('')
  const parts = sections.map(
    ({ heading, paragraphs: own }) => `<h3>${linesHtml(heading)}</h3>${paragraphs(own)}`,
  )
  return `<section id="text"><h2>${bothHtml('报告正文', 'Text')}</h2>${paragraphs(preamble)}${parts.join('')}</section>`
}

const lossesHtml = ({ losses }: Report): string => {
  if (losses.length === 0) return ''
  const list = losses.map(({ message }) => `<li>${bothHtml(message.zh, message.en)}</li>`)
  return `<section id="losses"><h2>${bothHtml('读取时未能保留的内容', 'Lost in reading')}</h2><ul>${list.join('')}</ul></section>`
}

const navHtml = (parts: readonly (readonly [string, string, string, string])[]): string =>
  `<nav aria-label="目录"><ul>${parts
    .filter(([, , , html]) => html !== '')
    .map(([id, zh, en]) => `<li><a href="#${id}">${bothHtml(zh, en)}</a></li>`)
    .join('')}</ul></nav>`

/**
 * `<stem>.html`: the report for a person to decide on, in one file without script or network. Every word of the document
 * is escaped, and the page's own security policy lets in nothing but its style sheet and the pictures inside it.
 */
export const writePage = (judged: JudgedReport, beside: readonly NamedOutput[]): string => {
  const { report, source, converter } = judged
  const { findings } = judged
  const marked = markedText(report, findings)
  const originals = originalsOf(judged, findings)
  const ofScan = report.figures.values().some(({ evidence, unproven }) => evidence ?? unproven)
  const footer = madeBy(converter.name, converter.version, hasEntered(report))
  const parts = [
    ['findings', '核对发现', 'Findings', findingsHtml(report, findings, { marked, originals })],
    ['open', '待人工确认', 'To be confirmed', openFiguresHtml(report, originals)],
    ['tables', '法定表格', 'Statutory tables', tablesHtml(report, marksOf(findings))],
    ['text', '报告正文', 'Text', textHtml(report, marked)],
    ['others', '其他表格', 'Other tables', otherTablesHtml(report)],
    ['losses', '未能保留的内容', 'Lost in reading', lossesHtml(report)],
  ] as const
  return (
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policyOf(ofScan ? [styleHash, scanStyleHash] : [styleHash]))}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">` +
    `<title>${escapeHtml(report.title ?? source.name)} · 核对结果</title><style>${style}</style>${ofScan ? `<style>${scanStyle}</style>` : ''}</head>` +
    `<body><a class="skip" href="#main">跳到正文</a>${switchHtml}${backPlace}<header>${headHtml(judged, beside)}${navHtml(parts)}</header>` +
    `<main id="main">${parts.flatMap(([id, , , html]) => (id === 'open' && html === '' ? [] : [html])).join('\n')}</main>${originals.store}` +
    `<footer>${bothHtml(footer.zh, footer.en)}` +
    `<br><small class="technical">SHA-256 ${escapeHtml(source.sha256)}</small></footer></body></html>\n`
  )
}
