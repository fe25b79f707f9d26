/** The one part of exceljs we load: its writer of xlsx packages. */
declare module 'exceljs/lib/xlsx/xlsx.js' {
  import type { Style } from 'exceljs'

  /** Where the writer puts the parts of the package. */
  export interface Package {
    append(content: string, entry: { readonly name: string }): void
  }

  export interface PreparedSheet {
    rows: unknown[]
    mergeCells: readonly string[]
    hyperlinks: readonly { readonly address: string }[]
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
    readonly styles: {
      readonly model: { readonly fonts: string[] }
      readonly map: { readonly font: { toXml(model: object): string } }
      /** Index of the style in the workbook's style sheet; the same object always gives the same index. */
      addStyleModel(style: Partial<Style>): number
    }
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
