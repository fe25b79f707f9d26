import type { FormBlock } from '../../forms/form.ts'
import { groupOf, isLabel, rowOf } from '../labels/row-labels.ts'
import { isFigureLike, isNumeric, type Vocabulary } from '../labels/vocabulary.ts'
import { isWholeForm, printsHeader, provenRows, standingAfter } from '../proof/index.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import type { Header } from './columns.ts'
import { readHeader } from './headers.ts'
import {
  beginning,
  type Cursor,
  type FoundRow,
  type LabelledRows,
  moveTo,
  type OpenRow,
  partUnder,
} from './row-cursor.ts'
import { goesOn, hasGaps, rowValues } from './row-values.ts'

/** So many labels in one row of a table: its cells are pieces that lost their rows. */
const scatteredFrom = 3

/** The header above a row, read once for all rows that stand under it alike. */
const headerFor = (cursor: Cursor, row: StreamRow, block: FormBlock, labelsEnd: number): Header | null => {
  const { headerRows, headers, vocabulary } = cursor
  const [first] = headerRows
  if (!first) return null
  const count = headerRows.length
  const before = cursor.lastHeader
  const same =
    before?.first === first &&
    before.count === count &&
    before.block === block &&
    before.labelsEnd === labelsEnd
  const { header } = same ? before : { header: readHeader(headerRows, vocabulary, block, labelsEnd) }
  cursor.lastHeader = { first, count, block, labelsEnd, header }
  if (!header) return null
  const seen = headers.some(known => known.first === first && known.block === block)
  if (!seen) headers.push({ header, block, first })
  return header.grid && first.table !== row.table ? { ...header, grid: false } : header
}

const close = (cursor: Cursor, open: OpenRow, row: StreamRow, end: 'row' | 'label'): void => {
  const { block } = open.ref
  moveTo(cursor, open.ref)
  if (open.values.length === 0 && end !== 'row') return
  const header = headerFor(cursor, row, block, open.label.to)
  const values = rowValues(open.values, block, row)
  if (values.length >= block.columns.length) cursor.part.rows.add(open.ref)
  const astray = row.unproven === true || (hasGaps(values) && !goesOn(cursor.headerRows[0], row, block))
  const known = { ...open, values, header, end, loose: row.table?.columnsKnown !== true }
  if (astray) cursor.unproven.push({ ...known, unproven: true })
  else cursor.found.push({ row: known, part: cursor.part })
}

const isHeaderRow = (cursor: Cursor, row: StreamRow): boolean => {
  const { vocabulary } = cursor
  const cells = row.cells.filter(cell => cell.bare !== '' || cell.text.trim() !== '')
  if (cells.length === 0 || cells.some(cell => isNumeric(cell.text))) return false
  const columns = cells.filter(
    cell =>
      vocabulary.isFrame(cell.text, cell.bare) ||
      (cell.bare.length > 2 && vocabulary.form.blocks.some(block => vocabulary.findColumn(block, cell.bare))),
  )
  if (columns.length > 0) return !(columns.length === 1 && vocabulary.findRow(columns[0]!.bare))
  // A row of labels only, such as a wrong header after a page break. Words in the place of a value are no label.
  return !row.cells.some((cell, at) => {
    const after = row.cells.slice(at + 1)
    const words = after.length > 0 && !after.some(next => isLabel(vocabulary, next))
    return rowOf(vocabulary, cursor, cell) && (words || after.some(next => isFigureLike(next.text)))
  })
}

/** A row of a table without a grid that prints its label alone: its cells are blank, if none of them stands elsewhere. */
const loneLabel = (cursor: Cursor, { table, cells }: StreamRow): OpenRow | null => {
  const { vocabulary } = cursor
  const [label, ...rest] = cells
  if (table?.columnsKnown !== false || table.rows === 1 || rest.length > 0) return null
  if (vocabulary.findGroup(label!.bare) || vocabulary.findCaption(label!.text)) return null
  const match = rowOf(vocabulary, cursor, label!)
  if (!match) return null
  const blank = { ...label!, text: '', bare: '' }
  return { ...match, label: label!, values: match.ref.block.columns.map(() => blank) }
}

const readHeaderRow = (cursor: Cursor, row: StreamRow): void => {
  const { vocabulary } = cursor
  const first = cursor.headerDone || cursor.headerRows.at(-1)?.table !== row.table
  if (first) cursor.headerRows = []
  cursor.headerDone = false
  for (const cell of row.cells) {
    const group = vocabulary.findCaption(cell.text) ? null : groupOf(vocabulary, cursor, cell, undefined)
    if (group !== null) cursor.group = group
  }
  cursor.headerRows.push(row)
  const standing = standingAfter(cursor.part.standing, row, vocabulary, first)
  cursor.part = partUnder(standing, cursor.headerRows)
}

interface RowParts {
  /** The labels of rows with the cells behind them; `cut` where another label follows. */
  readonly parts: readonly { readonly open: OpenRow; readonly cut: boolean }[]
  /** The cells before the first of them. */
  readonly before: readonly StreamCell[]
}

/** The rows of the form that one row of a table prints, each behind its label. */
const partsOf = (cursor: Cursor, { cells }: StreamRow): RowParts => {
  const { vocabulary } = cursor
  const parts: { open: OpenRow; cut: boolean }[] = []
  const before: StreamCell[] = []
  let open: (OpenRow & { readonly values: StreamCell[] }) | null = null
  for (const [at, cell] of cells.entries()) {
    const isWords = !isFigureLike(cell.text)
    const next = isWords ? cells.slice(at + 1).find(other => other.bare !== '') : undefined
    const group = isWords ? groupOf(vocabulary, cursor, cell, next) : null
    const match = isWords && group === null ? rowOf(vocabulary, cursor, cell) : null
    if (group === null && !match && !(isWords && vocabulary.findCaption(cell.text))) {
      if (open) open.values.push(cell)
      else before.push(cell)
      continue
    }
    // A merged label that the input repeats in every column it covers.
    if (match && open?.ref === match.ref && open.values.length === 0) continue
    if (open) parts.push({ open, cut: true })
    open = match && { ...match, label: cell, values: [] }
    if (group !== null) cursor.group = group
    if (match) moveTo(cursor, match.ref)
  }
  if (open) parts.push({ open, cut: false })
  return { parts, before }
}

const readTableRow = (cursor: Cursor, row: StreamRow): void => {
  const lone = loneLabel(cursor, row)
  if (lone) {
    const known = { ...lone, header: null, end: 'row', loose: true } as const
    cursor.found.push({ row: known, part: cursor.part, lone: true })
    moveTo(cursor, lone.ref)
    cursor.headerDone = true
    return
  }
  if (isHeaderRow(cursor, row)) {
    readHeaderRow(cursor, row)
    return
  }
  const { parts, before } = partsOf(cursor, row)
  const astray = parts.length > 1 && before.some(cell => isNumeric(cell.text))
  if (parts.length >= scatteredFrom || (row.table?.rows === 1 && parts.length > 1) || astray)
    readPieces(cursor, [...cursor.headerRows.flatMap(({ cells }) => cells), ...row.cells])
  else for (const { open, cut } of parts) close(cursor, open, row, cut ? 'label' : 'row')
  if (parts.length > 0) cursor.headerDone = true
  else noteUnknown(cursor, row, before)
}

const noteUnknown = (cursor: Cursor, row: StreamRow, cells: readonly StreamCell[]): void => {
  const first = cells.findIndex(cell => isNumeric(cell.text))
  if (first < 0) return
  cursor.headerDone = true
  cursor.part.strangers++
  const labels = cells.slice(0, first).filter(cell => cell.bare !== '')
  const label = labels.map(cell => cell.text.trim()).join(' ')
  cursor.unknown.push({ label, values: cells.slice(first), cell: labels[0] ?? row.cells[0]! })
}

/** Pieces that only follow each other: the rows they prove, and the labels of those they do not. */
const readPieces = (cursor: Cursor, all: readonly StreamCell[]): void => {
  const { vocabulary } = cursor
  const none = { header: null, end: 'scattered', loose: true } as const
  for (const row of provenRows(all, vocabulary)) cursor.found.push({ row: { ...row, ...none }, part: null })
  for (const label of all) {
    const match = rowOf(vocabulary, cursor, label)
    const group = match ? null : vocabulary.findGroup(label.bare)?.value
    if (match) cursor.unproven.push({ ...match, label, values: [], unproven: true, ...none })
    cursor.group = group ?? match?.ref.group ?? cursor.group
  }
}

const readWaiting = (cursor: Cursor): void => {
  readPieces(cursor, cursor.pieces)
  cursor.pieces = []
}

/** Reads one row; a line between tables is a piece, and may head the rows below it. */
const step = (cursor: Cursor, row: StreamRow): void => {
  if (row.table) {
    readWaiting(cursor)
    readTableRow(cursor, row)
    return
  }
  cursor.pieces.push(row.cells[0]!)
  const standing = standingAfter(cursor.part.standing, row, cursor.vocabulary, true)
  if (standing !== cursor.part.standing) cursor.part = partUnder(standing, [row])
}

/** Reads the rows of a form by their label paths. Columns are not assigned here. */
export const readLabelledRows = (rows: readonly StreamRow[], vocabulary: Vocabulary): LabelledRows => {
  const cursor = beginning(vocabulary)
  for (const row of rows) step(cursor, row)
  readWaiting(cursor)
  const headed = printsHeader(rows, vocabulary)
  const isProven = ({ part, lone }: FoundRow): boolean =>
    !part ||
    (part.standing === 'own' && !(lone && part.strangers > 0)) ||
    (part.standing === 'none' && !headed) ||
    isWholeForm(part.rows, part.strangers, part.header, vocabulary)
  const { found, unknown, headers } = cursor
  const proven = found.filter(isProven).map(({ row }) => row)
  const unproven = [
    ...cursor.unproven,
    ...found.filter(each => !isProven(each)).map(({ row }) => ({ ...row, unproven: true as const })),
  ]
  const met = new Set(proven.map(({ ref }) => ref))
  const lost = new Map(unproven.filter(({ ref }) => !met.has(ref)).map(row => [row.ref, row]))
  return { rows: [...proven, ...lost.values()], unknown, headers }
}
