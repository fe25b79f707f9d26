import { describe, expect, it } from 'vitest'
import { sheetName } from '../../../../lib/writers/workbook/names.ts'
import { judgedOf } from '../../../support/judged.ts'
import { reportOf } from '../../../support/report.ts'
import { faultySample, tableOf } from '../samples.ts'
import { opened } from './open.ts'

const withTables = (count: number, first = (number: number) => `甲${number}`) =>
  judgedOf(
    reportOf({
      report: {
        tables: Array.from({ length: count }, (_, index) => ({
          form: null,
          table: tableOf(index + 1, [
            [first(index + 1), null, '乙'],
            ['1', '2', '3'],
          ]),
        })),
      },
    }),
  )

describe('other tables', () => {
  it('keeps texts as printed, plain numbers as numbers, merged cells merged', async () => {
    const sheet = (await opened(faultySample)).getWorksheet('表1 索引号')!
    expect(sheet.getCell('B3').value).toBe('014000/2021-00012')
    expect(sheet.getCell('B4').value).toBe('2021-01-20')
    expect(sheet.getRow(5).values).toEqual([undefined, '=1+1', '007', 3])
    expect(sheet.getCell('A5').numFmt).toBe('@')
    const merged = (await opened(withTables(1))).getWorksheet('表1 甲1')!
    expect(merged.getCell('B3').master.address).toBe('A3')
    expect(merged.getCell('C3').value).toBe('乙')
  })

  it('gives each a sheet of a name no other has', async () => {
    const names = (
      await opened(withTables(3, () => "'[a]*/:?\\很长的名字很长的名字很长的名字很长的名字"))
    ).worksheets.map(({ name }) => name)
    expect(names.filter(name => /^表\d /.test(name))).toHaveLength(3)
  })

  it('stands many one below another in one sheet, none lost', async () => {
    const workbook = await opened(withTables(25))
    const names = workbook.worksheets.map(({ name }) => name)
    expect(names).toEqual(['概览', '主动公开', '依申请公开', '复议诉讼', '其他表格', '数据'])
    const texts: unknown[] = []
    workbook.getWorksheet('其他表格')!.eachRow(row => texts.push(row.getCell(1).value))
    for (let number = 1; number <= 25; number++) expect(texts).toContain(`甲${number}`)
  })
})

describe('sheetName', () => {
  it('takes out what Excel refuses, cuts at 31, and tells equal names apart whatever their case', () => {
    const taken = new Set<string>()
    expect(sheetName("'a[b]c:d/e?f*g\\h'", taken)).toBe('a b c d e f g h')
    expect(sheetName('A B C D E F G H', taken)).toBe('A B C D E F G H (2)')
    expect(sheetName('', taken)).toBe('表')
    expect(sheetName('History', taken)).toBe('表 (2)')
    const long = '一二三四五六七八九十'.repeat(5)
    expect(sheetName(long, taken)).toHaveLength(31)
    expect(sheetName(long, taken)).toMatch(/^.{27} \(2\)$/)
    expect(sheetName(`${'a'.repeat(30)}😀`, taken)).toBe('a'.repeat(30))
  })
})
