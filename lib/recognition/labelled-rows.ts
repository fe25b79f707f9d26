import type { FormBlock } from '../forms/form.ts'
import { even } from '../util/even.ts'
import type { Header } from './columns.ts'
import { readHeader } from './headers.ts'
import { bareLabel, labelNumberValue, lastNumberedPart } from './labels.ts'
import { isWholeForm, printsHeader, provenRows, type Standing, standingAfter } from './proof/index.ts'
import { goesOn, hasGaps, rowValues } from './row-values.ts'
import type { StreamCell, StreamRow } from './stream-row.ts'
import { isFigureLike, isNumeric, type RowRef, type Vocabulary } from './vocabulary.ts'

/** A row found by its label, with the cells that followed it. */
export interface LabelledRow {
  readonly ref: RowRef
  readonly label: StreamCell
  readonly variant: boolean
  readonly values: readonly StreamCell[]
  readonly header: Header | null
  /** How the values ended: at the end of a table row, at another label inside it, or among scattered cells. */
  readonly end: 'row' | 'label' | 'scattered'
  /** Stands in a table whose columns are not known. */
  readonly loose: boolean
  /** Nothing proves that the values are this row's: see `proof.ts`. */
  readonly unproven?: true
}

export interface UnknownRow {
  readonly label: string
  readonly values: readonly StreamCell[]
  readonly cell: StreamCell
}

export interface LabelledRows {
  readonly rows: readonly LabelledRow[]
  readonly unknown: readonly UnknownRow[]
  readonly headers: readonly { readonly header: Header; readonly block: FormBlock }[]
}

interface OpenRow {
  ref: RowRef
  label: StreamCell
  variant: boolean
  values: StreamCell[]
}

/** Rows under one header, or before any. */
interface Part {
  standing: Standing
  header: readonly StreamRow[]
  readonly rows: Set<RowRef>
  strangers: number
}

interface ReadHeader {
  readonly first: StreamRow
  readonly count: number
  readonly block: FormBlock
  readonly labelsEnd: number
  readonly header: Header | null
}

const scatteredFrom = 3

/** Reads the rows of tables 2 and 3 by their label paths. Columns are not assigned here. */
export const readLabelledRows = (rows: readonly StreamRow[], vocabulary: Vocabulary): LabelledRows => {
  const found: { row: LabelledRow; part: Part | null; lone?: true }[] = []
  const unknown: UnknownRow[] = []
  const headers: { header: Header; block: FormBlock; first: StreamRow }[] = []
  let group = ''
  let lastOrder = -1
  let headerRows: StreamRow[] = []
  let headerDone = false
  const headed = printsHeader(rows, vocabulary)
  let part: Part = { standing: 'none', header: [], rows: new Set(), strangers: 0 }
  let pieces: StreamCell[] = []
  /** Labels met among single pieces that prove nothing. */
  const unproven: LabelledRow[] = []
  /** The header read last: most rows of a table stand under one. */
  let last: ReadHeader | null = null

  /** Before its last numbered part a cell may name the groups of its row; one that names another row names none. */
  const namesRow = (text: string): boolean => {
    const part = lastNumberedPart(text)
    if (part === null) return vocabulary.findRow(bareLabel(text)) !== null
    return vocabulary.findRow(bareLabel(part)) !== null || namesRow(text.slice(0, -part.length))
  }

  const rowOf = (cell: StreamCell): { ref: RowRef; variant: boolean } | null => {
    const part = vocabulary.findRow(cell.bare) || cell.text.length > 120 ? null : lastNumberedPart(cell.text)
    if (part !== null && namesRow(even(cell.text).slice(0, -part.length))) return null
    const match = vocabulary.findRow(part === null ? cell.bare : bareLabel(part))
    if (!match) return null
    const ref = match.value
    // 其他 and 总计 are also columns and groups: only their number or the place they stand in tells the row.
    const short = cell.bare.length <= 2 && ref.row.path.length > 1
    const number = labelNumberValue(cell.text)
    const numbered = number !== 0 && number === ref.number
    const placed =
      ref.group === group ||
      (ref.row.path.length === 2 && lastOrder >= ref.order - 4 && lastOrder < ref.order)
    if (short && !numbered && !(number === 0 && placed)) return null
    return { ref, variant: match.variant || part !== null }
  }

  const isLabel = (cell: StreamCell): boolean =>
    cell.bare !== '' &&
    (vocabulary.findRow(cell.bare) !== null ||
      vocabulary.findGroup(cell.bare) !== null ||
      vocabulary.form.blocks.some(block => vocabulary.findColumn(block, cell.bare)))

  const groupOf = (cell: StreamCell, next: StreamCell | undefined): string | null => {
    const match = vocabulary.findGroup(cell.bare)
    if (!match) return null
    const row = rowOf(cell)
    // （六）其他处理 is a row in one edition and a group in the other; a group is followed by one of its items.
    if (row && !(next && vocabulary.findRow(next.bare))) return null
    return match.value
  }

  const headerFor = (row: StreamRow, block: FormBlock, labelsEnd: number): Header | null => {
    if (headerRows.length === 0) return null
    if (
      last?.first !== headerRows[0] ||
      last?.count !== headerRows.length ||
      last.block !== block ||
      last.labelsEnd !== labelsEnd
    )
      last = {
        first: headerRows[0]!,
        count: headerRows.length,
        block,
        labelsEnd,
        header: readHeader(headerRows, vocabulary, block, labelsEnd),
      }
    const { header } = last
    if (!header) return null
    const seen = headers.some(known => known.first === headerRows[0] && known.block === block)
    if (!seen) headers.push({ header, block, first: headerRows[0]! })
    return header.grid && headerRows[0]!.table !== row.table ? { ...header, grid: false } : header
  }

  const close = (open: OpenRow, row: StreamRow, end: 'row' | 'label'): void => {
    lastOrder = open.ref.order
    group = open.ref.group
    if (open.values.length === 0 && end !== 'row') return
    const header = headerFor(row, open.ref.block, open.label.to)
    open.values = rowValues(open.values, open.ref.block, row)
    if (open.values.length >= open.ref.block.columns.length) part.rows.add(open.ref)
    const astray =
      row.unproven === true || (hasGaps(open.values) && !goesOn(headerRows[0], row, open.ref.block))
    const known = { ...open, header, end, loose: row.table?.columnsKnown !== true }
    if (astray) unproven.push({ ...known, unproven: true })
    else found.push({ row: known, part })
  }

  const isHeaderRow = (row: StreamRow): boolean => {
    const cells = row.cells.filter(cell => cell.bare !== '' || cell.text.trim() !== '')
    if (cells.length === 0 || cells.some(cell => isNumeric(cell.text))) return false
    const columns = cells.filter(
      cell =>
        vocabulary.isFrame(cell.text, cell.bare) ||
        (cell.bare.length > 2 &&
          vocabulary.form.blocks.some(block => vocabulary.findColumn(block, cell.bare))),
    )
    if (columns.length > 0) return !(columns.length === 1 && vocabulary.findRow(columns[0]!.bare))
    // A row of labels only, such as a wrong header after a page break. Words in the place of a value are no label.
    return !row.cells.some((cell, at) => {
      const after = row.cells.slice(at + 1)
      const words = after.length > 0 && !after.some(next => isLabel(next))
      return rowOf(cell) && (words || after.some(next => isFigureLike(next.text)))
    })
  }

  /** A row of a table without a grid that prints its label alone: its cells are blank, if none of them stands elsewhere. */
  const loneLabel = (row: StreamRow): OpenRow | null => {
    const [label, ...rest] = row.cells
    if (row.table?.columnsKnown !== false || row.table.rows === 1 || rest.length > 0) return null
    if (vocabulary.findGroup(label!.bare) || vocabulary.findCaption(label!.text)) return null
    const match = rowOf(label!)
    if (!match) return null
    const blank = { ...label!, text: '', bare: '' }
    return { ...match, label: label!, values: match.ref.block.columns.map(() => blank) }
  }

  const readTableRow = (row: StreamRow): void => {
    const lone = loneLabel(row)
    if (lone) {
      found.push({ row: { ...lone, header: null, end: 'row', loose: true }, part, lone: true })
      lastOrder = lone.ref.order
      group = lone.ref.group
      headerDone = true
      return
    }
    if (isHeaderRow(row)) {
      const first = headerDone || headerRows.at(-1)?.table !== row.table
      if (first) headerRows = []
      headerDone = false
      for (const cell of row.cells) {
        const next = vocabulary.findCaption(cell.text) ? null : groupOf(cell, undefined)
        if (next !== null) group = next
      }
      headerRows.push(row)
      const standing = standingAfter(part.standing, row, vocabulary, first)
      part = { standing, header: headerRows, rows: new Set(), strangers: 0 }
      return
    }
    const parts: { open: OpenRow; cut: boolean }[] = []
    const before: StreamCell[] = []
    let open: OpenRow | null = null
    row.cells.forEach((cell, at) => {
      if (!isFigureLike(cell.text)) {
        const next = row.cells.slice(at + 1).find(other => other.bare !== '')
        const name = groupOf(cell, next)
        const match = name === null ? rowOf(cell) : null
        if (name !== null || match || vocabulary.findCaption(cell.text)) {
          // A merged label that the input repeats in every column it covers.
          const again: boolean = match !== null && open?.ref === match.ref && open.values.length === 0
          if (again) return
          if (open) parts.push({ open, cut: true })
          open = null
          if (name !== null) group = name
          if (match) {
            open = { ref: match.ref, label: cell, variant: match.variant, values: [] }
            group = match.ref.group
            lastOrder = match.ref.order
          }
          return
        }
      }
      if (open) open.values.push(cell)
      else before.push(cell)
    })
    if (open) parts.push({ open, cut: false })
    const astray = parts.length > 1 && before.some(cell => isNumeric(cell.text))
    if (parts.length >= scatteredFrom || (row.table?.rows === 1 && parts.length > 1) || astray)
      readPieces([...headerRows.flatMap(({ cells }) => cells), ...row.cells])
    else for (const part of parts) close(part.open, row, part.cut ? 'label' : 'row')
    if (parts.length > 0) headerDone = true
    else noteUnknown(row, before)
  }

  const noteUnknown = (row: StreamRow, cells: readonly StreamCell[]): void => {
    const first = cells.findIndex(cell => isNumeric(cell.text))
    if (first < 0) return
    headerDone = true
    part.strangers++
    const labels = cells.slice(0, first).filter(cell => cell.bare !== '')
    const label = labels.map(cell => cell.text.trim()).join(' ')
    unknown.push({ label, values: cells.slice(first), cell: labels[0] ?? row.cells[0]! })
  }

  /** Pieces that only follow each other: the rows they prove, and the labels of those they do not. */
  const readPieces = (all: readonly StreamCell[]): void => {
    const none = { header: null, end: 'scattered', loose: true } as const
    for (const row of provenRows(all, vocabulary)) found.push({ row: { ...row, ...none }, part: null })
    for (const label of all) {
      const match = rowOf(label)
      const name = match ? null : vocabulary.findGroup(label.bare)?.value
      if (match) unproven.push({ ...match, label, values: [], unproven: true, ...none })
      group = name ?? match?.ref.group ?? group
    }
  }

  for (const row of rows) {
    if (!row.table) {
      pieces.push(row.cells[0]!)
      const standing = standingAfter(part.standing, row, vocabulary, true)
      if (standing !== part.standing) part = { standing, header: [row], rows: new Set(), strangers: 0 }
      continue
    }
    readPieces(pieces)
    pieces = []
    readTableRow(row)
  }
  readPieces(pieces)
  const isProven = (each: Part | null, lone = false): boolean =>
    !each ||
    (each.standing === 'own' && !(lone && each.strangers > 0)) ||
    (each.standing === 'none' && !headed) ||
    isWholeForm(each.rows, each.strangers, each.header, vocabulary)
  const proven = found.filter(each => isProven(each.part, each.lone)).map(({ row }) => row)
  for (const each of found)
    if (!isProven(each.part, each.lone)) unproven.push({ ...each.row, unproven: true })
  const met = new Set(proven.map(({ ref }) => ref))
  const lost = new Map(unproven.filter(({ ref }) => !met.has(ref)).map(row => [row.ref, row]))
  return { rows: [...proven, ...lost.values()], unknown, headers }
}
