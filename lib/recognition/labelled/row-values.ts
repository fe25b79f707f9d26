import type { FormBlock } from '../../forms/form.ts'
import type { Table } from '../../model/document.ts'
import { rememberFor } from '../../util/remember.ts'
import { isFigureLike } from '../labels/vocabulary.ts'
import { isBlank, type StreamCell, type StreamRow } from '../stream/stream-row.ts'

/** The cells behind a row's label: which are its values, and whether their places are known. */

const labelColumns = ({ rows }: FormBlock): number => Math.max(...rows.map(({ path }) => path.length))

/** Several numbers in one cell: the cells of its table are not those that were printed. */
const printsSeveral = ({ text }: { readonly text: string }): boolean =>
  text.length < 60 && /\d\s+[+-]?\d/u.test(text)

/** Whether a row prints some of its figures and leaves others blank, or has cells that are no single ones. */
export const hasGaps = (values: readonly StreamCell[]): boolean =>
  values.some(cell => isBlank(cell) || printsSeveral(cell)) && !values.every(isBlank)

const isMixed = rememberFor((table: Table): boolean => table.cells.some(printsSeveral))

/** Whether a row has its header's columns, or the form's: only there a blank cell has its place. */
export const goesOn = (header: StreamRow | undefined, { table }: StreamRow, block: FormBlock): boolean =>
  (header !== undefined && (header.table === table || header.table?.columns === table?.columns)) ||
  (table?.columns === labelColumns(block) + block.columns.length && !isMixed(table))

/**
 * The cells behind a label that are values. Not so: the rest of a label cut in two, told by exactly the form's number of
 * figures behind it, none of them blank (before an empty column stands a figure that cannot be read, or words, and no
 * label); and blank cells in the label columns of a table as wide as the form.
 */
export const rowValues = (
  values: readonly StreamCell[],
  block: FormBlock,
  { table }: StreamRow,
): StreamCell[] => {
  const { columns } = block
  const first = values.findIndex(cell => isFigureLike(cell.text))
  const rest = values.slice(first)
  const whole = rest.every(cell => isFigureLike(cell.text) && !isBlank(cell) && !printsSeveral(cell))
  if (first > 0 && rest.length === columns.length && whole) return rest
  const labels = labelColumns(block)
  const wide = table?.columnsKnown === true && table.columns === labels + columns.length
  return wide ? values.filter(cell => cell.from > labels || !isBlank(cell)) : [...values]
}
