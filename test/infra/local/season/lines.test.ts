import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readLines } from '../../../../infra/local/season/lines.ts'
import { docxOf } from '../../../support/docx.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const read = async (name: string, bytes: string | Uint8Array) => {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, bytes)
  return readLines(path)
}

const rows = [
  { line: 1, cells: ['单位编号', '名称'] },
  { line: 2, cells: ['007', '青禾县数据局'] },
]

test.each([
  ['UTF-8', '单位编号,名称\n007,青禾县数据局\n'],
  ['UTF-8 with its mark, tabs and CRLF', '\ufeff单位编号\t名称\r\n007\t青禾县数据局\r\n'],
  ['quotes and our apostrophe', '"单位编号","名称"\n\'007,青禾县数据局'],
  ['semicolons', '单位编号;名称\n007;"青禾县数据局"'],
  ['full-width commas', '单位编号，名称\n007，青禾县数据局'],
])('a CSV file in %s', async (_, text) => {
  expect(await read('名册.csv', text)).toEqual({ lines: rows })
})

test('semicolons within cells part nothing where commas part the cells', async () => {
  expect(await read('名册.csv', '单位编号,名称,别名\n1,甲局,"子局;丑局"\n2,乙局,寅局;卯局')).toMatchObject({
    lines: [{}, { cells: ['1', '甲局', '子局;丑局'] }, { cells: ['2', '乙局', '寅局;卯局'] }],
  })
})

test('a CSV file in GBK', async () => {
  const gbk = Buffer.from('b5a5cebbb1e0bac52cc3fbb3c60a3030372cc7e0bacccfd8cafdbeddbed60a', 'hex')
  expect(await read('名册.csv', gbk)).toEqual({ lines: rows })
})

test('lines are counted as an editor counts them, over empty ones and texts of several', async () => {
  expect(await read('名册.csv', 'a,b\n\n1,"x\ny"\n2,z\n')).toEqual({
    lines: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: [''] },
      { line: 3, cells: ['1', 'x\ny'] },
      { line: 5, cells: ['2', 'z'] },
    ],
  })
})

test('a quote without its end is a problem of its line', async () => {
  expect(await read('名册.csv', 'a,b\n1,"x\n')).toMatchObject({
    problems: [{ line: 2, code: 'csv-damaged' }],
  })
})

test('the first sheet of a workbook that is shown, with the numbers of its rows', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('藏', { state: 'hidden' }).addRow(['不读'])
  const sheet = book.addWorksheet('名册')
  sheet.getRow(2).values = ['单位编号', '名称', '起始日期']
  sheet.getRow(4).values = ['007', '青禾县数据局', new Date(Date.UTC(2020, 4, 1))]
  sheet.getCell('C4').numFmt = 'yyyy-mm-dd'
  expect(await read('名册.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))).toEqual({
    lines: [
      { line: 2, cells: ['单位编号', '名称', '起始日期'] },
      { line: 4, cells: ['007', '青禾县数据局', '2020-05-01'] },
    ],
  })
})

const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')])

test.each<[string, string | Uint8Array, string]>([
  ['名册.xls', compound('Workbook'), '旧版 Excel 工作簿'],
  ['名册.doc', compound('WordDocument'), 'Word 或 WPS 文字文档'],
  ['名册.xlsx', compound('EncryptedPackage'), '取消密码'],
  ['名册.docx', docxOf(''), 'Word 文档（.docx）'],
  ['名册.pdf', '%PDF-1.7', 'PDF 文件'],
  ['名册.rtf', '{\\rtf1}', 'RTF 文档'],
  ['名册.png', Buffer.from('89504e470d0a1a0a', 'hex'), '图片'],
  ['名册.xls', '<html><table><tr><td>单位编号</td></tr></table></html>', '网页'],
  ['名册.xlsx', 'PK\u0003\u0004 cut off', '已损坏的工作簿'],
  ['名册.csv', Buffer.from([1, 2, 3, 0, 0, 0, 0, 1, 2]), '不认识的文件'],
])('%s that is no list is told by what it is, and what to do', async (name, bytes, sentence) => {
  const found = await read(name, bytes)
  expect(found).toMatchObject({ problems: [{ line: 1, code: 'no-list' }] })
  expect(JSON.stringify(found)).toContain(sentence)
})

test('the content decides, whatever the name says', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('名册').addRows(rows.map(({ cells }) => cells))
  expect(await read('名册.csv', new Uint8Array(await book.xlsx.writeBuffer()))).toEqual({ lines: rows })
  expect(await read('名册.xlsx', '单位编号,名称\n007,青禾县数据局')).toEqual({ lines: rows })
})
