/** The one part of exceljs we load: its xlsx writer, a quarter of the start-up time of the whole package. */
declare module 'exceljs/lib/xlsx/xlsx.js' {
  import type { Style } from 'exceljs'

  /** Where the writer puts the parts of the package. */
  export interface Package {
    append(content: string, entry: { readonly name: string }): void
  }

  export interface Styles {
    readonly model: { readonly fonts: string[] }
    readonly map: { readonly font: { toXml(model: object): string } }
    /** Index of the style in the workbook's style sheet; the same object always gives the same index. */
    addStyleModel(style: Partial<Style>): number
  }

  export interface PreparedSheet {
    rows: unknown[]
    mergeCells: string[]
    hyperlinks: {
      readonly address: string
      readonly target?: string
      readonly rId?: string
      readonly tooltip?: string
    }[]
    readonly rels: {
      readonly Id: string
      readonly Type: string
      readonly Target: string
      readonly TargetMode?: string
    }[]
  }

  /** What `prepareModel` makes of a model, in place. */
  export interface PreparedModel {
    readonly worksheets: PreparedSheet[]
    readonly styles: Styles
    readonly sharedStrings: { add(text: string): number }
  }

  export default class XlsxWriter {
    constructor(workbook: { readonly model: object })
    prepareModel(model: object, options: object): void
    addContentTypes(zip: Package, model: object): Promise<void>
    addOfficeRels(zip: Package, model: object): Promise<void>
    addWorkbookRels(zip: Package, model: object): Promise<void>
    addWorksheets(zip: Package, model: object): Promise<void>
    addSharedStrings(zip: Package, model: object): Promise<void>
    addTables(zip: Package, model: object): Promise<void>
    addThemes(zip: Package, model: object): Promise<void>
    addStyles(zip: Package, model: object): Promise<void>
    addApp(zip: Package, model: object): Promise<void>
    addCore(zip: Package, model: object): Promise<void>
    addWorkbook(zip: Package, model: object): Promise<void>
  }
}
