import type { NamedPlace } from '../../model/own-workbook.ts'
import { openBook } from '../../vendor/exceljs/open-book.ts'
import { rowsXml } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { sheetModel } from './sheet-model.ts'
import { newStrings } from './strings.ts'
import { defaultFont } from './styles.ts'
import { cellText } from './text.ts'
import { zipOf } from './zip.ts'

/** Stands for every date a workbook must carry: nothing about when it was made is inside. */
const noDate = new Date(Date.UTC(1980, 0, 1))

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

/**
 * The bytes of an xlsx file. exceljs writes the workbook and everything around the rows of its sheets.
 * The same sheets give the same bytes in every place and at every time.
 */
export const bookOf = async (
  sheets: readonly Sheet[],
  title: string,
  names: readonly NamedPlace[] = [],
): Promise<Uint8Array> => {
  const extras = sheets.map(({ merges, links, externalLinks, pageStarts = [] }) => ({
    merges,
    pageStarts,
    links: [...links, ...externalLinks],
  }))
  const book = await openBook(workbookModel(sheets, title, names), extras, defaultFont)
  const strings = newStrings()
  // The style sheet is written before the rows.
  for (const { rows } of sheets)
    for (const line of rows) for (const cell of line ?? []) if (cell?.style) book.styleIndex(cell.style)
  const indexes = { stringIndex: strings.indexOf, styleIndex: book.styleIndex }
  return zipOf(await book.parts(at => rowsXml(sheets[at]!, indexes), strings.xml))
}
