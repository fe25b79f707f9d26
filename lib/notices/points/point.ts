import type { NoticedFinding, NoticedReport, Point } from '../notice.ts'
import { blankWords } from './blank.ts'
import { causeTable, repairWords } from './cause.ts'
import { equationWords } from './equation.ts'
import { cellsInWords } from './places.ts'
import { plain } from './plain.ts'

/** A list that the message cut short is given whole. */
const wholeList = ({ message, cells }: NoticedFinding, report: NoticedReport): string =>
  cells.length > 0 && /等 \d+ [处格]/u.test(message.zh) ? `全部各格为：${cellsInWords(report, cells)}。` : ''

const told = (finding: NoticedFinding, report: NoticedReport): string =>
  plain(finding.message.zh) + wholeList(finding, report)

/** What is wrong, and what would be right where the form's own rules say so. */
const wordsOf = (
  finding: NoticedFinding,
  parts: readonly NoticedFinding[],
  report: NoticedReport,
): string => {
  const equation = equationWords(finding, report)
  if (equation) return `${equation.said}${equation.hence}请核对原始台账后更正。`
  return blankWords(finding, parts, report) ?? told(finding, report)
}

/** The same as one of several in a list: without the table, and without what to do. */
const shortWords = (finding: NoticedFinding, report: NoticedReport, table: string): string => {
  const said = equationWords(finding, report)?.said ?? plain(finding.message.zh)
  return said
    .replace(table, '')
    .replace(/(?<=。)请[^。]*。$/u, '')
    .replace(/，请[^。]*。$/u, '。')
}

/** The point of a finding and of those that stand under it. */
export const pointOf = (
  finding: NoticedFinding,
  parts: readonly NoticedFinding[],
  report: NoticedReport,
): Point => {
  const findings = [finding, ...parts].map(({ id }) => id)
  const repair = repairWords(finding, report)
  const [only] = parts
  if (!repair || !only)
    return { text: repair ?? wordsOf(finding, parts, report), items: [], after: '', findings }
  const table = causeTable(finding)
  if (parts.length === 1)
    return { text: `${table}${shortWords(only, report, table)}${repair}`, items: [], after: '', findings }
  return {
    text: `${table}有下列${parts.length}处不相符：`,
    items: parts.map(part => shortWords(part, report, table)),
    after: repair,
    findings,
  }
}

const correct = '请核对原始台账后更正。'

/** A sum that does not hold by numbers that may not be those printed. Other points say of themselves what is in doubt. */
export const asRead = (point: Point): Point => {
  const { text, after } = point
  if (!(text + after).includes(correct)) return point
  const asked = (words: string): string => words.replace(correct, `如与原件一致，${correct}`)
  return { ...point, text: `按我方读出的数字，${asked(text)}`, after: asked(after) }
}
