import { exactSum } from '../../figures/exact.ts'
import { formKeys } from '../../forms/form.ts'
import { addressOf, rangeOf } from '../workbook/address.ts'
import { put, type Sheet } from '../workbook/sheet.ts'
import { editionWord, type SummaryColumn } from './columns.ts'
import {
  firstEditionColumn,
  fixedColumns,
  type Plan,
  repeatedColumns,
  reportsIn,
  yearColumn,
} from './plan.ts'
import type { SummaryReport } from './record.ts'
import { twiceCounted } from './remarks.ts'
import * as styles from './styles.ts'

/** Reports whose edition has the column; the others are no lack of it. */
const concerned = (reports: readonly SummaryReport[], { form, editions }: SummaryColumn) =>
  reports.filter(report => {
    const edition = report.editions[form]
    return edition !== null && editions.includes(edition)
  })

const numbersIn = (reports: readonly SummaryReport[], column: SummaryColumn): number[] =>
  concerned(reports, column)
    .map(({ figures }) => figures.get(column.key)?.value ?? null)
    .filter(value => value !== null)

/** A sum of nothing is nothing, not zero. */
const sumOf = (numbers: readonly number[]): number | string => (numbers.length === 0 ? '' : exactSum(numbers))

/** What is added up: all reports, or those of a year. */
interface Part {
  readonly year: number | null
  readonly reports: readonly SummaryReport[]
}

/** One part where all reports are of one year, else one a year; a report whose year is not known is of none. */
const partsOf = (reports: readonly SummaryReport[], { years }: Plan): readonly Part[] =>
  years.length < 2
    ? [{ year: null, reports }]
    : years
        .filter(year => year !== null)
        .map(year => ({ year, reports: reports.filter(report => report.year === year) }))

/** Excel's words for the sum of a column's numbers, and for how many cells of it are none. */
const formulasOf = (plan: Plan, column: SummaryColumn, at: number, year: number | null) => {
  const range = reportsIn(plan, at)
  const edition = reportsIn(plan, firstEditionColumn + formKeys.indexOf(column.form))
  const ofYear = reportsIn(plan, yearColumn)
  const due = column.editions.map(each =>
    year === null
      ? `COUNTIF(${edition},"${editionWord(each)}")`
      : `COUNTIFS(${edition},"${editionWord(each)}",${ofYear},${year})`,
  )
  const count = year === null ? `COUNT(${range})` : `SUMPRODUCT((${ofYear}=${year})*ISNUMBER(${range}))`
  const sum = year === null ? `SUM(${range})` : `SUMIF(${ofYear},${year},${range})`
  return { sum: `IF(${count}=0,"",${sum})`, lacks: `${due.join('+')}-${count}` }
}

const putColumn = (
  sheet: Sheet,
  { year, reports }: Part,
  plan: Plan,
  column: SummaryColumn,
  [row, at]: readonly [number, number],
): void => {
  const numbers = numbersIn(reports, column)
  const { sum, lacks } = formulasOf(plan, column, at, year)
  put(sheet, [row, at], sumOf(numbers), styles.sum, sum)
  put(sheet, [row + 1, at], concerned(reports, column).length - numbers.length, styles.notNumbers, lacks)
}

const putLabel = (sheet: Sheet, row: number, label: string, remark: string): void => {
  put(sheet, [row, 1, 1, repeatedColumns], label, styles.sumLabel)
  put(sheet, [row, repeatedColumns + 1, 1, fixedColumns.length - repeatedColumns], remark, styles.text)
  sheet.heights[row - 1] = 26
}

const putPart = (sheet: Sheet, part: Part, plan: Plan, row: number): void => {
  const { year, reports } = part
  const which = year === null ? '' : `${year} 年度`
  const repeated = twiceCounted(reports)
  const twice = repeated > 0 ? `有 ${repeated} 份报告重复计入，见备注` : ''
  putLabel(sheet, row, `${which}合计 Sum（${reports.length} 份）`, twice)
  putLabel(sheet, row + 1, `${which}不是数字的格 Not numbers`, '')
  plan.groups.forEach(({ columns }, index) => {
    columns.forEach((column, at) => {
      putColumn(sheet, part, plan, column, [row, plan.starts[index]! + at])
    })
  })
  const width = sheet.widths.length - fixedColumns.length
  if (width === 0) return
  const first = addressOf(row + 1, fixedColumns.length + 1)
  sheet.conditions.push({
    range: rangeOf(row + 1, fixedColumns.length + 1, 1, width),
    formula: `${first}>0`,
    style: styles.someNotNumbers,
  })
}

/**
 * Below the reports: the sum of each figure, and how many cells are no numbers; of each year by itself where there are
 * several, and nothing over years.
 */
export const putSums = (sheet: Sheet, reports: readonly SummaryReport[], plan: Plan): void => {
  const parts = partsOf(reports, plan)
  sheet.heights[plan.sums - 2] = 6
  parts.forEach((part, index) => {
    putPart(sheet, part, plan, plan.sums + 2 * index)
  })
  const added = parts.reduce((sum, part) => sum + part.reports.length, 0)
  if (added < reports.length)
    putLabel(
      sheet,
      plan.sums + 2 * parts.length,
      `年度未读出（${reports.length - added} 份）`,
      '不计入任何年度的合计 Year unknown: in no sum',
    )
}
