import type { Font, Style } from 'exceljs'
import type XlsxWriter from 'exceljs/lib/xlsx/xlsx.js'
import type { Package, PreparedModel } from 'exceljs/lib/xlsx/xlsx.js'

/** A link from a cell: to a place of the workbook, or out of it where `href` is given. */
export interface CellLink {
  readonly address: string
  readonly target?: string
  readonly href?: string
  readonly tooltip?: string
}

/** What is put into a sheet beside its model. */
export interface SheetExtras {
  readonly merges: readonly string[]
  readonly links: readonly CellLink[]
  /** Columns with which a printed page begins, from 1. */
  readonly pageStarts?: readonly number[]
}

/** A workbook that exceljs has prepared; its rows and strings are written by others. */
export interface OpenBook {
  /** Index of a style in the workbook's style sheet; each object is looked at once. */
  readonly styleIndex: (style: Partial<Style>) => number
  /**
   * Every part of the package with its name, one after another, so that no two large ones need be held. `rowsOf` gives the
   * `sheetData` element of a sheet, from 0, when its turn comes; `strings` the part `xl/sharedStrings.xml`, after all
   * sheets. Every style has been asked for before.
   */
  readonly parts: (
    rowsOf: (sheet: number) => string,
    strings: () => string,
  ) => Promise<Iterable<readonly [name: string, content: string]>>
}

const hyperlinkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** As links of cells exceljs would write the inner ones as external ones as well. */
const addExtras = ({ worksheets }: PreparedModel, sheets: readonly SheetExtras[]): void =>
  worksheets.forEach((worksheet, index) => {
    const { merges, links } = sheets[index]!
    worksheet.rows = []
    worksheet.mergeCells = merges
    worksheet.hyperlinks = links.map(({ href, ...link }) => {
      if (href === undefined) return link
      const rId = `rId${worksheet.rels.length + 1}`
      worksheet.rels.push({ Id: rId, Type: hyperlinkType, Target: href, TargetMode: 'External' })
      return { ...link, rId }
    })
  })

/** The parts as exceljs writes them, in its order. */
const writeParts = async (writer: XlsxWriter, model: object): Promise<Map<string, string>> => {
  const parts = new Map<string, string>()
  const zip: Package = { append: (content, { name }) => parts.set(name, content) }
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
  return parts
}

const noRows = '<sheetData/>'

/** Breaks before columns, which exceljs does not write; they stand right behind the footer. */
const breaksXml = (pageStarts: readonly number[]): string => {
  const breaks = pageStarts.map(column => `<brk id="${column - 1}" max="1048575" man="1"/>`)
  const count = `count="${breaks.length}" manualBreakCount="${breaks.length}"`
  return breaks.length === 0 ? '' : `<colBreaks ${count}>${breaks.join('')}</colBreaks>`
}

const behindFooter = '</headerFooter>'

/** The parts in their order, sheets before strings, with the rows and strings that others write. */
function* filledIn(
  parts: ReadonlyMap<string, string>,
  sheets: readonly SheetExtras[],
  rowsOf: (sheet: number) => string,
  strings: () => string,
): Generator<readonly [string, string]> {
  for (const [name, content] of parts) {
    const [, sheet] = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name) ?? []
    const at = sheet === undefined ? -1 : content.indexOf(noRows)
    if (at >= 0) {
      const index = Number(sheet) - 1
      const breaks = breaksXml(sheets[index]!.pageStarts ?? [])
      const rest = content.slice(at + noRows.length)
      const whole = breaks === '' ? rest : rest.replace(behindFooter, behindFooter + breaks)
      yield [name, content.slice(0, at) + rowsOf(index) + whole]
    } else yield [name, name === 'xl/sharedStrings.xml' ? strings() : content]
  }
}

/**
 * exceljs's writer of a package, without its object for every cell, its stream of XML and its zip. By `Workbook` and
 * `writeBuffer` a whole Word report takes 2.0 to 2.3 times as long, a web page 1.8 times; with these insides, but rows by
 * exceljs, 1.4 and 1.25 times. Its zip also carries the time of writing.
 *
 * Leans on: `lib/xlsx/xlsx.js` with `prepareModel` and a method for each part; the model of `Workbook.model`, whose
 * `worksheets` it changes in place; `styles.addStyleModel` and the list of fonts, whose first is the workbook's own;
 * links as `hyperlinks` with `rels`; `<sheetData/>` where a sheet has no rows.
 */
export const openBook = async (
  model: object,
  sheets: readonly SheetExtras[],
  defaultFont: Partial<Font>,
): Promise<OpenBook> => {
  const { default: Writer } = await import('exceljs/lib/xlsx/xlsx.js')
  const writer = new Writer({ model })
  writer.prepareModel(model, {})
  const prepared = model as PreparedModel
  const { styles, sharedStrings } = prepared
  styles.addStyleModel({})
  styles.model.fonts[0] = styles.map.font.toXml(defaultFont)
  // One string is enough for exceljs to list the part.
  sharedStrings.add('')
  addExtras(prepared, sheets)
  const indexes = new Map<Partial<Style>, number>()
  return {
    styleIndex: style => {
      const index = indexes.get(style) ?? styles.addStyleModel(style)
      indexes.set(style, index)
      return index
    },
    parts: async (rowsOf, strings) => filledIn(await writeParts(writer, model), sheets, rowsOf, strings),
  }
}
