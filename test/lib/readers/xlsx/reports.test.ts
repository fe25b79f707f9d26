import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readXlsx } from '../../../../lib/readers/xlsx/index.ts'
import { samples } from '../../../samples/samples.ts'
import { figuresOf, fixture, sampleFigures, textsOf } from '../../../support/samples.ts'

const qinghe = Object.values(samples)[0]!

/** The sample's tables on a sheet each, or one below the other, as exceljs writes them. */
const written = async (sheets: boolean): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  let sheet = book.addWorksheet('年报')
  let top = 1
  sheet.getCell(top++, 1).value = qinghe.title
  for (const { heading, table } of qinghe.sections) {
    if (!table) continue
    if (sheets) {
      sheet = book.addWorksheet(heading.slice(0, 30))
      top = 1
    }
    sheet.getCell(++top, 1).value = heading
    top++
    const taken = new Set<string>()
    for (const [index, cells] of table.entries()) {
      let column = 1
      for (const { text, rowSpan = 1, columnSpan = 1 } of cells) {
        while (taken.has(`${index},${column}`)) column++
        for (let row = index; row < index + rowSpan; row++)
          for (let across = column; across < column + columnSpan; across++) taken.add(`${row},${across}`)
        sheet.getCell(top + index, column).value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
        if (rowSpan * columnSpan > 1)
          sheet.mergeCells(top + index, column, top + index + rowSpan - 1, column + columnSpan - 1)
      }
    }
    top += table.length
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('sample reports', () => {
  test.each([
    ['a sheet for each table', true],
    ['one below the other', false],
  ])('%s', async (_, sheets) => {
    const document = await readXlsx(await written(sheets))
    expect(document.format).toBe('xlsx')
    expect(document.losses).toEqual([])
    expect(textsOf(document)).toContain(qinghe.title)
    expect(figuresOf(document)).toEqual(sampleFigures('qinghe'))
  })

  test('all tables in one grid of columns, as LibreOffice makes of a page', async () => {
    expect(figuresOf(await readXlsx(fixture('xlsx', 'qinghe-2023')))).toEqual(sampleFigures('qinghe'))
  })

  test('a blank and a missing cell shift nothing', async () => {
    const parts = unzipSync(fixture('xlsx', 'qinghe-2023'))
    const name = 'xl/worksheets/sheet1.xml'
    const xml = strFromU8(parts[name]!)
    const full = /(<c [^>]*>)<v>1286<\/v><\/c>/
    expect(full.test(xml)).toBe(true)
    const key = 'proactiveDisclosure.administrativeLicensing.decisions'
    for (const change of ['$1</c>', '']) {
      const mutant = zipSync({ ...parts, [name]: strToU8(xml.replace(full, change)) })
      expect(figuresOf(await readXlsx(mutant))).toEqual({
        ...sampleFigures('qinghe'),
        [key]: ['blank', null],
      })
    }
  })
})
