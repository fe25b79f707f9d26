import { exactSum } from '../../figures/exact.ts'
import { severityWords } from '../../writers/words.ts'
import { addressOf, inSheet } from '../../writers/workbook/address.ts'
import { put, type Sheet } from '../../writers/workbook/sheet.ts'
import { linesIn } from '../../writers/workbook/text.ts'
import { crossChecks } from '../checks/index.ts'
import type { SeasonJson } from '../season-contract.ts'
import type { Facts } from './facts.ts'
import { shortName } from './figure.ts'
import { cutAfter, endList, firstListed, heightOf, type List, newList, putLink, putText } from './list.ts'
import { figureAt, referenceTo, reportTarget } from './place.ts'
import type { Plan } from './plan.ts'
import { unitTarget } from './side-by-side.ts'
import * as styles from './styles.ts'

/** What was found across reports; what somebody has decided about stands last, in grey. */

const columns = [
  { head: '序号\nNo.', width: 7 },
  { head: '级别\nSeverity', width: 8 },
  { head: '核对项\nCheck', width: 20 },
  { head: '结果\nOutcome', width: 9.5 },
  { head: '单位\nUnit', width: 22 },
  { head: '单元格\nCell', width: 30 },
  { head: '相关\nCompared with', width: 26 },
  { head: '说明\nMessage', width: 52 },
  { head: '应为\nExpected', width: 9.5 },
  { head: '实为\nActual', width: 9.5 },
  { head: '相差\nDiffers', width: 9.5 },
  { head: '处理\nDecision', width: 10 },
  { head: '理由、决定人\nReason, by', width: 22 },
  { head: '说明（英文）\nMessage (English)', width: 70 },
]
const printed = 13

export type Finding = SeasonJson['findings'][number]

const titles = new Map(crossChecks.map(({ id, title }) => [id, title.zh]))

export const crossTitle = (check: string): string => titles.get(check) ?? '其他核对项'

const outcomeWords = { broken: '不符', unassessable: '无法核对' } as const

/** Open ones first, warnings before hints, what is broken before what cannot be told, then as the roster lists the units. */
export const inOrder = (facts: Facts): readonly Finding[] => {
  const place = ({ subjects }: Finding): number => facts.treeOf(subjects[0]?.unit ?? '')?.place ?? -1
  const rank = ({ decision, severity, outcome }: Finding): number =>
    (decision ? 4 : 0) + (severity === 'warning' ? 0 : 2) + (outcome === 'broken' ? 0 : 1)
  return facts.view.json.findings.toSorted(
    (a, b) => rank(a) - rank(b) || place(a) - place(b) || (a.id < b.id ? -1 : 1),
  )
}

interface Pointed {
  readonly text: string
  readonly target: string | null
}

/** A subject's first cell, or its report, and the way there. */
const pointed = (facts: Facts, plan: Plan, { unit, year, cells }: Finding['subjects'][number]): Pointed => {
  const [key] = cells
  const figure = key === undefined ? null : figureAt(plan, facts, unit, year, key)
  const more = cells.length > 1 ? ` 等 ${cells.length} 格` : ''
  return {
    text: key === undefined ? `${year} 年报告` : `${year} ${shortName(key)}${more}`,
    target: figure ? referenceTo(figure) : reportTarget(plan, unit, year),
  }
}

/** Names of the sheets that findings lead to where there is no report. */
export interface Elsewhere {
  readonly sideBySide: string
  readonly unplaced: string
}

const targetOf = (
  facts: Facts,
  plan: Plan,
  { subjects: [first] }: Finding,
  names: Elsewhere,
): string | null => {
  if (!first) return inSheet(names.unplaced, 'A1')
  return reportTarget(plan, first.unit, first.year) ?? unitTarget(facts, names.sideBySide, first.unit)
}

const putFinding = (
  sheet: Sheet,
  facts: Facts,
  plan: Plan,
  finding: Finding,
  row: number,
  names: Elsewhere,
): void => {
  const { severity, check, outcome, message, subjects, expected, actual, decision, upload } = finding
  const isDecided = decision !== undefined
  const text = isDecided ? styles.muted : styles.text
  const centred = isDecided ? styles.mutedCentred : styles.centred
  const [first, second] = subjects
  put(sheet, [row, 1], row - firstListed + 1, centred)
  put(
    sheet,
    [row, 2],
    severityWords[severity].zh,
    isDecided ? centred : severity === 'warning' ? styles.warning : styles.info,
  )
  put(sheet, [row, 3], crossTitle(check), text)
  put(sheet, [row, 4], outcomeWords[outcome], centred)
  putLink(
    sheet,
    [row, 5],
    first ? facts.nameOf(first.unit) : (upload?.key ?? '—'),
    targetOf(facts, plan, finding, names),
    text,
  )
  const putPointed = (
    column: number,
    subject: Finding['subjects'][number] | undefined,
    whose: string,
  ): void => {
    const place = subject ? pointed(facts, plan, subject) : { text: '—', target: null }
    putLink(sheet, [row, column], `${whose}${place.text}`, place.target, text)
  }
  putPointed(6, first, '')
  putPointed(7, second, second && second.unit !== first?.unit ? `${facts.nameOf(second.unit)} ` : '')
  putText(sheet, [row, 8], message.zh, text)
  put(sheet, [row, 9], expected ?? null, centred)
  put(sheet, [row, 10], actual ?? null, centred)
  const isKnown = expected !== undefined && actual !== undefined
  put(
    sheet,
    [row, 11],
    isKnown ? exactSum([actual, -expected]) : null,
    styles.difference,
    isKnown ? `ROUND(${addressOf(row, 10)}-${addressOf(row, 9)},6)` : undefined,
  )
  putText(sheet, [row, 12], decision?.decision ?? '未处理', isDecided ? styles.good : centred)
  const until = decision?.until ? `，至 ${decision.until}` : ''
  putText(sheet, [row, 13], decision ? `${decision.reason}（${decision.by}${until}）` : null, text)
  putText(sheet, [row, 14], message.en, styles.english)
  sheet.heights[row - 1] = Math.max(
    heightOf(sheet, row, printed),
    6 + 12 * linesIn(message.en, columns.at(-1)!.width * 1.3),
  )
}

const about =
  '跨年度、跨单位的核对发现。“单元格”“相关”可点开所在的表。已作处理决定的排在最后，显示为灰色。要作决定的，在“处理决定”表填写决定、理由、决定人，另存为决定清单。 Findings across reports; decided ones stand last, in grey.'

export const findingsSheet = (
  facts: Facts,
  plan: Plan,
  name: string,
  names: Elsewhere,
  most: number,
): Sheet => {
  const list: List = { name, title: `${facts.year} 年跨报告核对发现`, about, columns, frozen: 5, printed }
  const sheet = newList(list)
  const all = inOrder(facts)
  all.slice(0, most).forEach((finding, index) => {
    putFinding(sheet, facts, plan, finding, firstListed + index, names)
  })
  endList(sheet, list, '没有跨报告的发现 Nothing found')
  cutAfter(sheet, printed, [all.length, most], 'findings.csv')
  return sheet
}
