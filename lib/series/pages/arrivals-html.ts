import { escapeHtml } from '../../writers/page/html.ts'
import type { Row } from '../column.ts'
import type { SeasonJson } from '../season-contract.ts'
import { decisionHtml } from './finding-lines.ts'
import type { Links } from './links.ts'
import { cellHtml, cut, linkHtml, nameHtml, rowsHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { proposalsOf, unplacedInOrder } from './unplaced.ts'
import { textAt, timeInChina } from './values.ts'

/** What came otherwise than once and in order: handed in again, of nobody known, left out. */

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const againRow = (
  { unit, versions, counts }: SeasonJson['resubmissions'][number],
  facts: SeasonFacts,
  links: Links,
): string => {
  const changed = versions.reduce((sum, { figures }) => sum + figures.length, 0)
  const last = versions.at(-1)
  return (
    `<tr><th scope="row">${linkHtml(links.unit(unit, 'versions'), nameHtml(facts.nameOf(unit)))}</th>${cellHtml(String(versions.length), 'n')}` +
    `${cellHtml(timeInChina(last?.uploadedAt ?? null) ?? '不明', 'w')}${cellHtml(changed === 0 ? '数字没有变' : `${changed} 格`, 'w')}` +
    `${cellHtml(nameHtml(counts.key), 't')}</tr>`
  )
}

/** Who handed in again, in the order of the roster. */
export const againHtml = (facts: SeasonFacts, links: Links): string => {
  const byUnit = new Map(facts.json.resubmissions.map(each => [each.unit, each]))
  const all = facts.tree.flatMap(({ unit }) => byUnit.get(unit.unit) ?? [])
  if (all.length === 0) return ''
  const { shown, note } = cut(all, facts.limits.rows, links, ['season.json'])
  const heads = [
    { zh: '单位' },
    { zh: '版本数', numbers: true },
    { zh: '最后一次（北京时间）' },
    { zh: '改动' },
    { zh: '计入的文件' },
  ] as const
  return (
    rowsHtml(
      '重新报送',
      heads,
      shown.map(each => againRow(each, facts, links)),
    ) + note
  )
}

const adviceOf = (reason: string): string =>
  reason === 'unit-ambiguous'
    ? '放进该单位的文件夹并在名册写明路径，或在名册写明全称'
    : '在名册补上单位，或把所印名称写进其别名'

const unplacedRow = (row: Row, decided: string, links: Links): string => {
  const reason = textAt(row, 'reason') ?? ''
  const may = proposalsOf(row).map(
    ({ unit, name, why }) =>
      `${linkHtml(links.unit(unit), nameHtml(name))} <small>${nameHtml(unit)} ${escapeHtml(why.zh)}</small>`,
  )
  const authority = textAt(row, 'authority')
  return (
    `<tr><th scope="row">${nameHtml(textAt(row, 'key') ?? '')}</th>${cellHtml(authority === null ? '没有印出' : nameHtml(authority))}` +
    `${cellHtml(escapeHtml(textAt(row, 'year') ?? '不明'), 'n')}${cellHtml(reason === 'unit-ambiguous' ? '不止一个单位' : '名册中没有', 'w')}` +
    `${cellHtml(may.length === 0 ? '没有' : may.join('；'), 't')}${cellHtml(adviceOf(reason) + decided, 't')}</tr>`
  )
}

/** Files that count for no unit, with whom they may be of. */
export const unplacedHtml = (facts: SeasonFacts, links: Links): string => {
  const rows = unplacedInOrder(facts.view.tables.unplaced)
  if (rows.length === 0) return ''
  const decided = new Map(
    facts.findings.flatMap(each =>
      each.upload ? [[JSON.stringify([each.upload.key, each.upload.version]), decisionHtml(each)]] : [],
    ),
  )
  const { shown, note } = cut(rows, facts.limits.rows, links, ['dataset/unplaced.csv'])
  const heads = [
    { zh: '文件' },
    { zh: '所印机关名称' },
    { zh: '年度', numbers: true },
    { zh: '原因' },
    { zh: '可能的单位（只作提示，从不自行采用）' },
    { zh: '怎么办' },
  ] as const
  return (
    rowsHtml(
      '未对应单位的文件',
      heads,
      shown.map(row =>
        unplacedRow(row, decided.get(JSON.stringify([row['key'], row['version']])) ?? '', links),
      ),
    ) + note
  )
}

type LeftOut = SeasonJson['leftOut'][number]

const reasonWords: Readonly<Record<LeftOut['reason'], readonly [what: string, todo: string]>> = {
  rejected: ['未受理：不是这样的报告，或格式读不了', '看该文件的受理结果，请单位按所说改正后重新提交'],
  failed: ['转换失败：是本系统的问题，不是单位的', '用 gongkai replay 重做；仍不成的，请报告给维护人员'],
  damaged: ['已有结果损坏，读不出', '用 gongkai replay 重做'],
  'old-schema': ['由旧版程序转换，没有年报季要的数据', '用 gongkai replay 重做'],
}

const leftOutRow = ({ key, version, reason }: LeftOut): string => {
  const [what, todo] = reasonWords[reason]
  return `<tr><th scope="row">${nameHtml(key)}</th>${cellHtml(nameHtml(version))}${cellHtml(what, 't')}${cellHtml(todo, 't')}</tr>`
}

const leftOutOrder = (a: LeftOut, b: LeftOut): number =>
  compareText(a.key, b.key) || compareText(a.version, b.version)

/** Files that gave no report, with what to do about them. */
export const leftOutHtml = ({ json, limits }: SeasonFacts, links: Links): string => {
  if (json.leftOut.length === 0) return ''
  const newest = json.leftOut.filter(each => each.newest).toSorted(leftOutOrder)
  const older = json.leftOut.length - newest.length
  const { shown, note } = cut(newest, limits.rows, links, ['season.json'])
  const list =
    newest.length === 0
      ? ''
      : `<p class="soft">最新的一版未能计入，同一文件较早的版本也不再计入。这不说明单位没有报送。</p>` +
        rowsHtml(
          '未计入的文件',
          [{ zh: '文件' }, { zh: '版本' }, { zh: '原因' }, { zh: '怎么办' }],
          shown.map(leftOutRow),
        ) +
        note
  const rest =
    older === 0
      ? ''
      : `<p class="soft">另有 ${older} 个旧版本未能读入，其后已有新版本，结果不受影响；列在 <a href="${escapeHtml(links.file('season.json'))}">season.json</a>。</p>`
  return list + rest
}
