import type { Finding } from '../../checks/check.ts'
import { editionById } from '../../forms/find-edition.ts'
import { formKeys } from '../../forms/form.ts'
import { hasEntered } from '../../model/figures-of.ts'
import { madeBy } from '../../model/own-outputs.ts'
import type { Report } from '../../model/report.ts'
import { numbersOf, severityCounts, standing } from '../gravest-first.ts'
import type { JudgedReport } from '../judged-report.ts'
import { waitingName } from '../scan-words.ts'
import {
  formName,
  lostTableWords,
  periodWords,
  severityWords,
  signatureWords,
  states,
  stateWords,
  titleWords,
  verdictSentence,
  verdictWords,
} from '../words.ts'
import { addressOf, inSheet, rangeOf } from './address.ts'
import { findingColumns, heightOf, putFindingCells, putText } from './finding-cells.ts'
import { figureTarget, findingsHead, type Plan } from './plan.ts'
import { newSheet, put, type Sheet } from './sheet.ts'
import * as styles from './styles.ts'
import { linesIn } from './text.ts'

const columns = [
  { head: '序号\nNo.', width: 6 },
  ...findingColumns(13),
  { head: '说明（英文）\nMessage (English)', width: 62 },
]
/** English stands to the right of what is printed. */
const printedColumns = 10
const labels = columns.slice(0, 3).reduce((sum, { width }) => sum + width, 0)
const wide = columns.slice(0, printedColumns).reduce((sum, { width }) => sum + width, 0)

const putInfo = (sheet: Sheet, row: number, head: string, value: string | number | null): void => {
  put(sheet, [row, 1, 1, 3], head, styles.infoHead)
  put(sheet, [row, 4, 1, printedColumns - 3], value ?? '（未识别 not recognised）', styles.infoValue)
  sheet.heights[row - 1] = 6 + 15 * linesIn(String(value ?? ''), wide - labels)
}

const putHead = (sheet: Sheet, judged: JudgedReport): void => {
  const { report, findings, verdict, source } = judged
  put(sheet, [1, 1, 1, printedColumns], titleWords(judged), styles.title)
  const { zh, en } = verdictWords[verdict]
  const counts = severityCounts(findings).map(([severity, count]) => `${severityWords[severity].zh} ${count}`)
  put(
    sheet,
    [2, 1, 1, printedColumns],
    `核对结论：${zh} ${en}　（${counts.join('，')}）`,
    styles.verdictStyle(verdict),
  )
  const sentence = verdictSentence(report, verdict)
  put(sheet, [3, 1, 1, printedColumns], `${sentence.zh} ${sentence.en}`, styles.hintCentred)
  sheet.heights.push(40, 34, 24)
  const waiting = (part: 'authority' | 'year') => {
    const words = waitingName(report, part)
    return words && `${words.zh} ${words.en}`
  }
  putInfo(sheet, 4, '机关 Authority', report.authority ?? waiting('authority'))
  putInfo(sheet, 5, '报告年度 Year', report.year ?? waiting('year'))
  putInfo(sheet, 6, '统计期间 Period', periodWords(report))
  putInfo(sheet, 7, '落款 Signature', signatureWords(report))
  putInfo(sheet, 8, '文件 File', source.name)
  putInfo(sheet, 9, '格式、字节数 Format, bytes', `${source.format}，${source.size}`)
  putInfo(sheet, 10, 'SHA-256', source.sha256)
}

const stateCounts = (report: Report, form: string): string => {
  const figures = [...report.figures.values()].filter(({ key }) => key.startsWith(`${form}.`))
  const entered = figures.filter(figure => figure.entered !== undefined).length
  return [
    ...states.map(
      state => `${stateWords[state].zh} ${figures.filter(figure => figure.state === state).length}`,
    ),
    ...(entered > 0 ? [`其中人工录入 ${entered}`] : []),
  ].join('　')
}

const putTables = (sheet: Sheet, report: Report, plan: Plan): void => {
  put(sheet, [12, 1, 1, printedColumns], '法定表格 Statutory tables', styles.heading)
  put(sheet, [13, 1, 1, 3], '表 Table', styles.listHead)
  put(sheet, [13, 4], '版式 Edition', styles.listHead)
  put(sheet, [13, 5, 1, 2], '单元格 Cells', styles.listHead)
  sheet.heights[11] = 24
  for (let row = 13; row < 17; row++) sheet.heights[row - 1] = 19
  formKeys.forEach((form, index) => {
    const row = 14 + index
    const planned = plan.forms.find(each => each.form === form)
    const lost = lostTableWords(report, form)
    put(sheet, [row, 1, 1, 3], formName(form), planned ? styles.listLink : styles.listText)
    put(sheet, [row, 4], planned ? editionById(planned.edition).document : '—', styles.listText)
    put(sheet, [row, 5, 1, 2], planned ? stateCounts(report, form) : `${lost.zh} ${lost.en}`, styles.listText)
    if (planned) sheet.links.push({ address: addressOf(row, 1), target: inSheet(planned.name, 'A1') })
  })
}

const putFinding = (
  sheet: Sheet,
  { report }: JudgedReport,
  plan: Plan,
  finding: Finding,
  place: number,
  number: string,
): void => {
  const row = findingsHead + place
  const { message, cells } = finding
  const target = cells[0] === undefined ? null : figureTarget(plan, cells[0])
  const isPart = number.includes('.')
  put(sheet, [row, 1], isPart ? number : Number(number), isPart ? styles.listPartNumber : styles.listNumber)
  const lines = putFindingCells(sheet, row, 2, report, finding)
  put(sheet, [row, 5], target?.replaceAll("'", '') ?? null, target ? styles.listLink : styles.listText)
  putText(sheet, [row, 11], message.en, styles.listTextEnglish)
  if (target) sheet.links.push({ address: addressOf(row, 5), target, tooltip: '到该单元格 Go to the cell' })
  // Proportional letters take less room than digits.
  sheet.heights[row - 1] = heightOf(Math.max(lines, linesIn(message.en, columns[10]!.width * 1.3)))
}

const putLosses = (sheet: Sheet, { report, converter }: JudgedReport, row: number): void => {
  let next = row
  if (report.losses.length > 0) {
    put(sheet, [next++, 1, 1, printedColumns], '读取时未能保留的内容 Lost in reading', styles.heading)
    for (const { message } of report.losses) {
      const text = `${message.zh} ${message.en}`
      put(sheet, [next, 1, 1, printedColumns], text, styles.listText)
      sheet.heights[next++ - 1] = 4 + 14 * linesIn(text, wide)
    }
    next++
  }
  const made = madeBy(converter.name, converter.version, hasEntered(report))
  const about = `${made.zh} ${made.en}`
  put(sheet, [next, 1, 1, printedColumns], about, styles.hint)
}

/** The first sheet: what the report is, the verdict, and every finding with a link to its cell. */
export const overviewSheet = (judged: JudgedReport, findings: readonly Finding[], plan: Plan): Sheet => {
  const sheet = newSheet(
    plan.overview,
    columns.map(({ width }) => width),
  )
  putHead(sheet, judged)
  putTables(sheet, judged.report, plan)
  put(
    sheet,
    [findingsHead - 1, 1, 1, printedColumns],
    `核对发现 Findings（${standing(findings).length}）`,
    styles.heading,
  )
  columns.forEach(({ head }, index) => {
    put(sheet, [findingsHead, index + 1], head, styles.listHead)
  })
  sheet.heights[findingsHead - 2] = 24
  sheet.heights[findingsHead - 1] = 32
  const numbers = numbersOf(findings)
  findings.forEach((finding, index) => {
    putFinding(sheet, judged, plan, finding, index + 1, numbers[index]!)
  })
  if (findings.length === 0)
    put(sheet, [findingsHead + 1, 1, 1, printedColumns], '没有发现问题 Nothing found', styles.listText)
  else sheet.filter = rangeOf(findingsHead, 1, findings.length + 1, columns.length)
  const bottom = findingsHead + Math.max(1, findings.length)
  putLosses(sheet, judged, bottom + 2)
  sheet.landscape = true
  sheet.repeat = `${findingsHead}:${findingsHead}`
  sheet.printed = rangeOf(1, 1, sheet.rows.length, printedColumns)
  return sheet
}
