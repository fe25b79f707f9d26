import { exactSum } from '../../figures/exact.ts'
import { formKeys } from '../../forms/form.ts'
import { addressOf, rangeOf } from '../workbook/address.ts'
import { put, type Sheet } from '../workbook/sheet.ts'
import { editionWord, type SummaryColumn } from './columns.ts'
import { firstEditionColumn, fixedColumns, type Plan, reportsIn, yearColumn } from './plan.ts'
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

const putColumn = (
  sheet: Sheet,
  reports: readonly SummaryReport[],
  plan: Plan,
  column: SummaryColumn,
  at: number,
): void => {
  const { sums, years } = plan
  const range = reportsIn(plan, at)
  put(
    sheet,
    [sums, at],
    sumOf(numbersIn(reports, column)),
    styles.sum,
    `IF(COUNT(${range})=0,"",SUM(${range}))`,
  )
  const ofYear = reportsIn(plan, yearColumn)
  const yearly = years.length > 1 ? years : []
  yearly.forEach((year, index) => {
    const own = numbersIn(
      reports.filter(report => report.year === year),
      column,
    )
    const formula = `IF(SUMPRODUCT((${ofYear}=${year})*ISNUMBER(${range}))=0,"",SUMIF(${ofYear},${year},${range}))`
    put(sheet, [sums + 1 + index, at], sumOf(own), styles.centred, formula)
  })
  const edition = reportsIn(plan, firstEditionColumn + formKeys.indexOf(column.form))
  const due = column.editions.map(each => `COUNTIF(${edition},"${editionWord(each)}")`).join('+')
  const lack = concerned(reports, column).length - numbersIn(reports, column).length
  put(sheet, [sums + 1 + yearly.length, at], lack, styles.notNumbers, `${due}-COUNT(${range})`)
}

/** Below the reports: the sum of each figure, of each year where there are several, and how many cells are no numbers. */
export const putSums = (sheet: Sheet, reports: readonly SummaryReport[], plan: Plan): void => {
  const { sums, years, groups, starts } = plan
  const yearly = years.length > 1 ? years.map(year => `其中：${year} 年度 of ${year}`) : []
  const repeated = twiceCounted(reports)
  const sum = repeated > 0 ? `合计 Sum（有 ${repeated} 份报告重复计入，见备注）` : '合计 Sum'
  const heads = [sum, ...yearly, '不是数字的格 Not numbers']
  sheet.heights[sums - 2] = 6
  heads.forEach((head, index) => {
    put(sheet, [sums + index, 1, 1, fixedColumns.length], head, styles.sumLabel)
    sheet.heights[sums + index - 1] = 22
  })
  groups.forEach(({ columns }, index) => {
    columns.forEach((column, at) => {
      putColumn(sheet, reports, plan, column, starts[index]! + at)
    })
  })
  const last = sums + heads.length - 1
  const width = sheet.widths.length - fixedColumns.length
  if (width === 0) return
  const first = addressOf(last, fixedColumns.length + 1)
  sheet.conditions.push({
    range: rangeOf(last, fixedColumns.length + 1, 1, width),
    formula: `${first}>0`,
    style: styles.someNotNumbers,
  })
}
