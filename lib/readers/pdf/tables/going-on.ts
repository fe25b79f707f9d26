import { isFigure, isNumbered, isStacked } from './continued.ts'
import type { TableDraftCell } from './draft.ts'
import { goesOn, type Pair } from './page-break.ts'
import { isEmpty } from './part.ts'

/**
 * Cells at the left that go on over a page break although a row ends there: group labels merged over rows of both
 * pages. They are empty or cut after the break, and to their right a label of a new row begins.
 */
const labelsAtLeft = (pairs: readonly Pair[], row: readonly TableDraftCell[]): Pair[] => {
  const found: Pair[] = []
  let column = 0
  for (const pair of pairs) {
    const { above, below } = pair
    if (below.column !== column || isEmpty(above)) break
    const next = row.find(cell => cell.column >= below.endColumn && !isEmpty(cell))
    if (next ? isFigure(next.text) : below.endRow - below.row === 1) break
    if (!isEmpty(below) && !(goesOn(pair) && (isNumbered(above) || isStacked(below)))) break
    found.push(pair)
    column = below.endColumn
  }
  return found
}

/**
 * Headers merged over two rows of which the break separates the second: labels below it divide a cell of the row above,
 * and the cells beside them are empty or go on.
 */
const headers = (
  pairs: readonly Pair[],
  above: readonly TableDraftCell[],
  below: readonly TableDraftCell[],
): Pair[] => {
  const labels = below.filter(cell => !isEmpty(cell))
  const divided = above.some(
    group =>
      labels.filter(cell => group.column <= cell.column && cell.endColumn <= group.endColumn).length > 1,
  )
  if (!divided || labels.some(cell => isFigure(cell.text))) return []
  return pairs.filter(pair => goesOn(pair) && !isEmpty(pair.above) && !isFigure(pair.above.text))
}

/** Merged cells that a page break cuts while no row is cut. `pairs` are those of the rows `above` and `below` it. */
export const goingOn = (
  pairs: readonly Pair[],
  above: readonly TableDraftCell[],
  below: readonly TableDraftCell[],
): Pair[] => [...new Set([...labelsAtLeft(pairs, below), ...headers(pairs, above, below)])]
