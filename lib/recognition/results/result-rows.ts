import { stateOfWords } from '../../model/own-workbook.ts'
import type { Header } from '../labelled/columns.ts'
import type { ResultLabels } from '../labels/result-labels.ts'
import { isFigureLike } from '../labels/vocabulary.ts'
import { provenResults } from '../proof/index.ts'
import { isBlank, type StreamCell, type StreamRow } from '../stream/stream-row.ts'
import { type ResultHeader, readResultHeader } from './result-columns.ts'

/** A row of values of a form that is read by its results, with the header above it. */
export interface ResultRow {
  readonly values: readonly StreamCell[]
  readonly header: Header | null
  readonly printed: ResultHeader | null
}

const isHeaderCell = (form: ResultLabels, cell: StreamCell): boolean =>
  form.groupOf(cell) !== null || form.resultOf(cell.bare) !== null || form.isHead(cell.bare)

/** A header row of which every cell holds a piece of a group label. */
const isTorn = (form: ResultLabels, { cells }: StreamRow): boolean =>
  cells.some(cell => !isBlank(cell)) && cells.every(cell => isBlank(cell) || form.isTornGroup(cell.bare))

/** A row's own label (数量, 件) may stand before the values. */
const longestLead = 2

/** With a grid a row of as many cells as the form has columns holds its values, whatever words stand in some of them. */
const wholeRow = (form: ResultLabels, row: StreamRow): StreamCell[] | null => {
  const { cells, table } = row
  if (
    !table?.columnsKnown ||
    cells.length !== form.columns.length ||
    cells.some(cell => isHeaderCell(form, cell))
  )
    return null
  const filled = cells.some(cell => !isBlank(cell) && isFigureLike(cell.text))
  return filled || cells.every(({ text }) => stateOfWords(text.trim()) !== null) ? [...cells] : null
}

/** Cells of a row of values: only what may be a figure, not merged header cells that reach down from above. */
const valuesOf = (form: ResultLabels, row: StreamRow): StreamCell[] | null => {
  const whole = wholeRow(form, row)
  if (whole) return whole
  const own = row.cells.filter(cell => !(cell.continued && isHeaderCell(form, cell)))
  const first = own.findIndex(cell => isFigureLike(cell.text) || cell.continued)
  if (first < 0 || first > longestLead || own.slice(0, first).some(cell => isHeaderCell(form, cell)))
    return null
  const values = own.slice(first)
  const enough = first === 0 || values.length >= form.results.length
  return enough && values.every(cell => isFigureLike(cell.text) || cell.continued) ? values : null
}

/** A row that prints one group: its name, then its values. */
const groupRow = (form: ResultLabels, row: StreamRow): { group: string; values: StreamCell[] } | null => {
  const at = row.cells.findLastIndex(cell => isHeaderCell(form, cell))
  const group = at < 0 ? null : form.groupOf(row.cells[at]!)
  const values = row.cells.slice(at + 1)
  const figures = values.length >= form.results.length && values.every(cell => isFigureLike(cell.text))
  return group && row.table && figures && !values.every(isBlank) ? { group: group.key, values } : null
}

/** Values printed behind their header in one long row, for inputs that do not tell rows apart. */
const splitLongRow = (form: ResultLabels, row: StreamRow): StreamRow[] => {
  const lastLabel = row.cells.findLastIndex(cell => isHeaderCell(form, cell))
  if (
    lastLabel < 0 ||
    lastLabel === row.cells.length - 1 ||
    !row.cells.some(cell => form.resultOf(cell.bare))
  )
    return [row]
  const tail = row.cells.slice(lastLabel + 1)
  if (tail.length < form.results.length || !tail.some(cell => !isBlank(cell))) return [row]
  return [
    { ...row, cells: row.cells.slice(0, lastLabel + 1) },
    { ...row, cells: tail },
  ]
}

const headerOf = ({ keys, cells, strangers, grid }: ResultHeader, sameTable: boolean): Header => {
  const leaves = [
    ...cells.map((cell, at) => ({ key: keys?.[at] ?? null, cell, variant: false })),
    ...strangers.map(cell => ({ key: null, cell, variant: false })),
  ]
  return { grid: grid && sameTable, leaves: grid ? leaves.sort((a, b) => a.cell.from - b.cell.from) : leaves }
}

/** Finds the rows of values, each under the header rows before it. */
export const readResultRows = (form: ResultLabels, rows: readonly StreamRow[]): ResultRow[] => {
  const found: ResultRow[] = []
  let context: string | null = null
  let headerRows: StreamRow[] = []
  let pieces: StreamCell[] = []
  let used = false
  const flush = (): void => {
    for (const { values, header } of provenResults(form, pieces, context))
      found.push({ values, header: headerOf(header, false), printed: header })
    pieces = []
  }
  for (const row of rows.flatMap(each => splitLongRow(form, each))) {
    if (row.table) flush()
    else pieces.push(row.cells[0]!)
    const single = headerRows.length > 0 ? groupRow(form, row) : null
    const heads =
      row.cells.some(cell => isHeaderCell(form, cell)) ||
      (row.table?.columnsKnown === true && isTorn(form, row))
    if (!single && heads && !valuesOf(form, row)?.some(cell => !isBlank(cell))) {
      const group = row.table ? null : form.groupOf(row.cells[0]!)
      if (group) context = group.key
      if (used) headerRows = []
      used = false
      headerRows.push(row)
      continue
    }
    if (!row.table) continue
    const values = single?.values ?? valuesOf(form, row)
    if (!values || headerRows.length === 0) continue
    const printed = readResultHeader(form, headerRows, single?.group ?? context)
    used = true
    if (!printed && values.every(isBlank)) continue
    const header = printed && headerOf(printed, headerRows[0]!.table === row.table)
    found.push({ values, header, printed })
  }
  flush()
  return found
}
