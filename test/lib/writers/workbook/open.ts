import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { JudgedReport } from '../../../../lib/writers/judged-report.ts'
import { writeWorkbook } from '../../../../lib/writers/workbook/index.ts'

/** Reads the workbook of a report back as a spreadsheet program would. */
export const opened = async (judged: JudgedReport): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeWorkbook(judged)).slice().buffer)
  return workbook
}

/** The parts of the package as text. */
export const partsOf = async (judged: JudgedReport): Promise<ReadonlyMap<string, string>> =>
  new Map(
    Object.entries(unzipSync(await writeWorkbook(judged))).map(([name, bytes]) => [
      name,
      new TextDecoder().decode(bytes),
    ]),
  )

/** The cell that shows the text, for finding one's way by labels as a person does. */
export const cellWith = (sheet: ExcelJS.Worksheet, text: string): ExcelJS.Cell => {
  let found: ExcelJS.Cell | undefined
  sheet.eachRow(row => {
    row.eachCell(cell => {
      if (!found && cell.text === text) found = cell.master
    })
  })
  if (!found) throw new Error(`no cell says ${text}`)
  return found
}

/** The internal links of a sheet, target by cell: exceljs itself does not read them back. */
export const linksOf = async (judged: JudgedReport, sheet: string): Promise<ReadonlyMap<string, string>> => {
  const number = (await opened(judged)).getWorksheet(sheet)!.id
  const xml = (await partsOf(judged)).get(`xl/worksheets/sheet${number}.xml`)!
  const links = xml.matchAll(/<hyperlink ref="([A-Z]+\d+)"[^>]*? location="([^"]*)"/g)
  return new Map([...links].map(([, cell, target]) => [cell!, target!.replaceAll('&apos;', "'")]))
}
