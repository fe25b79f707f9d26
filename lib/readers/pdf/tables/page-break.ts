import { cutBetween, isFigure, isNumbered } from './continued.ts'
import type { TableDraftCell } from './draft.ts'
import { isEmpty } from './part.ts'

/** Two cells that stand above each other where the page breaks. */
export interface Pair {
  readonly above: TableDraftCell
  readonly below: TableDraftCell
  /** Both are of one row only. */
  readonly single: boolean
}

/** Cells of the last row before a page break that stand in the same columns as one after it, left to right. */
export const matches = (
  above: readonly TableDraftCell[],
  below: readonly TableDraftCell[],
  lastRow = Number.NaN,
): Pair[] =>
  above
    .toSorted((a, b) => a.column - b.column)
    .flatMap(cell => {
      const other = below.find(next => next.column === cell.column && next.endColumn === cell.endColumn)
      const single = cell.row === lastRow && other !== undefined && other.endRow - other.row === 1
      return other ? [{ above: cell, below: other, single }] : []
    })

/** The same where all cells of both rows have their counterpart; null where the columns differ. */
export const pairsAt = (
  above: readonly TableDraftCell[],
  below: readonly TableDraftCell[],
  lastRow: number,
): Pair[] | null => {
  const pairs = matches(above, below, lastRow)
  return pairs.length === above.length && pairs.length === below.length ? pairs : null
}

/** Whether the second cell is empty, or begins in the middle of what the first one says. */
export const goesOn = ({ above, below }: Pair): boolean => cutBetween(above, below) !== null

/** How a page break and a row go together; `doubtful`: what stands after it may be the rest of a row. */
export type Break = 'between' | 'cut' | 'doubtful'

/** Whether nothing in the row after the break begins anew, and the rows do not look whole on both sides. */
const isCut = (own: readonly Pair[], label: Pair): boolean => {
  if (!own.every(goesOn)) return false
  const rest = !isEmpty(label.below) && !isFigure(label.below.text)
  // A label may have ended by chance where its line ends; figures on both sides then tell two rows.
  const figures = own.filter(({ above, below }) => isFigure(above.text) && isFigure(below.text))
  if (rest && figures.length > 0 && !isNumbered(label.above)) return false
  if (figures.length > 0 && figures.length === own.length) return false
  // Figures in cells that were empty, beside others that were filled before the break: two rows with blanks.
  const begun = own.some(({ above, below }) => isEmpty(above) && isFigure(below.text))
  const kept = own.some(({ above, below }) => isFigure(above.text) && isEmpty(below))
  return !(begun && (kept || figures.length > 0))
}

/** Figures without a label before the break, a label without figures after it: neither is a row of its own. */
const areHalves = (own: readonly Pair[]): boolean => {
  const above = own.flatMap(pair => (isEmpty(pair.above) ? [] : [pair.above]))
  const below = own.flatMap(pair => (isEmpty(pair.below) ? [] : [pair.below]))
  return (
    above.length > 0 &&
    above.every(cell => isFigure(cell.text)) &&
    below.every(cell => !isFigure(cell.text)) &&
    own.every(pair => isEmpty(pair.above) || isEmpty(pair.below))
  )
}

/** Figures without a label, below a row that has one: the rest of that row, or a row whose label was lost. */
const lacksLabel = (own: readonly Pair[]): boolean => {
  const isLabel = (cell: TableDraftCell): boolean => !isEmpty(cell) && !isFigure(cell.text)
  return (
    own.some(({ above, below }) => isLabel(above) && isEmpty(below)) &&
    own.some(({ below }) => isFigure(below.text)) &&
    own.every(({ above, below }) => isEmpty(below) || (isFigure(below.text) && !isLabel(above)))
  )
}

/**
 * Whether a page break cuts a row: what stands after it fills cells that were empty before, or goes on in a line that
 * had no room left. A label without a number after a numbered one is no row of its own, whatever the figures say.
 */
export const breakAt = (pairs: readonly Pair[]): Break => {
  const own = pairs.filter(pair => pair.single)
  const label = own.find(({ above, below }) => !(isEmpty(above) && isEmpty(below)))
  // A blank row is kept as one: it may be a row of figures that were not filled in.
  if (!label || own.every(({ below }) => isEmpty(below))) return 'between'
  // The label of a merged cell may stand on the second page only; the rows beside it tell whether one is cut.
  if (pairs.some(({ above, below, single }) => !single && !isEmpty(above) && isNumbered(below)))
    return 'between'
  if (areHalves(own)) return 'cut'
  if (own.some(({ below }) => isNumbered(below))) return 'between'
  if (isCut(own, label)) return 'cut'
  if (lacksLabel(own)) return 'doubtful'
  const unnumbered = !isEmpty(label.below) && !isFigure(label.below.text)
  return isNumbered(label.above) && unnumbered ? 'doubtful' : 'between'
}
