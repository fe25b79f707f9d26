import type { Table } from '../../model/document.ts'
import type { Report } from '../../model/report.ts'
import { inSheet } from './address.ts'
import { sheetName } from './names.ts'
import type { Plan } from './plan.ts'
import { newSheet, put, type Sheet } from './sheet.ts'
import * as styles from './styles.ts'
import { linesIn, looksLikeFormula } from './text.ts'

/** More tables than this stand one below another in one sheet: nobody pages through fifty tabs. */
const mostSheets = 20
const lastRow = 1_048_576
const lastColumn = 16_384
const narrowest = 8
const widest = 40

const plainNumber = /^-?(?:0|[1-9]\d{0,10})(?:\.\d{1,6})?$/

/** Plain numbers become numbers; index numbers, dates and whatever else stay as printed. */
const printedValue = (text: string): string | number => {
  const trimmed = text.trim()
  return plainNumber.test(trimmed) && String(Number(trimmed)) === trimmed ? Number(trimmed) : trimmed
}

const columnWidth = (length: number): number => Math.min(widest, Math.max(narrowest, length * 2 + 2))

const widen = (sheet: Sheet, table: Table): void => {
  for (const { column, columnSpan, text } of table.cells) {
    if (columnSpan > 1 || column > lastColumn) continue
    const longest = Math.max(...text.split('\n').map(line => line.trim().length))
    sheet.widths[column - 1] = Math.max(sheet.widths[column - 1] ?? narrowest, columnWidth(longest))
  }
  for (let column = 0; column < sheet.widths.length; column++) sheet.widths[column] ??= narrowest
}

/** Puts a table at `top`; gives the first row below it. What lies beyond a sheet's edge is left out and said so. */
const putTable = (sheet: Sheet, table: Table, top: number): number => {
  let bottom = top
  let leftOut = 0
  for (const { row, column, rowSpan, columnSpan, text } of table.cells) {
    if (top + row + rowSpan > lastRow || column + columnSpan > lastColumn) {
      leftOut++
      continue
    }
    const value = printedValue(text)
    const style = typeof value === 'number' ? styles.labelCentred : styles.label
    const at = [top + row, column, rowSpan, columnSpan] as const
    put(
      sheet,
      at,
      value,
      typeof value === 'string' && looksLikeFormula(value) ? styles.textual(style) : style,
    )
    bottom = Math.max(bottom, top + row + rowSpan - 1)
    const width = sheet.widths.slice(column - 1, column - 1 + columnSpan).reduce((sum, next) => sum + next, 0)
    const height = Math.min(400, 8 + 15 * linesIn(String(value), width))
    if (rowSpan === 1) sheet.heights[top + row - 1] = Math.max(sheet.heights[top + row - 1] ?? 20, height)
  }
  if (leftOut > 0)
    put(
      sheet,
      [bottom + 1, 1],
      `另有 ${leftOut} 格超出工作表范围，未列出 cells beyond the sheet left out`,
      styles.hint,
    )
  return bottom + (leftOut > 0 ? 2 : 1)
}

const putHead = (sheet: Sheet, plan: Plan, title: string): void => {
  put(sheet, [1, 1], `${title}　← 概览 Overview`, styles.backLink)
  sheet.links.push({ address: 'A1', target: inSheet(plan.overview, 'A1') })
}

/** The tables of the document that are no statutory form, or could not be read as one, as printed. */
export const otherTableSheets = (report: Report, plan: Plan): Sheet[] => {
  const tables = report.tables
    .filter(({ form }) => form === null || report.editions[form] === null)
    .map(({ table }) => table)
  if (tables.length === 0) return []
  if (tables.length <= mostSheets)
    return tables.map(table => {
      const first = table.cells.find(({ text }) => text.trim() !== '')?.text.trim() ?? ''
      const sheet = newSheet(sheetName(`表${table.number} ${first.slice(0, 12)}`, plan.taken), [])
      putHead(sheet, plan, `原文第 ${table.number} 个表格`)
      widen(sheet, table)
      putTable(sheet, table, 2)
      return sheet
    })
  const sheet = newSheet(sheetName('其他表格', plan.taken), [])
  putHead(sheet, plan, '原文的其他表格 Other tables')
  for (const table of tables) widen(sheet, table)
  let row = 3
  for (const table of tables) {
    put(sheet, [row, 1], `原文第 ${table.number} 个表格`, styles.heading)
    row = putTable(sheet, table, row) + 1
  }
  return [sheet]
}
