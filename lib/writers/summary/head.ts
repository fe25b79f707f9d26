import { enteredLegend } from '../../entered/entered-words.ts'
import { severityCounts } from '../gravest-first.ts'
import { severityWords, states, stateWords, verdictWords } from '../words.ts'
import { columnLetters } from '../workbook/address.ts'
import { pageStarts } from '../workbook/printed-pages.ts'
import { put, type Sheet } from '../workbook/sheet.ts'
import { linesIn } from '../workbook/text.ts'
import { editionWord } from './columns.ts'
import { fixedColumns, frozenColumns, type Plan, rowOf as summaryRows } from './plan.ts'
import type { SummaryInput } from './record.ts'
import * as styles from './styles.ts'

const legend =
  '合计只加数字：空白不按 0 计，也不补数；各列另列出不是数字的格数。（缺）＝表式有而文件没有的格；（未能读出）＝文件中填的是什么无法确定的格；灰格＝该报告没有这张表或其版式没有这一项。' +
  `${enteredLegend.zh}，批注写明原来读为什么、谁录入。` +
  '底色：红＝错误，黄＝警告，蓝＝提示，详见“核对发现”。' +
  'Sums add numbers only; blanks stay blank. Grey: not in the report’s edition. 录: typed in from the original.'

const countsOf = ({ reports, refusals }: SummaryInput): string => {
  const verdicts = Object.entries(verdictWords).map(
    ([verdict, { zh }]) => `${zh} ${reports.filter(each => each.verdict === verdict).length}`,
  )
  const findings = severityCounts(reports.flatMap(report => report.findings)).map(
    ([severity, count]) => `${severityWords[severity].zh} ${count}`,
  )
  const rejected = refusals.filter(({ kind }) => kind === 'rejected').length
  const failed = refusals.length - rejected
  return (
    `${reports.length} 份报告：${verdicts.join('，')}；${findings.join('，')}。` +
    `另有未受理 ${rejected} 份${failed > 0 ? `，转换失败 ${failed} 份` : ''}。　${statesOf({ reports })}`
  )
}

const statesOf = ({ reports }: Pick<SummaryInput, 'reports'>): string => {
  const figures = reports.flatMap(report => [...report.figures.values()])
  const others = states
    .filter(state => state !== 'number')
    .map(state => [state, figures.filter(figure => figure.state === state).length] as const)
  const total = others.reduce((sum, [, count]) => sum + count, 0)
  const parts = others
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${stateWords[state].zh} ${count}`)
  return total === 0 ? '各格都是数字。' : `共有 ${total} 格不是数字（${parts.join('，')}），不计入合计。`
}

const perYear = (years: Plan['years']): string =>
  years.length > 1
    ? `含 ${years.map(year => year ?? '不明').join('、')} 年度的报告：下面各年度分别合计，不跨年度相加。 Sums per year; years are never added together.`
    : ''

/** Title, counts, legend, and the heads of the columns before the figures. */
export const putHead = (sheet: Sheet, input: SummaryInput, { years }: Pick<Plan, 'years'>): void => {
  put(sheet, [summaryRows.title, 1, 1, frozenColumns], '年度报告汇总 Summary', styles.title)
  put(sheet, [summaryRows.title, frozenColumns + 1], countsOf(input), styles.counts)
  const beside = fixedColumns.length - frozenColumns
  put(sheet, [summaryRows.ways, frozenColumns + 1, 1, beside], perYear(years), styles.legend)
  put(sheet, [summaryRows.group, frozenColumns + 1, 2, beside], legend, styles.legend)
  fixedColumns.forEach(({ head }, index) => {
    put(sheet, [summaryRows.lower, index + 1], head, styles.fixedHead)
  })
  sheet.heights.push(28, 20, 12, 20, 46, 74)
}

const narrowest = 8.5
const widest = 18

/** The titles of the tables, and for each figure its row, its column with the editions that have it, and its key. */
export const putGroups = (
  sheet: Sheet,
  { groups, starts }: Pick<Plan, 'groups' | 'starts'>,
  repeated: number,
  rowOf: Readonly<Record<'group' | 'upper' | 'lower' | 'key', number>> = summaryRows,
): void => {
  groups.forEach(({ title, columns }, index) => {
    const start = starts[index]!
    put(sheet, [rowOf.group, start, 1, columns.length], title, styles.group)
    columns.forEach(({ lower, key, editions }, at) => {
      put(sheet, [rowOf.lower, start + at], [lower, ...editions.map(editionWord)].join('\n'), styles.head)
      put(sheet, [rowOf.key, start + at], key, styles.key)
    })
    for (let from = 0; from < columns.length; ) {
      const { upper } = columns[from]!
      let to = from + 1
      while (to < columns.length && columns[to]!.upper === upper) to++
      put(sheet, [rowOf.upper, start + from, 1, to - from], upper, styles.head)
      let width = narrowest
      while (width < widest && linesIn(upper, width * (to - from)) > 2) width += 0.5
      for (let at = from; at < to; at++) sheet.widths[start + at - 1] = width
      from = to
    }
  })
  const before = { start: repeated + 1, count: (starts[0] ?? sheet.widths.length + 1) - repeated - 1 }
  const blocks = groups.map(({ form, columns }, index) => ({
    start: starts[index]!,
    count: columns.length,
    opens: groups[index - 1]?.form !== form,
  }))
  sheet.pageStarts = pageStarts(sheet.widths, repeated, [before, ...blocks])
  sheet.repeatColumns = `A:${columnLetters(repeated)}`
}
