import { even } from '../../util/even.ts'
import type { StreamCell } from '../stream/stream-row.ts'
import { bareLabel, labelNumberValue, lastNumberedPart } from './labels.ts'
import type { RowRef, Vocabulary } from './vocabulary.ts'

/** Which row or group of rows a cell names, at the place that has been reached in the form. */

/** The row read last, and the group that is open: what short labels (其他, 总计) mean depends on them. */
export interface Place {
  /** Bare label of the innermost group. */
  group: string
  /** Order of the row in the form; -1 before any. */
  lastOrder: number
}

export interface NamedRow {
  readonly ref: RowRef
  readonly variant: boolean
}

const longestLabel = 120

/** Before its last numbered part a cell may name the groups of its row; one that names another row names none. */
const namesRow = (vocabulary: Vocabulary, text: string): boolean => {
  const part = lastNumberedPart(text)
  if (part === null) return vocabulary.findRow(bareLabel(text)) !== null
  return vocabulary.findRow(bareLabel(part)) !== null || namesRow(vocabulary, text.slice(0, -part.length))
}

/** The row that a cell names. */
export const rowOf = (vocabulary: Vocabulary, place: Readonly<Place>, cell: StreamCell): NamedRow | null => {
  const whole = vocabulary.findRow(cell.bare)
  const part = whole || cell.text.length > longestLabel ? null : lastNumberedPart(cell.text)
  if (part !== null && namesRow(vocabulary, even(cell.text).slice(0, -part.length))) return null
  const match = part === null ? whole : vocabulary.findRow(bareLabel(part))
  if (!match) return null
  const ref = match.value
  // 其他 and 总计 are also columns and groups: only their number or the place they stand in tells the row.
  const short = cell.bare.length <= 2 && ref.row.path.length > 1
  const number = labelNumberValue(cell.text)
  const numbered = number !== 0 && number === ref.number
  const placed =
    ref.group === place.group ||
    (ref.row.path.length === 2 && place.lastOrder >= ref.order - 4 && place.lastOrder < ref.order)
  if (short && !numbered && !(number === 0 && placed)) return null
  return { ref, variant: match.variant || part !== null }
}

/** The group that a cell names. （六）其他处理 is a row in one edition and a group in another; a group is followed by one of its items. */
export const groupOf = (
  vocabulary: Vocabulary,
  place: Readonly<Place>,
  cell: StreamCell,
  next: StreamCell | undefined,
): string | null => {
  const match = vocabulary.findGroup(cell.bare)
  if (!match) return null
  return rowOf(vocabulary, place, cell) && !(next && vocabulary.findRow(next.bare)) ? null : match.value
}

/** Whether a cell is any label of the form. */
export const isLabel = (vocabulary: Vocabulary, { bare }: StreamCell): boolean =>
  bare !== '' &&
  (vocabulary.findRow(bare) !== null ||
    vocabulary.findGroup(bare) !== null ||
    vocabulary.form.blocks.some(block => vocabulary.findColumn(block, bare)))
