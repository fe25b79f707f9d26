import type { Message } from '../../model/message.ts'
import { severityCounts } from '../gravest-first.ts'
import type { JudgedReport } from '../judged-report.ts'
import type { NamedOutput } from '../output.ts'
import { waitingName } from '../scan-words.ts'
import {
  periodWords,
  severityWords,
  signatureWords,
  titleWords,
  verdictSentence,
  verdictWords,
} from '../words.ts'
import { besideHref, bothHtml, escapeHtml } from './html.ts'

const unknown: Message = { zh: '未识别', en: 'not recognised' }

const fact = (
  zh: string,
  en: string,
  value: string | number | null,
  waits: Message | null = null,
): string => {
  const without = waits ?? unknown
  const told = value === null || value === '' ? bothHtml(without.zh, without.en) : escapeHtml(String(value))
  return `<dt>${bothHtml(zh, en)}</dt><dd>${told}</dd>`
}

/** Title, verdict, facts and the links to the files beside the page. */
export const headHtml = (judged: JudgedReport, beside: readonly NamedOutput[]): string => {
  const { report, findings, verdict, source } = judged
  const counts = severityCounts(findings).map(
    ([severity, count]) => `${bothHtml(severityWords[severity].zh, severityWords[severity].en)} ${count}`,
  )
  const sentence = verdictSentence(report, verdict)
  const links = beside
    .filter(({ role }) => role !== 'page')
    .map(({ name, label }) => `<a href="${besideHref(name)}">${bothHtml(label.zh, label.en)}</a>`)
  return (
    `<h1>${escapeHtml(titleWords(judged))}</h1>` +
    `<div class="verdict ${verdict}"><strong>核对结论：${bothHtml(verdictWords[verdict].zh, verdictWords[verdict].en)}</strong>` +
    `　${counts.join(' · ')}<p>${bothHtml(sentence.zh, sentence.en)}</p></div>` +
    `<dl class="about">${fact('机关', 'Authority', report.authority, waitingName(report, 'authority'))}${fact('报告年度', 'Year', report.year, waitingName(report, 'year'))}` +
    `${fact('统计期间', 'Period', periodWords(report))}` +
    `${fact('落款', 'Signature', signatureWords(report))}` +
    `${fact('文件', 'File', `${source.name}（${source.format}，${source.size} 字节）`)}` +
    `<dt>${bothHtml('下载', 'Download')}</dt><dd>${links.join('　')}</dd></dl>`
  )
}
