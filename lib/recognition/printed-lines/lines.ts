import type { SectionKey } from '../../forms/form.ts'
import { bareLabel } from '../labels/labels.ts'
import { isFigureLike, isNumeric } from '../labels/vocabulary.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import { exactRow, isPartOfGroup, type NamedRow } from './row-names.ts'

/** A printed line of the stretch of a document that prints one table line by line. */
export interface Line {
  readonly row: StreamRow
  /**
   * `figures` ends with the values of a row, `words` has none, `page` is the number of a page with marks around it,
   * `number` a figure alone: a page's as well, or a cell's.
   */
  readonly kind: 'figures' | 'words' | 'number' | 'page'
  /** The cells before the values; all cells of a line of words. */
  readonly label: readonly StreamCell[]
  readonly values: readonly StreamCell[]
  /** The row of a form this line prints the values of, once proven. */
  found: NamedRow | null
  /** The label as printed, put together from the lines it runs over. */
  printed: string
  /** Words that are part of a row's label. */
  taken: boolean
  /** The lines whose words make the label of this one's figures. */
  parts: readonly Line[]
}

/** Lines that follow one another without a section's title, another table or running text between. */
export type Stretch = readonly Line[]

const PAGE_MARK =
  /^(?:[-—–－·•~]+\s?\d{1,4}\s?[-—–－·•~]*|(?:page|p\.?|第)\s?\d{1,4}\s?(?:页.{0,12}|\/\s?\d{1,4})?|\d{1,4}\s?\/\s?\d{1,4})$/iu

const isPageMark = (text: string): boolean => text.length < 30 && PAGE_MARK.test(text.trim())

/** Running text is no label; a sentence ends a table. */
const longestWords = 120

/** 四类 alone on a line is more likely a part of a label than a number written in characters. */
const isWritten = (text: string): boolean => /^\s*[〇零一二三四五六七八九十百千万]/u.test(text)

const isValue = ({ text }: StreamCell): boolean => !isWritten(text) && (isFigureLike(text) || isNumeric(text))

/** Nothing, or what a group's label leaves on the line of one of its rows. */
export const saysNothing = ({ label }: Line): boolean =>
  label.every(({ text }) => isPartOfGroup(text) && exactRow(text) === null)

/** The parts of a paragraph that stand apart on its line. */
const partsOf = ({ table, cells }: StreamRow): readonly StreamCell[] => {
  const cell = cells[0]!
  if (table !== null) return cells
  const parts = cell.text.split(/\s{2,}|\u3000/u).filter(part => part !== '')
  return parts.length < 2 ? cells : parts.map(text => ({ ...cell, text, bare: bareLabel(text) }))
}

const lineOf = (row: StreamRow): Line => {
  const cells = partsOf(row)
  const last = cells.findLastIndex(cell => !isValue(cell))
  const values = cells.slice(last + 1)
  const label = cells.slice(0, last + 1)
  const printed = label.map(cell => cell.text).join(' ')
  const base = { row, label, values, found: null, printed, taken: false, parts: [] }
  if (row.cells.length === 1 && isPageMark(row.cells[0]!.text)) return { ...base, kind: 'page' }
  if (values.length === 0) return { ...base, kind: 'words' }
  if (row.table === null || (label.length === 0 && values.length === 1)) return { ...base, kind: 'number' }
  return { ...base, kind: 'figures' }
}

/** Cuts the rows of a document into stretches that print their tables line by line, and the rows between. */
export const stretchesOf = (
  rows: readonly StreamRow[],
  breaks: ReadonlyMap<number, SectionKey>,
): (StreamRow | Stretch)[] => {
  const out: (StreamRow | Stretch)[] = []
  let lines: Line[] = []
  const close = () => {
    if (lines.some(({ kind }) => kind === 'figures')) out.push(lines)
    else out.push(...lines.map(({ row }) => row))
    lines = []
  }
  for (const row of rows) {
    const long = row.table === null && row.cells[0]!.text.replace(/\s+/gu, ' ').length > longestWords
    if (
      (row.table !== null && !row.table.printedLines) ||
      long ||
      (row.table === null && breaks.has(row.block))
    ) {
      close()
      out.push(row)
    } else lines.push(lineOf(row))
  }
  close()
  return out
}
