import { outputs } from '../index.ts'
import { columnLetters } from '../workbook/address.ts'
import { type ColumnGroup, columnGroups } from './columns.ts'
import type { SummaryInput, SummaryReport } from './record.ts'

/** Names and places known before any sheet is filled, so that sheets can link to each other. */

export const sheetNames = { reports: '汇总', findings: '核对发现', refusals: '未受理' } as const

/** The columns before the figures. */
export const fixedColumns = [
  { head: '序号\nNo.', width: 6 },
  { head: '机关\nAuthority', width: 25 },
  { head: '年度\nYear', width: 8 },
  { head: '结论\nVerdict', width: 11 },
  { head: '错误\nErrors', width: 8 },
  { head: '警告\nWarnings', width: 9 },
  { head: '提示\nNotes', width: 8 },
  { head: '表二版式\nEdition', width: 10 },
  { head: '表三版式\nEdition', width: 10 },
  { head: '表四版式\nEdition', width: 10 },
  ...outputs.map(({ word }) => ({ head: [...new Set([word.zh, word.en])].join('\n'), width: 10 })),
  { head: '文件\nFile', width: 34 },
  { head: '备注\nRemarks', width: 34 },
]

/** The columns that stay in view, and those that are printed on every page. */
export const frozenColumns = 4
export const repeatedColumns = 3
export const yearColumn = 3
export const firstEditionColumn = 8
export const firstLinkColumn = 11

/** Rows of the sheet of reports: title, ways, the keys that nobody sees, the heads. */
export const rowOf = { title: 1, ways: 2, key: 3, group: 4, upper: 5, lower: 6 } as const
export const firstReport = rowOf.lower + 1

export interface Plan {
  readonly groups: readonly ColumnGroup[]
  /** Column of each group's first figure. */
  readonly starts: readonly number[]
  readonly lastReport: number
  /** Below a gap that keeps the sums out of the filter. */
  readonly sums: number
  /** What is added up: all reports of one year, or those of each year, oldest first. Years are never added together. */
  readonly years: readonly (number | null)[]
  /** Row of each report's first finding; null where it has none. */
  readonly findingRows: readonly (number | null)[]
}

/** Column of a report's figure in the main sheet; null where its edition has no such column. */
export const columnOf = (
  { groups, starts }: Plan,
  { editions }: SummaryReport,
  key: string,
): number | null => {
  for (const [index, { form, columns }] of groups.entries()) {
    const edition = editions[form]
    if (edition === null || !key.startsWith(`${form}.`)) continue
    const at = columns.findIndex(column => column.key === key && column.editions.includes(edition))
    if (at >= 0) return starts[index]! + at
  }
  return null
}

/** $C$6:$C$9: the reports' cells in a column, fixed. */
export const reportsIn = ({ lastReport }: Plan, column: number): string =>
  `$${columnLetters(column)}$${firstReport}:$${columnLetters(column)}$${lastReport}`

export const firstFinding = 2

/** Reports whose year could not be read come last, and are of no sum where any other year is known. */
const yearsOf = (reports: readonly SummaryReport[]): readonly (number | null)[] =>
  [...new Set(reports.map(({ year }) => year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))

export const planOf = ({ reports }: SummaryInput): Plan => {
  const groups = columnGroups(reports)
  let next = fixedColumns.length + 1
  const starts = groups.map(({ columns }) => {
    next += columns.length
    return next - columns.length
  })
  let row = firstFinding
  const findingRows = reports.map(({ findings }) => {
    row += findings.length
    return findings.length > 0 ? row - findings.length : null
  })
  const lastReport = Math.max(firstReport, firstReport + reports.length - 1)
  return { groups, starts, lastReport, sums: lastReport + 2, years: yearsOf(reports), findingRows }
}
