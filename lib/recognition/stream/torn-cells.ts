import { editions } from '../../forms/index.ts'
import { remember } from '../../util/remember.ts'
import { bareLabel, fullLabel } from '../labels/labels.ts'
import { isFigureLike } from '../labels/vocabulary.ts'
import type { StreamCell, StreamRow } from './stream-row.ts'

/**
 * Labels that an extractor tore over neighbouring cells, where a line of the table ran through a merged one:
 * `一、本年新收政府信息 | 公开申请数量`, `未经 | 复议直 | 接起诉`. Put together they are exactly a label of the forms.
 */

/** Cells one label may be torn over. */
const MOST = 5

const labels = new Set(
  editions.flatMap(({ forms }) =>
    Object.values(forms).flatMap(({ blocks }) =>
      blocks.flatMap(block => [
        ...(block.caption ? [fullLabel(block.caption.label)] : []),
        ...[...block.columns, ...block.rows].flatMap(({ path }) => path.map(({ label }) => fullLabel(label))),
      ]),
    ),
  ),
)

const beginnings = new Set([...labels].flatMap(label => [...label].map((_, at) => label.slice(0, at + 1))))

/** Whether a label can begin with the first line of the text. */
const begins = remember((text: string): boolean => beginnings.has(fullLabel(text.split('\n')[0]!)))

const isLabel = remember((text: string): boolean => labels.has(fullLabel(text)))

const isWords = (cell: StreamCell | undefined): cell is StreamCell =>
  cell !== undefined && cell.bare !== '' && !cell.continued && !isFigureLike(cell.text)

/** The texts of cells as one: cell after cell, and line after line across them. */
const together = (cells: readonly StreamCell[]): string[] => {
  const lines = cells.map(({ text }) => text.split('\n'))
  const most = Math.max(...lines.map(each => each.length))
  const across = Array.from({ length: most }, (_, at) => lines.map(each => each[at] ?? '').join(''))
  return [cells.map(({ text }) => text).join(''), across.join('')]
}

/** The cells from `at` on that make one label, as one; null where the cell stands for itself. */
const tornFrom = (cells: readonly StreamCell[], at: number): { cell: StreamCell; count: number } | null => {
  const first = cells[at]
  if (first === undefined || !begins(first.text) || !isWords(first) || isLabel(first.text)) return null
  for (let count = 2; count <= MOST && isWords(cells[at + count - 1]); count += 1) {
    const text = together(cells.slice(at, at + count)).find(isLabel)
    if (text === undefined) continue
    return { cell: { ...first, text, bare: bareLabel(text), to: cells[at + count - 1]!.to }, count }
  }
  return null
}

const joinRow = (row: StreamRow, from: number): StreamRow => {
  const cells = row.cells.slice(0, from)
  for (let at = from; at < row.cells.length; ) {
    const torn = tornFrom(row.cells, at)
    cells.push(torn?.cell ?? row.cells[at]!)
    at += torn?.count ?? 1
  }
  return { ...row, cells }
}

/** The rows with labels torn over cells put together. */
export const joinTornCells = (rows: readonly StreamRow[]): readonly StreamRow[] =>
  rows.map(row => {
    if (row.table === null) return row
    const first = row.cells.findIndex((_, at) => tornFrom(row.cells, at) !== null)
    return first < 0 ? row : joinRow(row, first)
  })
