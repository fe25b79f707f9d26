import type { Column, FormBlock } from '../../forms/form.ts'
import { bareLabel, type LabelMatch } from '../labels/labels.ts'
import type { RowRef, Vocabulary } from '../labels/vocabulary.ts'
import type { StreamCell } from '../stream/stream-row.ts'
import { isColumnLabel, ownLabel } from './labels.ts'
import { isFigurePiece, labelAt, type PieceLabel, restAt, runAt, withoutPageNumbers } from './pieces.ts'

/** One row whose figures are proven to be its own. */
export interface ProvenRow {
  readonly ref: RowRef
  readonly label: StreamCell
  readonly variant: boolean
  readonly values: readonly StreamCell[]
}

/** Column labels as they are read line by line: those of an upper row before those below a group. */
const byDepth = (columns: readonly Column[]): Column[] =>
  [...columns].sort((a, b) => a.path.length - b.path.length)

const isGroup =
  ({ columns }: FormBlock) =>
  (bare: string): true | null =>
    columns.some(({ path }) => path.slice(0, -1).some(({ label }) => bareLabel(label) === bare)) || null

/** Where the header of a block ends that begins at `at`; -1 where none does. */
const headerEnd = (
  pieces: readonly StreamCell[],
  at: number,
  block: FormBlock,
  vocabulary: Vocabulary,
  columns: readonly Column[],
): number => {
  const columnOf = (bare: string): Column | null => vocabulary.findColumn(block, bare)?.value.column ?? null
  const group = isGroup(block)
  let place = at
  for (const column of columns) {
    let label = labelAt(pieces, place, columnOf)
    while (label?.found !== column) {
      const above = place === at ? null : labelAt(pieces, place, group)
      if (!above) return -1
      place += above.parts
      label = labelAt(pieces, place, columnOf)
    }
    place += label.parts
  }
  return place
}

interface LabelPlace {
  readonly at: number
  readonly label: PieceLabel<LabelMatch<RowRef>>
}

/** Groups before one row: 三、本年度办理结果 and （一） to （七）. */
const mostGroups = 2

/** Where the label of a row stands that follows, behind the labels of its groups; in its own wording if it can be. */
const labelOf = (
  pieces: readonly StreamCell[],
  from: number,
  ref: RowRef,
  vocabulary: Vocabulary,
): LabelPlace | null => {
  let at = from
  let found: LabelPlace | null = null
  for (let groups = 0; groups <= mostGroups; groups++) {
    const label = labelAt(pieces, at, vocabulary.findRow)
    if (label?.found.value === ref && (!found || !label.found.variant)) found = { at, label }
    const group = found && !found.label.found.variant ? null : labelAt(pieces, at, vocabulary.findGroup)
    if (!group) break
    at += group.parts
  }
  return found
}

/** The row whose label stands at a place, the labels of its groups before it skipped. */
const rowAt = (
  pieces: readonly StreamCell[],
  from: number,
  ref: RowRef,
  vocabulary: Vocabulary,
): { row: ProvenRow; end: number } | null => {
  const place = labelOf(pieces, from, ref, vocabulary)
  if (!place) return null
  const { at, label } = place
  const begin = at + label.parts
  const values = pieces.slice(begin, begin + ref.block.columns.length)
  if (values.length < ref.block.columns.length || !values.every(isFigurePiece)) return null
  const begun = pieces.slice(at, begin).map(({ text }) => text)
  const end = begin + values.length
  const rest = label.found.variant ? restAt(pieces, end, begun.join(''), ownLabel(ref.row)) : 0
  return { row: { ref, label: pieces[at]!, variant: label.found.variant, values }, end: end + rest }
}

/** All rows of a block from `at`, each whole and in order, and where they end. */
const rowsFrom = (
  pieces: readonly StreamCell[],
  at: number,
  block: FormBlock,
  vocabulary: Vocabulary,
): { rows: ProvenRow[]; end: number } | null => {
  const rows: ProvenRow[] = []
  let place = at
  for (const ref of vocabulary.rows.filter(row => row.block === block)) {
    const found = rowAt(pieces, place, ref, vocabulary)
    if (!found) return null
    rows.push(found.row)
    place = found.end
  }
  const next = pieces[place]
  return next && isFigurePiece(next) ? null : { rows, end: place }
}

/** The orders in which the column labels of a block are read; one where they all stand in one line. */
const headerOrders = ({ columns }: FormBlock): (readonly Column[])[] =>
  columns.every(({ path }) => path.length === columns[0]!.path.length)
    ? [columns]
    : [columns, byDepth(columns)]

const blockAt = (
  pieces: readonly StreamCell[],
  at: number,
  vocabulary: Vocabulary,
): { rows: ProvenRow[]; end: number } | null => {
  for (const block of vocabulary.form.blocks)
    for (const columns of headerOrders(block)) {
      if (!pieces[at]!.bare.startsWith(ownLabel(columns[0]!)[0]!)) continue
      const begin = headerEnd(pieces, at, block, vocabulary, columns)
      const read = begin < 0 ? null : rowsFrom(pieces, begin, block, vocabulary)
      if (read) return read
    }
  return null
}

/** Longer text between the pieces of a table is narrative: figures after it are not the table's. */
const longestPiece = 60

/** Rows of tables 2 and 3 whose figures single pieces prove; none where any figure among them stands in a wrong place. */
export const provenRows = (all: readonly StreamCell[], vocabulary: Vocabulary): ProvenRow[] => {
  const pieces = withoutPageNumbers(all)
  const proven: ProvenRow[] = []
  let inside = false
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]!
    const run = runAt(pieces, at)
    if (run > 0) {
      // A row that lost blank cells costs its block; figures anywhere else say that the order is not the form's.
      const before = pieces[at - 1]
      const most = before && vocabulary.findRow(before.bare)?.value.block.columns.length
      if (inside && !(most && run <= most)) return []
      at += run
      continue
    }
    const found = blockAt(pieces, at, vocabulary)
    if (found) for (const row of found.rows) proven.push(row)
    inside =
      !found &&
      (isColumnLabel(piece, vocabulary) ||
        vocabulary.findRow(piece.bare) !== null ||
        (inside && piece.text.length < longestPiece))
    at = found ? found.end : at + 1
  }
  return proven
}
