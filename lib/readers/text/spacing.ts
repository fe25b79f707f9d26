import { isBlank, isFigure } from './shapes.ts'

/** Line ends between the cells of a row, and between rows. */
export interface Spacing {
  readonly cell: number
  readonly row: number
}

/** One line with text and the number of line ends to the next one with text (`Infinity` after the last). */
export interface Spaced {
  readonly text: string
  readonly after: number
}

/** The statutory tables have more than two hundred cells in fifty rows; a handful of gaps proves nothing. */
const MIN_CELL_GAPS = 6
const MIN_ROW_GAPS = 3

/** Lines with text, with the distance to the next. */
export const spaced = (lines: readonly string[]): Spaced[] => {
  const filled = lines.flatMap((line, at) => (isBlank(line) ? [] : [at]))
  return filled.map((at, index) => ({
    text: lines[at]!,
    after: (filled[index + 1] ?? Number.POSITIVE_INFINITY) - at,
  }))
}

const commonest = (gaps: readonly number[], minimum: number): number | null => {
  const counts = new Map<number, number>()
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  const [gap, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return count >= minimum && count * 2 > gaps.length ? gap : null
}

/**
 * The two characteristic gaps of a text that prints one cell per line, or null when it has none:
 * figure after figure stands in the same row, words after a figure begin the next.
 */
export const spacingOf = (items: readonly Spaced[]): Spacing | null => {
  const between: number[] = []
  const rows: number[] = []
  items.forEach((item, index) => {
    const next = items[index + 1]
    if (next === undefined || !Number.isFinite(item.after) || !isFigure(item.text)) return
    if (isFigure(next.text)) between.push(item.after)
    else rows.push(item.after)
  })
  const cell = commonest(between, MIN_CELL_GAPS)
  const row = commonest(rows, MIN_ROW_GAPS)
  return cell !== null && row !== null && cell >= 2 && row > cell ? { cell, row } : null
}

/** What a gap between two cells means: blank cells in it, and whether the next cell begins a row. */
export type Step = { readonly blanks: number; readonly newRow: boolean; readonly certain: boolean }

/** More blanks in one gap than the widest row has cells: the gap is something else. */
const mostBlanks = 15

/** Reads a gap as cells and rows; null when it is neither, so that the table ends there. */
export const stepOf = (gap: number, { cell, row }: Spacing): Step | null => {
  if (gap === cell) return { blanks: 0, newRow: false, certain: true }
  if (gap === row) return { blanks: 0, newRow: true, certain: row % cell !== 0 }
  const inside = gap % cell === 0 ? gap / cell - 1 : 0
  const trailing = gap > row && (gap - row) % cell === 0 ? (gap - row) / cell : 0
  if (inside > 0 && trailing > 0) return { blanks: 0, newRow: true, certain: false }
  const blanks = inside + trailing
  if (blanks === 0 || blanks > mostBlanks) return null
  return { blanks, newRow: trailing > 0, certain: true }
}
