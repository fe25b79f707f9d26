import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { seasonWorkbook } from '../../../../lib/series/workbook/index.ts'
import type { Bounds } from '../../../../lib/series/workbook/season-workbook.ts'

export const readBook = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook
}

/** The workbook of a season read back as a spreadsheet program would. */
export const opened = async (view: SeasonView, bounds: Bounds = {}): Promise<ExcelJS.Workbook> =>
  readBook(await seasonWorkbook(view, bounds))

export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]))

/** What a cell shows: a formula's stored result, else its value. */
export const shownIn = (cell: ExcelJS.Cell): unknown => (cell.formula ? (cell.result ?? '') : cell.value)

/** The rows of a list from the one after its heads on, as texts and numbers. */
export const linesOf = (sheet: ExcelJS.Worksheet, first = 5): readonly (readonly unknown[])[] => {
  const lines: unknown[][] = []
  for (let row = first; row <= sheet.rowCount; row++) {
    const line: unknown[] = []
    for (let column = 1; column <= sheet.columnCount; column++)
      line.push(shownIn(sheet.getRow(row).getCell(column)))
    lines.push(line)
  }
  return lines
}

/** Every cell with a formula. */
export const formulasIn = (workbook: ExcelJS.Workbook): readonly ExcelJS.Cell[] =>
  workbook.worksheets.flatMap(sheet => {
    const cells: ExcelJS.Cell[] = []
    sheet.eachRow(row => {
      row.eachCell(cell => {
        if (cell.formula) cells.push(cell)
      })
    })
    return cells
  })

/** The cells that the arguments of a sum name: 'Sheet'!$A$1:$A$9,'Sheet'!$A$12. */
export const cellsNamed = (workbook: ExcelJS.Workbook, references: string): readonly ExcelJS.Cell[] =>
  [...references.matchAll(/'([^']+)'!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?/g)].flatMap(
    ([, sheet, column, from, to = from]) => {
      const cells: ExcelJS.Cell[] = []
      for (let row = Number(from); row <= Number(to); row++)
        cells.push(workbook.getWorksheet(sheet!)!.getCell(`${column}${row}`))
      return cells
    },
  )

/** The internal links of a sheet, target by cell: exceljs itself does not read them back. */
export const linksOf = (bytes: Uint8Array, workbook: ExcelJS.Workbook, sheet: string) => {
  const xml = partsOf(bytes).get(`xl/worksheets/sheet${workbook.getWorksheet(sheet)!.id}.xml`)!
  const links = xml.matchAll(/<hyperlink ref="([A-Z]+\d+)"[^>]*? location="([^"]*)"/g)
  return new Map([...links].map(([, cell, target]) => [cell!, target!.replaceAll('&apos;', "'")]))
}
