import type { Style as ExcelStyle } from 'exceljs'
import { rangeOf } from './address.ts'

/** A sheet before it is written: plain data that knows cells, not reports. */

export type Style = Partial<ExcelStyle>

export interface SheetCell {
  readonly value: string | number | null
  /** Live formula; `value` is then the result shown where nothing recalculates. */
  readonly formula?: string
  readonly style?: Style
}

/** A comment on a cell. */
export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
  /** What is said under it, in grey. */
  readonly aside?: string
}

/** An internal link: from a cell of this sheet to `target`, a reference such as 'Sheet'!A1. */
export interface Link {
  readonly address: string
  readonly target: string
  readonly tooltip?: string
}

/** A link out of the workbook: `href` is an address, or relative to where the workbook lies. */
export interface ExternalLink {
  readonly address: string
  readonly href: string
  readonly tooltip?: string
}

/** Colours cells of `range` while `formula` is true. */
export interface Condition {
  readonly range: string
  readonly formula: string
  readonly style: Style
}

export interface Sheet {
  readonly name: string
  /** `rows[r][c]` is the cell in row r + 1, column c + 1. */
  readonly rows: (SheetCell | undefined)[][]
  /** Points, by row index. */
  readonly heights: (number | undefined)[]
  /** Characters of the default font, by column index. */
  readonly widths: number[]
  readonly merges: string[]
  readonly notes: Note[]
  readonly links: Link[]
  readonly externalLinks: ExternalLink[]
  readonly conditions: Condition[]
  /** Rows and columns that stay in view. */
  frozen?: { readonly rows: number; readonly columns: number }
  /** Range with filter buttons. */
  filter?: string
  /** Makes the whole sheet an Excel table under its first row. */
  table?: { readonly name: string; readonly columns: readonly string[] }
  tab?: string
  landscape?: boolean
  /** Printed on one page, not only one page wide. */
  onePage?: boolean
  /** Range that is printed, where that is not all. */
  printed?: string
  /** Rows that are there and not shown, from 1. */
  hidden?: readonly number[]
  /** A3 where A4 would be too small to read. */
  paper?: 'A3'
  /** Rows printed on every page, for example 1:5. */
  repeat?: string
  /** Columns printed on every page of a sheet wider than a page, for example A:D. */
  repeatColumns?: string
  /** Columns with which a new page begins when it is printed, from 1. */
  pageStarts?: readonly number[]
}

export const newSheet = (name: string, widths: readonly number[]): Sheet => ({
  name,
  rows: [],
  heights: [],
  widths: [...widths],
  merges: [],
  notes: [],
  links: [],
  externalLinks: [],
  conditions: [],
})

/** Puts a cell; a merged one gets its style on all it covers, so that its borders close. */
export const put = (
  sheet: Sheet,
  [row, column, rows = 1, columns = 1]: readonly [number, number, number?, number?],
  value: SheetCell['value'],
  style?: Style,
  formula?: string,
): void => {
  const covered: SheetCell = style ? { value: null, style } : { value: null }
  for (let r = row - 1; r < row - 1 + rows; r++) {
    sheet.rows[r] ??= []
    const line = sheet.rows[r]!
    for (let c = column - 1; c < column - 1 + columns; c++) line[c] = covered
  }
  sheet.rows[row - 1]![column - 1] = {
    value,
    ...(style ? { style } : {}),
    ...(formula === undefined ? {} : { formula }),
  }
  if (rows > 1 || columns > 1) sheet.merges.push(rangeOf(row, column, rows, columns))
}
