import { addressOf, inSheet, rangeOf } from '../../writers/workbook/address.ts'
import { newSheet, put, type Sheet } from '../../writers/workbook/sheet.ts'
import { linesIn } from '../../writers/workbook/text.ts'
import { notInTime } from './arrivals-sheet.ts'
import type { Facts } from './facts.ts'
import { overviewName, putLink } from './list.ts'
import { putSums } from './main-sums.ts'
import { putSteps, stepsOf } from './next-steps.ts'
import { overviewWidth } from './overview-width.ts'
import type { Plan } from './plan.ts'
import * as styles from './styles.ts'

/** The first sheet: the season in numbers, what to do next, the main sums, and the way to everything. */

/** A sheet as the overview lists it. */
export interface ListedSheet {
  readonly name: string
  readonly about: string
}

/** Names of the sheets that there is one of. */
export interface SheetNames {
  readonly sideBySide: string
  readonly areas: string
  readonly arrivals: string
  readonly again: string
  readonly findings: string
  readonly balances: string
  readonly unplaced: string
  readonly leftOut: string
  readonly decisions: string
}

const each = 13

const putCards = (sheet: Sheet, facts: Facts, names: SheetNames): void => {
  const { counts, leftOut } = facts.view.json
  const states = notInTime(facts).map(({ arrival }) => arrival.state)
  const of = (state: string): number => states.filter(each => each === state).length
  const cards: readonly (readonly [string, number, styles.Tint | null, string])[] = [
    ['应报\nExpected', counts.expected, null, names.sideBySide],
    [
      '已报\nReported',
      counts.reported,
      counts.reported === counts.expected ? 'good' : null,
      names.sideBySide,
    ],
    [
      '未报\nNot reported',
      counts.expected - counts.reported,
      counts.expected > counts.reported ? 'severe' : 'good',
      names.arrivals,
    ],
    ['其中逾期未报\nOverdue', of('notReported'), of('notReported') > 0 ? 'severe' : 'good', names.arrivals],
    ['逾期报送\nLate', of('late'), of('late') > 0 ? 'warning' : 'good', names.arrivals],
    ['未对应文件\nUnplaced', counts.unplaced, counts.unplaced > 0 ? 'warning' : 'good', names.unplaced],
    ['未计入文件\nLeft out', leftOut.length, leftOut.length > 0 ? 'warning' : 'good', names.leftOut],
    ['重新报送\nHanded in again', facts.view.json.resubmissions.length, null, names.again],
    ['发现：警告\nWarnings', counts.warnings, counts.warnings > 0 ? 'warning' : 'good', names.findings],
    ['发现：提示\nNotes', counts.infos, null, names.findings],
    ['已作决定\nDecided', counts.decided, null, names.findings],
  ]
  cards.forEach(([head, count, tint, target], at) => {
    put(sheet, [4, at + 1], head, styles.bigHead)
    putLink(sheet, [5, at + 1], count, inSheet(target, 'A1'), styles.bigStyle(tint))
  })
  sheet.heights[3] = 32
  sheet.heights[4] = 40
}

const putSheets = (sheet: Sheet, sheets: readonly ListedSheet[], from: number): number => {
  put(sheet, [from, 1, 1, overviewWidth], '本工作簿各表 Sheets', styles.heading)
  sheets.forEach(({ name, about }, at) => {
    const row = from + 1 + at
    put(sheet, [row, 1, 1, 3], name, styles.link)
    sheet.links.push({ address: addressOf(row, 1), target: inSheet(name, 'A1') })
    put(sheet, [row, 4, 1, overviewWidth - 3], about, styles.text)
    sheet.heights[row - 1] = Math.max(20, 6 + 14 * linesIn(about, each * (overviewWidth - 3)))
  })
  return from + sheets.length + 1
}

export const overviewSheet = (
  facts: Facts,
  plan: Plan,
  names: SheetNames,
  sheets: readonly ListedSheet[],
): Sheet => {
  const { year, view } = facts
  const sheet = newSheet(
    overviewName,
    Array.from({ length: overviewWidth }, () => each),
  )
  put(sheet, [1, 1, 1, overviewWidth], `${year} 年政府信息公开年度报告季`, {
    ...styles.title,
    font: { name: '仿宋', size: 20, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  put(
    sheet,
    [2, 1, 1, overviewWidth],
    `截至 ${view.json.asOf}　名册 ${view.roster.units.size} 个单位　由 gongkai ${view.json.converter.version} 生成，数字照各单位报告，未作修改。 As of that day; no figure was changed.`,
    styles.subtitle,
  )
  sheet.heights.push(44, 20, 8)
  putCards(sheet, facts, names)
  let row = putSteps(sheet, stepsOf(facts, plan, names), 7)
  const cut = plan.unitSheets.filter(({ name }) => name === null).map(each => each.year)
  if (cut.length > 0) {
    const text = `单位太多：${[...new Set(cut)].join('、')} 年不含逐单位的表，合计表是算好的值而不是公式；逐单位的数字见 dataset/reports.csv。 Too many units: sums of these years are values.`
    put(sheet, [row, 1, 1, overviewWidth], text, styles.warning)
    sheet.heights[row - 1] = 34
    row += 2
  }
  row = putSums(sheet, facts, plan, row)
  row = putSheets(sheet, sheets, row)
  sheet.landscape = true
  sheet.paper = 'A3'
  sheet.printed = rangeOf(1, 1, sheet.rows.length, overviewWidth)
  return sheet
}
