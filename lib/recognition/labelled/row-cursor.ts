import type { FormBlock } from '../../forms/form.ts'
import type { NamedRow, Place } from '../labels/row-labels.ts'
import type { RowRef, Vocabulary } from '../labels/vocabulary.ts'
import type { Standing } from '../proof/index.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import type { Header } from './columns.ts'

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
  /** Nothing proves that the values are this row's: see `proof/`. */
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

export interface OpenRow extends NamedRow {
  readonly label: StreamCell
  readonly values: readonly StreamCell[]
}

/** Rows under one header, or before any. */
export interface Part {
  readonly standing: Standing
  readonly header: readonly StreamRow[]
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

/** A row as it was found; `part` null where its own pieces prove it. `lone`: its label stands alone in its row. */
export interface FoundRow {
  readonly row: LabelledRow
  readonly part: Part | null
  readonly lone?: true
}

/** Where the reading of a form's rows has come to, and what was found on the way. */
export interface Cursor extends Place {
  readonly vocabulary: Vocabulary
  /** The header rows read last; the next one begins a new header where rows have been read under them. */
  headerRows: StreamRow[]
  headerDone: boolean
  part: Part
  /** Single pieces since the last table row. */
  pieces: StreamCell[]
  /** The header read last: most rows of a table stand under one. */
  lastHeader: ReadHeader | null
  readonly found: FoundRow[]
  /** Labels met among single pieces that prove nothing. */
  readonly unproven: LabelledRow[]
  readonly unknown: UnknownRow[]
  readonly headers: { readonly header: Header; readonly block: FormBlock; readonly first: StreamRow }[]
}

export const partUnder = (standing: Standing, header: readonly StreamRow[]): Part => ({
  standing,
  header,
  rows: new Set(),
  strangers: 0,
})

export const beginning = (vocabulary: Vocabulary): Cursor => ({
  ...{ vocabulary, group: '', lastOrder: -1, headerRows: [], headerDone: false },
  ...{ part: partUnder('none', []), pieces: [], lastHeader: null },
  ...{ found: [], unproven: [], unknown: [], headers: [] },
})

export const moveTo = (cursor: Cursor, ref: RowRef): void => {
  cursor.lastOrder = ref.order
  cursor.group = ref.group
}
