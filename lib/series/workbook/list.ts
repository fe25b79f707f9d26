import { addressOf, inSheet, rangeOf } from '../../writers/workbook/address.ts'
import { newSheet, put, type Sheet, type SheetCell, type Style } from '../../writers/workbook/sheet.ts'
import { linesIn, looksLikeFormula } from '../../writers/workbook/text.ts'
import * as styles from './styles.ts'

/** A sheet that is one list: a title with the way back, a line that says what it is, the heads, the rows. */

export const overviewName = '总览'

export interface ListColumn {
  readonly head: string
  readonly width: number
}

export interface List {
  readonly name: string
  readonly title: string
  /** What it is and how to use it. */
  readonly about: string
  readonly columns: readonly ListColumn[]
  /** How many columns stay in view and on every page. */
  readonly frozen: number
  /** How many are printed; left out: all. */
  readonly printed?: number
}

/** Row of the heads; those of more than one line of heads come before it. */
export const listHead = 4
export const firstListed = listHead + 1

/** A list with more rows than a person looks at says so and points to the data set. */
export const mostListed = 50_000

/** Spreadsheets take some 65,000 links in a sheet. */
export const mostLinked = 60_000

/** The sheet of a list before its rows. */
export const newList = ({ name, title, about, columns, frozen, printed = columns.length }: List): Sheet => {
  const sheet = newSheet(
    name,
    columns.map(({ width }) => width),
  )
  put(sheet, [1, 1, 1, printed], title, styles.title)
  put(sheet, [2, 1, 1, printed], `← ${overviewName} Overview`, styles.backLink)
  sheet.links.push({ address: 'A2', target: inSheet(overviewName, 'A1') })
  put(sheet, [3, 1, 1, printed], about, styles.subtitle)
  const wide = columns.slice(0, printed).reduce((sum, { width }) => sum + width, 0)
  sheet.heights.push(32, 18, 6 + 13 * linesIn(about, wide * 1.1), 32)
  columns.forEach(({ head }, at) => {
    put(sheet, [listHead, at + 1], head, styles.head)
  })
  sheet.frozen = { rows: listHead, columns: frozen }
  sheet.landscape = true
  sheet.paper = 'A3'
  sheet.repeat = `${listHead}:${listHead}`
  return sheet
}

/** Closes a list: filter, what is printed, and a sentence where there is nothing. */
export const endList = (
  sheet: Sheet,
  { columns, printed = columns.length }: List,
  nothing: string,
): Sheet => {
  const last = sheet.rows.length
  if (last <= listHead) put(sheet, [firstListed, 1, 1, printed], nothing, styles.good)
  else sheet.filter = rangeOf(listHead, 1, last - listHead + 1, columns.length)
  if (printed < columns.length) sheet.printed = rangeOf(1, 1, sheet.rows.length, printed)
  return sheet
}

/** Says below a list that it goes on elsewhere. */
export const cutAfter = (
  sheet: Sheet,
  columns: number,
  [all, most]: readonly [number, number],
  file: string,
): void => {
  if (all <= most) return
  const text = `共 ${all} 行，此处只列前 ${most} 行；全部见 dataset/${file}。 The rest is in the data set.`
  put(sheet, [sheet.rows.length + 2, 1, 1, columns], text, styles.warning)
}

/** A text of others, kept from becoming a formula when somebody edits its cell. */
export const putText = (
  sheet: Sheet,
  [row, column]: readonly [number, number],
  text: string | null,
  style: Style = styles.text,
): void =>
  put(sheet, [row, column], text, text !== null && looksLikeFormula(text) ? styles.textual(style) : style)

/** A text that leads somewhere, where there is such a place. */
export const putLink = (
  sheet: Sheet,
  [row, column]: readonly [number, number],
  text: string | number,
  target: string | null,
  style: Style = styles.text,
): void => {
  const isLinked = target !== null && sheet.links.length < mostLinked
  const shown = isLinked ? styles.linked(style) : style
  put(
    sheet,
    [row, column],
    text,
    typeof text === 'string' && looksLikeFormula(text) ? styles.textual(shown) : shown,
  )
  if (isLinked) sheet.links.push({ address: addressOf(row, column), target })
}

/** The height in points at which the texts of a row are to be read whole. */
export const heightOf = (sheet: Sheet, row: number, columns = sheet.widths.length): number => {
  const lines = (sheet.rows[row - 1] ?? [])
    .slice(0, columns)
    .map((cell: SheetCell | undefined, at) =>
      typeof cell?.value === 'string' && cell.formula === undefined
        ? linesIn(cell.value, sheet.widths[at]! * 1.08)
        : 1,
    )
  return Math.min(400, Math.max(20, 6 + 13 * Math.max(1, ...lines)))
}

/** Serial number of a day, as spreadsheets count. */
export const daySerial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569

/** A day, or a word where none is known. */
export const putDay = (sheet: Sheet, at: readonly [number, number], day: string | null, word = '—'): void =>
  put(sheet, at, day === null ? word : daySerial(day), styles.day)
