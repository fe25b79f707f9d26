import { inSheet } from '../../writers/workbook/address.ts'
import { put, type Sheet } from '../../writers/workbook/sheet.ts'
import { notInTime } from './arrivals-sheet.ts'
import type { Facts } from './facts.ts'
import { putLink } from './list.ts'
import { overviewWidth } from './overview-width.ts'
import type { Plan } from './plan.ts'
import * as styles from './styles.ts'
import { sumAt } from './sum-sheet.ts'

/** What is to be done of a season, the most urgent first. */

/** Names of the sheets that steps lead to. */
type StepTargets = Readonly<
  Record<'arrivals' | 'unplaced' | 'leftOut' | 'findings' | 'sideBySide' | 'decisions', string>
>

interface Step {
  readonly text: string
  readonly target: string
  readonly isDone: boolean
}

export const stepsOf = (facts: Facts, plan: Plan, names: StepTargets): readonly Step[] => {
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

export const putSteps = (sheet: Sheet, steps: readonly Step[], from: number): number => {
  put(sheet, [from, 1, 1, overviewWidth], '接下来做什么 What to do next', styles.heading)
  steps.forEach(({ text, target, isDone }, at) => {
    const row = from + 1 + at
    put(sheet, [row, 1], isDone ? '✓' : at + 1, isDone ? styles.good : styles.warning)
    put(sheet, [row, 2, 1, overviewWidth - 2], text, isDone ? styles.muted : styles.text)
    putLink(sheet, [row, overviewWidth], '打开 →', inSheet(target, 'A1'), styles.centred)
    sheet.heights[row - 1] = 22
  })
  return from + steps.length + 2
}
