import { cellsOf, formOfKey } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { NoticedFinding, NoticedReport } from '../notice.ts'
import { cellsInWords } from './places.ts'
import { onPaper } from './plain.ts'

/** What the sums leave of the blanks: each number above 0 with its cell, and which can only be 0. */
const determinedWords = ({ determined = [], cells }: NoticedFinding, report: NoticedReport): string => {
  if (determined.length === 0) return ''
  if (cells.length === 1) return `按表内勾稽关系推算，该格应为${determined[0]!.value}（仅供核对参考）。`
  const some = determined.filter(({ value }) => value > 0)
  const none = determined.filter(({ value }) => value === 0).map(({ cell }) => cell)
  const all = some.length === 0 ? '各空白格均' : '其余空白格'
  const zeros = none.length > 0 && (determined.length === cells.length ? all : cellsInWords(report, none))
  const words = some.map(({ cell, value }) => `${cellName(report, cell).zh}应为${value}`)
  return `按表内勾稽关系推算，${[...words, ...(zeros ? [`${zeros}应为0`] : [])].join('，')}（仅供核对参考）。`
}

/** The blank cells by name, or the others where that is shorter. */
const placesOf = (blank: readonly string[], report: NoticedReport): string => {
  const all = cellsOf(report, formOfKey(blank[0]!)).map(({ key }) => key)
  if (blank.length === all.length) return '，全表未填'
  const named = cellsInWords(report, blank)
  const others = new Set(blank)
  const rest = cellsInWords(
    report,
    all.filter(key => !others.has(key)),
  )
  return rest.length < named.length ? `，填写的只有：${rest}` : `：${named}`
}

/** Sums that fail even with every blank as 0, as the messages of such findings list them. */
const failing = (findings: readonly NoticedFinding[]): readonly string[] =>
  findings.flatMap(({ message }) => {
    const listed = /空白格都按 0 计时仍不成立的有：(.*)。请/u.exec(message.zh)?.[1]
    return listed ? [listed.replace(/（(\S+) ≠ ([^（）]+?)，相差/gu, '（$1与$2不等，相差')] : []
  })

/** Blank cells of a table: all of them by name, what the sums leave of them, and which sums fail whatever was forgotten. */
export const blankWords = (
  finding: NoticedFinding,
  because: readonly NoticedFinding[],
  report: NoticedReport,
): string | null => {
  const { check, cells } = finding
  const [first] = cells
  if (check !== 'cell-blank' || first === undefined) return null
  const form = formOfKey(first)
  const all = cellsOf(report, form).length
  const sums = finding.determined?.length === cells.length ? [] : failing(because)
  const fail = sums.length === 0 ? '' : `空白格都按0计时仍不相符的有：${sums.join('、')}。`
  return onPaper(
    `${tableName(form).zh}有${cells.length}个空白格（该表共${all}格）${placesOf(cells, report)}。${determinedWords(finding, report)}${fail}空白不能视同0，没有发生的请填0，漏填的请补填。`,
  )
}

/** What says no more than that a cell is blank. */
const saysNoMore = ({ check, severity, outcome }: NoticedFinding): boolean =>
  severity === 'warning' && (outcome === 'unassessable' || check === 'requests-total-left-blank')

/** Of the findings about a table those that only follow from its blank cells, each under the finding that names these. */
export const underBlanks = (
  findings: readonly NoticedFinding[],
  report: NoticedReport,
): ReadonlyMap<string, string> => {
  const blanks = findings.filter(({ check }) => check === 'cell-blank')
  const isBlank = (key: string): boolean => blanks.some(({ cells }) => cells.includes(key))
  return new Map(
    findings.filter(saysNoMore).flatMap(({ id, cells }) => {
      const open = cells.filter(key => (report.figures[key]?.value ?? null) === null)
      const holder = blanks.find(blank => open.some(key => blank.cells.includes(key)))
      return holder && open.every(isBlank) ? [[id, holder.id] as const] : []
    }),
  )
}
