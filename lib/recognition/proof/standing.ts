import type { RowRef, Vocabulary } from '../labels/vocabulary.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import { isColumnLabel, ownLabel } from './labels.ts'

/** Whose header stands above the rows being read; `none` before any. */
export type Standing = 'none' | 'own' | 'foreign'

/** Labels of two characters (其他, 总计) and 信息内容 head other tables as well. */
const isOwn = (cell: StreamCell, vocabulary: Vocabulary): boolean =>
  isColumnLabel(cell, vocabulary) ||
  (cell.bare.length > 2 &&
    ((vocabulary.isFrame(cell.text, cell.bare) && !vocabulary.isCommon(cell.bare)) ||
      vocabulary.findRow(cell.bare) !== null ||
      vocabulary.findGroup(cell.bare) !== null))

/** A header of invented names (类别, 数据1 … 总计) as wide as the form, whose last name is the form's own. */
const isAsWide = (cells: readonly StreamCell[], vocabulary: Vocabulary): boolean =>
  vocabulary.form.blocks.some(block => {
    const { length } = block.columns
    const ends = vocabulary.findColumn(block, cells.at(-1)?.bare ?? '')?.value.at === length - 1
    return length > 3 && ends && (cells.length === length || cells.length === length + 1)
  })

const columnLabels = ({ form }: Vocabulary): string[] =>
  form.blocks.flatMap(({ columns }) => columns.map(ownLabel))

/** A header torn at the wrong places still prints the column labels one character after the other. */
const printsTorn = (bares: readonly string[], vocabulary: Vocabulary): boolean => {
  const all = bares.join('')
  return columnLabels(vocabulary).some(label => label.length > 2 && all.includes(label))
}

/** The lower line of labels that run over two rows of cells (商业 above 企业). */
const goesOn = (bares: readonly string[], vocabulary: Vocabulary): boolean => {
  const labels = columnLabels(vocabulary)
  return bares.every(bare => labels.some(label => label.length > bare.length && label.endsWith(bare)))
}

/**
 * Where the rows below a header row stand. `first`: no other header row stands right above it. A single cell, such as
 * a title across the table, changes nothing.
 */
export const standingAfter = (
  before: Standing,
  row: StreamRow,
  vocabulary: Vocabulary,
  first: boolean,
): Standing => {
  if (row.cells.some(cell => isOwn(cell, vocabulary))) return 'own'
  const bares = [...new Set(row.cells.map(({ bare }) => bare).filter(bare => bare !== ''))]
  if (bares.length < 2) return before
  if (printsTorn(bares, vocabulary) || isAsWide(row.cells, vocabulary)) return 'own'
  return !first && before === 'own' && goesOn(bares, vocabulary) ? 'own' : 'foreign'
}

/** Whether the form prints any header of its own in these rows: then what stands before it is not under one. */
export const printsHeader = (rows: readonly StreamRow[], vocabulary: Vocabulary): boolean =>
  rows.some(row => row.cells.some(cell => isColumnLabel(cell, vocabulary)))

/** So many rows of a form stand in no other table. */
const fewestRows = 6
const yearLike = /^(?:19|20)\d\d(?:年度?)?$|^[去上前今本]年$/u

/**
 * Whether rows under a header that is not the form's, or under none, are the form all the same: the better part of its rows,
 * whole, and hardly a row between them that is not the form's; columns named by years are a trend.
 */
export const isWholeForm = (
  rows: ReadonlySet<RowRef>,
  strangers: number,
  header: readonly StreamRow[],
  vocabulary: Vocabulary,
): boolean =>
  strangers <= rows.size / 8 &&
  rows.size >= Math.max(fewestRows, vocabulary.rows.length / 2) &&
  !header.some(row => row.cells.some(cell => yearLike.test(cell.text.replace(/\s/gu, ''))))
