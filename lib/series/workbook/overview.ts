import { addressOf, inSheet, rangeOf } from '../../writers/workbook/address.ts'
import { newSheet, put, type Sheet } from '../../writers/workbook/sheet.ts'
import { linesIn } from '../../writers/workbook/text.ts'
import { notInTime } from './arrivals-sheet.ts'
import type { Facts } from './facts.ts'
import { figureWords } from './figure.ts'
import { overviewName, putLink } from './list.ts'
import { liveChange } from './live.ts'
import type { Plan, SumSheet } from './plan.ts'
import { mainOf } from './side-by-side.ts'
import * as styles from './styles.ts'
import { sumAt, sumCell } from './sum-sheet.ts'

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

const width = 12
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

interface Step {
  readonly text: string
  readonly target: string
  readonly isDone: boolean
}

const stepsOf = (facts: Facts, plan: Plan, names: SheetNames): readonly Step[] => {
  const { counts, leftOut, findings, decisionsUnmet } = facts.view.json
  const late = notInTime(facts)
  const overdue = late.filter(({ arrival }) => arrival.state === 'notReported').length
  const waiting = late.filter(({ arrival }) => arrival.state === 'notYetDue').length
  const newest = leftOut.filter(each => each.newest).length
  const warnings = findings.filter(({ severity, decision }) => severity === 'warning' && !decision).length
  const sums = plan.sumSheets.filter(({ units }) => units.year === facts.year)
  const lacks = sums.reduce(
    (sum, planned) =>
      sum + [...planned.layout.figures.keys()].reduce((own, key) => own + sumAt(planned, key).lacks, 0),
    0,
  )
  const [firstSum] = sums
  return [
    {
      text:
        overdue > 0
          ? `催报：${overdue} 家逾期未报${waiting > 0 ? `，另有 ${waiting} 家未到期` : ''}。`
          : waiting > 0
            ? `${waiting} 家尚未报送，都未到期。`
            : '应报的都已报送。',
      target: names.arrivals,
      isDone: overdue === 0 && waiting === 0,
    },
    {
      text:
        counts.unplaced > 0
          ? `对应：${counts.unplaced} 份文件没有找到单位，补全名册后重新生成。`
          : '每份文件都找到了单位。',
      target: names.unplaced,
      isDone: counts.unplaced === 0,
    },
    {
      text:
        newest > 0
          ? `重报：${newest} 份文件的最新版本没有读出数字，按说明请单位重报或请运维处理。`
          : '没有最新版本读不出数字的文件。',
      target: names.leftOut,
      isDone: newest === 0,
    },
    {
      text:
        warnings > 0 ? `核对：${warnings} 条警告，逐条联系单位更正，或写明处理决定。` : '没有待处理的警告。',
      target: names.findings,
      isDone: warnings === 0,
    },
    {
      text:
        lacks > 0
          ? `补数：合计表中共有 ${lacks} 格次没有数字，不在合计内；看橙色的格。`
          : '合计表各格都有数字。',
      target: firstSum?.name ?? names.sideBySide,
      isDone: lacks === 0,
    },
    {
      text:
        decisionsUnmet.length > 0 ? `清理：决定清单中有 ${decisionsUnmet.length} 条对应的发现已不存在。` : '',
      target: names.decisions,
      isDone: false,
    },
  ].filter(({ text }) => text !== '')
}

const putSteps = (sheet: Sheet, steps: readonly Step[], from: number): number => {
  put(sheet, [from, 1, 1, width - 1], '接下来做什么 What to do next', styles.heading)
  steps.forEach(({ text, target, isDone }, at) => {
    const row = from + 1 + at
    put(sheet, [row, 1], isDone ? '✓' : at + 1, isDone ? styles.good : styles.warning)
    put(sheet, [row, 2, 1, width - 3], text, isDone ? styles.muted : styles.text)
    putLink(sheet, [row, width - 1], '打开 →', inSheet(target, 'A1'), styles.centred)
    sheet.heights[row - 1] = 22
  })
  return from + steps.length + 2
}

const sumOf = (plan: Plan, year: number, key: string): SumSheet | undefined =>
  plan.sumSheets.find(
    ({ units, form }) => units.year === year && units.columns.has(key) && key.startsWith(`${form}.`),
  )

const putSums = (sheet: Sheet, facts: Facts, plan: Plan, from: number): number => {
  const { year } = facts
  const cells = mainOf(facts, plan).filter(({ key }) => sumOf(plan, year, key))
  if (cells.length === 0) return from
  put(sheet, [from, 1, 1, width - 1], '主要合计 Main sums', styles.heading)
  const head = from + 1
  const heads: readonly (readonly [number, number, string])[] = [
    [1, 1, '表\nTable'],
    [2, 5, '项目\nFigure'],
    [7, 1, `${year - 1}`],
    [8, 1, `${year}`],
    [9, 1, '增减\nChange'],
    [10, 1, `${year - 1} 无数（家）\nNo number`],
    [11, 1, `${year} 无数（家）\nNo number`],
  ]
  for (const [column, columns, text] of heads) put(sheet, [head, column, 1, columns], text, styles.head)
  sheet.heights[head - 1] = 30
  cells.forEach(({ key }, at) => {
    const row = head + 1 + at
    const words = figureWords(key)
    put(sheet, [row, 1], words.table, styles.centred)
    put(sheet, [row, 2, 1, 5], [words.row, words.column].filter(part => part !== '').join('｜'), styles.text)
    const sums = [year - 1, year].map((of, side) => {
      const planned = sumOf(plan, of, key)
      const at = [row, 7 + side] as const
      if (!planned) {
        put(sheet, at, '—', styles.mutedCentred)
        put(sheet, [row, 10 + side], '—', styles.mutedCentred)
        return '—'
      }
      const { value, lacks, flagged } = sumAt(planned, key)
      const reference = inSheet(planned.name, addressOf(...sumCell(planned, key)))
      put(
        sheet,
        at,
        value,
        flagged.length > 0 ? styles.sumNumberFlagged : styles.sumNumber,
        `IF(${reference}="","",${reference})`,
      )
      put(sheet, [row, 10 + side], lacks, lacks > 0 ? styles.warning : styles.mutedCentred)
      return value
    })
    const change = liveChange([addressOf(row, 7), sums[0]!], [addressOf(row, 8), sums[1]!])
    put(sheet, [row, 9], change.value, styles.difference, change.formula)
    sheet.heights[row - 1] = 20
  })
  const row = head + cells.length + 1
  const counted = [year - 1, year].map(of =>
    plan.unitSheets.filter(each => each.year === of).reduce((sum, { counted }) => sum + counted.length, 0),
  )
  put(
    sheet,
    [row, 1, 1, width - 1],
    `${year - 1} 年计入 ${counted[0]} 份，${year} 年计入 ${counted[1]} 份；两年单位不同或有无数的格时，增减不只是工作量的变化。黄底＝其中有被单位报告的核对发现指出的数字。`,
    styles.hint,
  )
  sheet.heights[row - 1] = 20
  return row + 2
}

const putSheets = (sheet: Sheet, sheets: readonly ListedSheet[], from: number): number => {
  put(sheet, [from, 1, 1, width - 1], '本工作簿各表 Sheets', styles.heading)
  sheets.forEach(({ name, about }, at) => {
    const row = from + 1 + at
    put(sheet, [row, 1, 1, 3], name, styles.link)
    sheet.links.push({ address: addressOf(row, 1), target: inSheet(name, 'A1') })
    put(sheet, [row, 4, 1, width - 4], about, styles.text)
    sheet.heights[row - 1] = Math.max(20, 6 + 14 * linesIn(about, each * (width - 4)))
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
    Array.from({ length: width - 1 }, () => each),
  )
  put(sheet, [1, 1, 1, width - 1], `${year} 年政府信息公开年度报告季`, {
    ...styles.title,
    font: { name: '仿宋', size: 20, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  put(
    sheet,
    [2, 1, 1, width - 1],
    `截至 ${view.json.asOf}　名册 ${view.roster.units.size} 个单位　由 gongkai ${view.json.converter.version} 生成，数字照各单位报告，未作修改。 As of that day; no figure was changed.`,
    styles.subtitle,
  )
  sheet.heights.push(44, 20, 8)
  putCards(sheet, facts, names)
  let row = putSteps(sheet, stepsOf(facts, plan, names), 7)
  const cut = plan.unitSheets.filter(({ name }) => name === null).map(each => each.year)
  if (cut.length > 0) {
    const text = `单位太多：${[...new Set(cut)].join('、')} 年不含逐单位的表，合计表是算好的值而不是公式；逐单位的数字见 dataset/reports.csv。 Too many units: sums of these years are values.`
    put(sheet, [row, 1, 1, width - 1], text, styles.warning)
    sheet.heights[row - 1] = 34
    row += 2
  }
  row = putSums(sheet, facts, plan, row)
  row = putSheets(sheet, sheets, row)
  sheet.landscape = false
  sheet.printed = rangeOf(1, 1, sheet.rows.length, width - 1)
  return sheet
}
