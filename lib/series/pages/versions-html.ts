import { checkTitle } from '../../writers/check-title.ts'
import { escapeHtml } from '../../writers/page/html.ts'
import { columnOf } from '../columns.ts'
import type { SeasonJson } from '../season-contract.ts'
import { cellLink } from './cell-place.ts'
import { cellWords } from './cell-words.ts'
import type { Links } from './links.ts'
import { cellHtml, linkHtml, nameHtml, rowsHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { timeInChina } from './values.ts'

type Version = SeasonJson['resubmissions'][number]['versions'][number]

/** Changed figures that are named one by one. */
const figuresShown = 40

const numberHtml = (value: number | null): string =>
  value === null ? '无数' : String(value).replace('-', '−')

const unitOf = (key: string): string => (columnOf(key).kind === 'amount' ? ' 万元' : '')

const figuresHtml = (figures: Version['figures'], linkOf: (key: string) => string | null): string => {
  if (figures.length === 0) return '数字没有变'
  const lines = figures
    .slice(0, figuresShown)
    .map(
      ({ key, before, after }) =>
        `<li>${linkHtml(linkOf(key), escapeHtml(cellWords(key)))}：${numberHtml(before)} → <b>${numberHtml(after)}</b>${unitOf(key)}</li>`,
    )
  const more =
    figures.length > figuresShown
      ? `<li>另有 ${figures.length - figuresShown} 格，全部在 season.json 的 resubmissions</li>`
      : ''
  return `改了 ${figures.length} 格<ul class="names">${lines.join('')}${more}</ul>`
}

/** Findings of one report by the titles of their checks, each with how many there are. */
const titlesHtml = (ids: readonly string[]): string => {
  const counts = Map.groupBy(ids, id => id.split('/', 1)[0]!)
  return [...counts]
    .map(
      ([check, those]) =>
        escapeHtml(checkTitle(check) || check) + (those.length > 1 ? ` ${those.length} 处` : ''),
    )
    .join('；')
}

const findingsHtml = ({ findingsAdded, findingsGone }: Version): string =>
  [
    ...(findingsAdded.length > 0 ? [`新增：${titlesHtml(findingsAdded)}`] : []),
    ...(findingsGone.length > 0 ? [`消除：${titlesHtml(findingsGone)}`] : []),
  ].join('<br>') || '没有变'

/** The versions that came for a unit and what changed from each to the next; nothing where there is one only. */
export const versionsHtml = (facts: SeasonFacts, unit: string, links: Links): string => {
  const chain = facts.json.resubmissions.find(each => each.unit === unit)
  if (!chain) return ''
  const { counts, versions } = chain
  const rows = versions.map(version => {
    const { key, uploadedAt } = version
    const isCounted = key === counts.key && version.version === counts.version
    return (
      `<tr><th scope="row">${nameHtml(key)}${isCounted ? ' <b>（计入）</b>' : ''}<br><small>${nameHtml(version.version)}</small></th>` +
      `${cellHtml(timeInChina(uploadedAt) ?? '不明', 'w')}` +
      `${
        version === versions[0]
          ? cellHtml('最早的一版') + cellHtml('')
          : cellHtml(
              figuresHtml(version.figures, key => cellLink(facts, unit, key, links)),
              't',
            ) + cellHtml(findingsHtml(version), 't')
      }</tr>`
    )
  })
  const heads = [
    { zh: '文件' },
    { zh: '上传（北京时间）' },
    { zh: '数字，比前一版' },
    { zh: '自身核对的发现，比前一版' },
  ] as const
  return rowsHtml('各版本', heads, rows)
}
