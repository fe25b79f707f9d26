import { type Column, type Form, type FormBlock, figureKey } from '../../forms/form.ts'
import { stateOfWords } from '../../model/own-workbook.ts'
import type { Figure, Observation } from '../../model/report.ts'
import { assignColumns, type Header } from '../labelled/columns.ts'
import type { StreamCell } from '../stream/stream-row.ts'
import { doubtsOf, type ReadValue, readValue } from './read-value.ts'
import { noUnits, type UnitsAround } from './units.ts'

/** What reading one form gives: figures by key (those read), and what was noticed. */
export interface FormReading {
  readonly figures: ReadonlyMap<string, Figure>
  readonly observations: readonly Observation[]
  /** Keys of rows that were met, readable or not. */
  readonly rows: readonly string[]
  /** Rows whose values could be told apart. */
  readonly readable: number
}

export interface RowToRead {
  readonly row: string
  readonly label: StreamCell
  readonly values: readonly StreamCell[]
  readonly header: Header | null
  /** The row broke off at another label inside the same table row: the cells before the break are known. */
  readonly brokenOff: boolean
  /** The units printed around the row. */
  readonly units?: UnitsAround
  /** The header contradicts the form: no value can be told from its neighbours. */
  readonly contradictory?: boolean
}

const withoutValue =
  (state: 'missing' | 'unreadable') =>
  (key: string, { unit }: Pick<Column, 'unit'>): Figure => ({
    key,
    state,
    value: null,
    text: null,
    ...(unit ? { unit } : {}),
    source: null,
  })

/** A figure whose cell is seen not to be in the file: only where what would hold it was read whole. */
export const missingFigure = withoutValue('missing')

/** A figure of which the file does not let us know: not to be told from its neighbours, printed twice, torn, a picture. */
export const unreadableFigure = withoutValue('unreadable')

interface RowReading {
  readonly figures: readonly Figure[]
  readonly observations: readonly Observation[]
  /** What is printed around the row and leaves the meaning of its figures open; where they stand is known. */
  readonly doubts: readonly Observation[]
  readonly misaligned: boolean
}

/** Reads the values of one row of a block, in the block's columns. */
export const readRow = (
  form: Form,
  block: FormBlock,
  { row, label, values, header, brokenOff, units = noUnits, contradictory }: RowToRead,
): RowReading => {
  const keys = block.columns.map(column => column.key)
  const whole = contradictory ? null : assignColumns(values, keys, header, label.merged)
  const cells = whole?.cells ?? (brokenOff && !contradictory && values.length < keys.length ? values : null)
  const place = block.rows.find(each => each.key === row)
  const read: ReadValue[] = []
  const figures = block.columns.map((column, at) => {
    const key = figureKey(form.key, row, column.key)
    const cell = cells?.[at]
    if (!cell) {
      // A header with a grid that has not the column says so of every row below; of a row that stops at the next label
      // nothing stands between. Whatever else is not there may stand somewhere else.
      const lacks = whole
        ? header?.grid && !header.leaves.some(leaf => leaf.key === column.key)
        : cells !== null
      return lacks ? missingFigure(key, column) : unreadableFigure(key, column)
    }
    const without = stateOfWords(cell.text.trim())
    if (without !== null) return withoutValue(without)(key, column)
    const heading = header?.leaves.find(leaf => leaf.key === column.key)?.cell.text ?? null
    const labels = { row: label.text, heading }
    const value = readValue(form, key, { block, row: place!, column }, cell, units, labels)
    read.push(value)
    return value.figure
  })
  const unknown =
    cells === null ||
    (whole?.cells.includes(null) && values.length < keys.length && !header?.leaves.every(l => l.key))
  const observations: Observation[] = unknown
    ? [
        {
          kind: 'rowUnreadable',
          form: form.key,
          row,
          label: label.text.trim(),
          expected: keys.length,
          found: values.map(cell => cell.text.trim()),
          source: label.source,
        },
      ]
    : []
  // Of a row cut short nothing tells where the cell is missing: that its cells came first is only their order.
  const misaligned = whole ? whole.misaligned : cells !== null
  return { figures, observations, doubts: doubtsOf(form, label.source, read), misaligned }
}
