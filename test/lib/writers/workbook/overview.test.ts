import type ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { checkTitle } from '../../../../lib/writers/check-title.ts'
import { faultySample, oldSample } from '../samples.ts'
import { cellWith, linksOf, opened } from './open.ts'

const findingsTop = 20
const rowOf = (sheet: ExcelJS.Worksheet, check: string): ExcelJS.Row =>
  sheet.getRow(Number(cellWith(sheet, `${checkTitle(check)}\n${check}`).row))

describe('the overview', () => {
  it('says what the report is and how it was judged', async () => {
    const sheet = (await opened(faultySample)).getWorksheet('概览')!
    const { findings } = faultySample
    const count = (severity: string) => findings.filter(finding => finding.severity === severity).length
    expect(sheet.getCell('A1').value).toBe(faultySample.report.title)
    expect(sheet.getCell('A2').value).toBe(
      `核对结论：不通过 Invalid　（错误 ${count('error')}，警告 ${count('warning')}，提示 ${count('info')}）`,
    )
    expect(sheet.getCell('D4').value).toBe('青禾县数据局')
    expect(sheet.getCell('D5').value).toBe(2020)
    expect(cellWith(sheet, '2020-01-01 至 2020-12-31').address).toBe('D6')
    expect(cellWith(sheet, '文本框未能读取 A text box was lost')).toBeDefined()
  })

  it('lists every finding, the gravest first, under a filter', async () => {
    const sheet = (await opened(faultySample)).getWorksheet('概览')!
    const { findings } = faultySample
    const words = findings.map((_, index) => String(sheet.getCell(findingsTop + index, 2).value))
    expect(words).toEqual(words.toSorted((a, b) => '错警提'.indexOf(a[0]!) - '错警提'.indexOf(b[0]!)))
    const messages = findings.map((_, index) => sheet.getCell(findingsTop + index, 6).value)
    expect(new Set(messages)).toEqual(new Set(findings.map(({ message }) => message.zh)))
    expect(sheet.autoFilter).toBe(`A19:K${findingsTop + findings.length - 1}`)
  })

  it('gives numbers, quote and the way to the cell', async () => {
    const sheet = (await opened(faultySample)).getWorksheet('概览')!
    const row = rowOf(sheet, 'text-requests')
    expect([7, 8, 9, 10].map(column => row.getCell(column).value)).toEqual([
      22,
      17,
      -5,
      '共收到政府信息公开申请22件',
    ])
    const links = await linksOf(faultySample, '概览')
    expect(links.get(row.getCell(5).address)).toBe("'依申请公开'!J6")
    expect(row.getCell(11).value).toBe('The text says 22 requests, the table 17.')
  })

  it('says so where nothing could be recognised', async () => {
    const sheet = (await opened(oldSample)).getWorksheet('概览')!
    expect(sheet.getCell('A2').value).toMatch(/无法核对/)
    expect(sheet.getCell('D4').value).toMatch(/未识别/)
    expect(sheet.getCell(findingsTop, 1).value).toMatch(/没有发现问题/)
    expect(sheet.autoFilter).toBeFalsy()
  })
})
