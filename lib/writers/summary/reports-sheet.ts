import { enteredWords } from '../../entered/entered-words.ts'
import { formKeys } from '../../forms/form.ts'
import { enteredBlank, enteredDash, withoutWords } from '../../model/own-workbook.ts'
import { severityCounts } from '../gravest-first.ts'
import { outputs } from '../index.ts'
import { marksOf } from '../marks.ts'
import { formName, isWithout, verdictWords } from '../words.ts'
import { addressOf, inSheet, rangeOf } from '../workbook/address.ts'
import { newSheet, put, type Sheet } from '../workbook/sheet.ts'
import { figureStyle, textual } from '../workbook/styles.ts'
import { looksLikeFormula } from '../workbook/text.ts'
import { editionWord } from './columns.ts'
import { putGroups, putHead } from './head.ts'
import {
  firstEditionColumn,
  firstLinkColumn,
  firstReport,
  fixedColumns,
  frozenColumns,
  type Plan,
  repeatedColumns,
  rowOf,
  sheetNames,
} from './plan.ts'
import type { SummaryInput, SummaryReport } from './record.ts'
import { remarksOf } from './remarks.ts'
import * as styles from './styles.ts'
import { putSums } from './sums.ts'

/** Of a table that could not be read the figures are unreadable; of one that is not there, missing or none. */
const lostWord = ({ figures }: SummaryReport, form: string): string =>
  [...figures].some(([key, { state }]) => state === 'unreadable' && key.startsWith(`${form}.`))
    ? '未读出'
    : '未找到'

const putIdentity = (sheet: Sheet, plan: Plan, report: SummaryReport, index: number, remark: string) => {
  const row = firstReport + index
  const { authority, year, verdict, findings, editions, links, name } = report
  put(sheet, [row, 1], index + 1, styles.centred)
  put(sheet, [row, 2], authority ?? '（未识别）', authority === null ? styles.absent : styles.text)
  put(sheet, [row, 3], year ?? '—', year === null ? styles.absent : styles.centred)
  put(sheet, [row, 4], verdictWords[verdict].zh, styles.verdicts[verdict])
  const first = plan.findingRows[index]
  severityCounts(findings).forEach(([, count], at) => {
    const linked = count > 0 && first !== null && first !== undefined
    put(sheet, [row, 5 + at], count, linked ? styles.link : styles.centred)
    if (linked)
      sheet.links.push({
        address: addressOf(row, 5 + at),
        target: inSheet(sheetNames.findings, addressOf(first, 1)),
      })
  })
  formKeys.forEach((form, at) => {
    const edition = editions[form]
    put(
      sheet,
      [row, firstEditionColumn + at],
      edition === null ? lostWord(report, form) : editionWord(edition),
      edition === null ? styles.absent : styles.centred,
    )
  })
  outputs.forEach(({ role, word }, at) => {
    const href = links[role]
    const place = [row, firstLinkColumn + at] as const
    put(sheet, place, href === undefined ? '—' : word.zh, href === undefined ? styles.centred : styles.link)
    if (href !== undefined) sheet.externalLinks.push({ address: addressOf(...place), href })
  })
  put(sheet, [row, fixedColumns.length - 1], name, styles.text)
  put(sheet, [row, fixedColumns.length], remark, remark === '' ? styles.text : styles.remark)
}

/** More notes make a workbook slow to open; the mark stays. */
const mostNotes = 2_000

const putFigures = (sheet: Sheet, { groups, starts }: Plan, report: SummaryReport, row: number): void => {
  const marks = marksOf(report.findings)
  groups.forEach(({ form, columns }, index) => {
    const edition = report.editions[form]
    columns.forEach(({ key, editions }, at) => {
      const place = [row, starts[index]! + at] as const
      const figure = edition !== null && editions.includes(edition) ? report.figures.get(key) : undefined
      const mark = marks.get(key)?.mark ?? null
      if (!figure) put(sheet, place, null, styles.outside)
      else if (figure.state === 'number')
        put(sheet, place, figure.value, figureStyle(mark, 'count', figure.entered !== undefined))
      else if (isWithout(figure.state))
        put(sheet, place, withoutWords[figure.state], figureStyle(mark, figure.state))
      else if (figure.state === 'blank')
        put(sheet, place, figure.entered ? enteredBlank : null, figureStyle(mark, 'text'))
      else if (figure.entered && figure.state === 'notApplicable')
        put(sheet, place, enteredDash, figureStyle(mark, 'text'))
      else put(sheet, place, figure.text, figureStyle(mark, 'text'))
      const entered = figure && enteredWords(figure)
      if (entered && sheet.notes.length < mostNotes)
        sheet.notes.push({ row: place[0], column: place[1], text: entered.zh })
    })
  })
}

/** Column and width of each way, in the columns that stay in view. */
const places = [
  [1, 1],
  [2, 1],
  [3, 2],
] as const

/** 三、依申请公开 and so on: the ways from the part that stays in view to what lies far to the right or below. */
const putWays = (sheet: Sheet, plan: Plan): void => {
  const forms = [...new Set(plan.groups.map(({ form }) => form))].slice(-2).map(form => {
    const at = plan.groups.findIndex(group => group.form === form)
    return [`${formName(form)} →`, addressOf(rowOf.group, plan.starts[at]!)] as const
  })
  const ways = [['合计 ↓', addressOf(plan.sums, 1)] as const, ...forms]
  ways.forEach(([word, target], index) => {
    const [column, columns] = places[index]!
    put(sheet, [rowOf.ways, column, 1, columns], word, styles.way)
    sheet.links.push({ address: addressOf(rowOf.ways, column), target: inSheet(sheet.name, target) })
  })
}

/** The first sheet: a row for each report with its verdict, its outputs and all its figures, and the sums below. */
export const reportsSheet = (input: SummaryInput, plan: Plan): Sheet => {
  const { reports } = input
  const sheet = newSheet(
    sheetNames.reports,
    fixedColumns.map(({ width }) => width),
  )
  putHead(sheet, input, plan)
  putWays(sheet, plan)
  putGroups(sheet, plan, repeatedColumns)
  const remarks = remarksOf(reports)
  reports.forEach((report, index) => {
    const row = firstReport + index
    putIdentity(sheet, plan, report, index, remarks[index]!)
    putFigures(sheet, plan, report, row)
    sheet.heights[row - 1] = 30
  })
  const last = plan.groups.length > 0 ? plan.starts.at(-1)! + plan.groups.at(-1)!.columns.length - 1 : 0
  const width = Math.max(fixedColumns.length, last)
  if (reports.length > 0) {
    putSums(sheet, reports, plan)
    sheet.filter = rangeOf(rowOf.lower, 1, reports.length + 1, width)
  } else put(sheet, [firstReport, 1, 1, fixedColumns.length], '没有可汇总的报告 No reports', styles.text)
  for (const line of sheet.rows)
    line?.forEach((cell, column) => {
      const own =
        cell?.formula === undefined && typeof cell?.value === 'string' && looksLikeFormula(cell.value)
      if (own && cell.style) line[column] = { ...cell, style: textual(cell.style) }
    })
  sheet.hidden = [rowOf.key]
  sheet.frozen = { rows: rowOf.lower, columns: frozenColumns }
  sheet.landscape = true
  sheet.repeat = `${rowOf.group}:${rowOf.lower}`
  sheet.printed = rangeOf(1, 1, sheet.rows.length, width)
  return sheet
}
