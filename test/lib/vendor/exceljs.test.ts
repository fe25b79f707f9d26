import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBook } from '../../../lib/vendor/exceljs/open-book.ts'
import { newSheet, put } from '../../../lib/writers/workbook/sheet.ts'
import { sheetModel } from '../../../lib/writers/workbook/sheet-model.ts'
import { contract } from './contract.ts'

const holds = contract('exceljs')
const file = 'open-book.ts'

const methods = [
  ...[
    'prepareModel',
    'addContentTypes',
    'addOfficeRels',
    'addWorkbookRels',
    'addWorksheets',
    'addSharedStrings',
  ],
  ...['addTables', 'addThemes', 'addStyles', 'addApp', 'addCore', 'addWorkbook'],
]

test('the writer of packages is there', async () => {
  const found = await import('exceljs/lib/xlsx/xlsx.js').catch(() => null)
  const prototype: object = found?.default.prototype ?? {}
  for (const method of methods)
    holds(typeof Reflect.get(prototype, method) === 'function', `has lib/xlsx/xlsx.js with ${method}`, file)
})

const names = [
  ...['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'],
  ...['xl/worksheets/_rels/sheet1.xml.rels', 'xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml'],
  ...[
    'xl/sharedStrings.xml',
    'xl/theme/theme1.xml',
    'xl/styles.xml',
    'docProps/app.xml',
    'docProps/core.xml',
  ],
  'xl/workbook.xml',
]
const rows = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
const strings = '<sst><si><t>一</t></si></sst>'
const date = new Date(Date.UTC(1980, 0, 1))
const bold = { font: { bold: true } }

describe('a workbook of one sheet', () => {
  let parts: ReadonlyMap<string, string>
  let indexes: readonly number[]
  beforeAll(async () => {
    const sheet = newSheet('表', [10])
    put(sheet, [1, 1, 1, 2], '一')
    sheet.notes.push({ row: 1, column: 1, text: '注' })
    const model = {
      ...{ creator: 'a', lastModifiedBy: 'a', created: date, modified: date, title: 't' },
      ...{ properties: {}, calcProperties: {}, views: [], media: [] },
      definedNames: [{ name: 'here', ranges: ["'表'!$A$1"] }],
      worksheets: [sheetModel(sheet, 0)],
    }
    const links = [
      { address: 'A1', target: "'表'!A1" },
      { address: 'B1', href: 'b.html' },
    ]
    const book = await openBook(model, [{ merges: sheet.merges, links }], { name: '宋体', size: 11 })
    indexes = [book.styleIndex(bold), book.styleIndex({ font: { italic: true } }), book.styleIndex(bold)]
    parts = new Map(
      await book.parts(
        () => rows,
        () => strings,
      ),
    )
  })
  const part = (name: string): string => parts.get(name) ?? ''
  const says = (name: string, text: string, what: string) => holds(part(name).includes(text), what, file)

  test('has these parts and no others', () => {
    holds(
      isDeepStrictEqual([...parts.keys()].sort(), [...names].sort()),
      'writes these parts of a workbook',
      file,
    )
  })

  test('takes rows and strings of ours', () => {
    says('xl/worksheets/sheet1.xml', rows, 'writes <sheetData/> for a sheet without rows')
    expect(part('xl/sharedStrings.xml')).toBe(strings)
    says('[Content_Types].xml', '/xl/sharedStrings.xml', 'lists the strings as a part')
  })

  test('gives styles their index, and the first font to the workbook', () => {
    holds(isDeepStrictEqual(indexes, [1, 2, 1]), 'numbers styles by addStyleModel, the plain one 0', file)
    holds(
      /<fonts[^>]*><font>(?:(?!<\/font>).)*宋体/u.test(part('xl/styles.xml')),
      'writes the first of styles.model.fonts first',
      file,
    )
  })

  test('takes merged cells, links, notes and names from its model', () => {
    const sheet = 'xl/worksheets/sheet1.xml'
    says(sheet, '<mergeCell ref="A1:B1"/>', 'writes merged cells from mergeCells')
    says(
      sheet,
      '<hyperlink ref="A1" location="&apos;表&apos;!A1"',
      'writes a link with a target as one within',
    )
    says(
      'xl/worksheets/_rels/sheet1.xml.rels',
      'Target="b.html" TargetMode="External"',
      'writes the links in rels',
    )
    says('xl/comments1.xml', '注', 'writes the comment of a cell')
    says('xl/workbook.xml', '<definedName name="here"', 'writes definedNames')
    says('docProps/core.xml', '1980-01-01T00:00:00Z', 'writes the dates it is given')
  })
})
