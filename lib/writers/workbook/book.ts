import type { PreparedModel } from 'exceljs/lib/xlsx/xlsx.js'
import type { NamedPlace } from '../../model/own-workbook.ts'
import { rowsXml } from './rows.ts'
import type { Sheet, Style } from './sheet.ts'
import { sheetModel } from './sheet-model.ts'
import { newStrings } from './strings.ts'
import { defaultFont } from './styles.ts'
import { cellText } from './text.ts'
import { zipOf } from './zip.ts'

/** Stands for every date a workbook must carry: nothing about when it was made is inside. */
const noDate = new Date(Date.UTC(1980, 0, 1))

const hyperlinkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

const workbookModel = (sheets: readonly Sheet[], title: string, names: readonly NamedPlace[]) => ({
  creator: 'gongkai',
  lastModifiedBy: 'gongkai',
  created: noDate,
  modified: noDate,
  title: cellText(title),
  properties: {},
  calcProperties: {},
  definedNames: names.map(({ name, reference }) => ({ name, ranges: [reference] })),
  views: [],
  media: [],
  worksheets: sheets.map(sheetModel),
})

/** What is written here and put in place of what exceljs would write: the rows of each sheet and their strings. */
const writtenHere = (sheets: readonly Sheet[], { styles, sharedStrings }: PreparedModel) => {
  const strings = newStrings()
  const styleIndexes = new Map<Style, number>()
  const styleIndex = (style: Style): number => {
    const known = styleIndexes.get(style)
    if (known !== undefined) return known
    const index = styles.addStyleModel(style)
    styleIndexes.set(style, index)
    return index
  }
  const indexes = { stringIndex: strings.indexOf, styleIndex }
  const rows = new Map(
    sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, rowsXml(sheet, indexes)]),
  )
  // One string is enough for exceljs to list the part.
  sharedStrings.add('')
  return (part: string, content: string): string => {
    if (part === 'xl/sharedStrings.xml') return strings.xml()
    const own = rows.get(part)
    return own === undefined ? content : content.replace('<sheetData/>', () => own)
  }
}

/**
 * The bytes of an xlsx file. exceljs writes the workbook and everything around the rows of its sheets.
 * The same sheets give the same bytes in every place and at every time.
 */
export const bookOf = async (
  sheets: readonly Sheet[],
  title: string,
  names: readonly NamedPlace[] = [],
): Promise<Uint8Array> => {
  const { default: XlsxWriter } = await import('exceljs/lib/xlsx/xlsx.js')
  const model = workbookModel(sheets, title, names)
  const writer = new XlsxWriter({ model })
  writer.prepareModel(model, {})
  const prepared = model as unknown as PreparedModel
  prepared.styles.addStyleModel({})
  prepared.styles.model.fonts[0] = prepared.styles.map.font.toXml(defaultFont)
  const replaced = writtenHere(sheets, prepared)
  prepared.worksheets.forEach((worksheet, index) => {
    worksheet.rows = []
    worksheet.mergeCells = sheets[index]!.merges
    // As links of cells exceljs would write the inner ones as external ones as well.
    const { links, externalLinks } = sheets[index]!
    const outer = externalLinks.map(({ href, ...link }) => {
      const rId = `rId${worksheet.rels.length + 1}`
      worksheet.rels.push({ Id: rId, Type: hyperlinkType, Target: href, TargetMode: 'External' })
      return { ...link, rId }
    })
    worksheet.hyperlinks = [...links, ...outer]
  })
  const parts = new Map<string, string>()
  const zip = {
    append: (content: string, { name }: { readonly name: string }) => {
      parts.set(name, replaced(name, content))
    },
  }
  await writer.addContentTypes(zip, model)
  await writer.addOfficeRels(zip, model)
  await writer.addWorkbookRels(zip, model)
  await writer.addWorksheets(zip, model)
  await writer.addSharedStrings(zip, model)
  await writer.addTables(zip, model)
  await writer.addThemes(zip, model)
  await writer.addStyles(zip, model)
  await writer.addApp(zip, model)
  await writer.addCore(zip, model)
  await writer.addWorkbook(zip, model)
  return zipOf(parts)
}
