import type { Message } from '../model/message.ts'

/** VARCHAR, INTEGER, BIGINT (件 or 项) or DECIMAL(18,6) (万元). */
export type ColumnKind = 'text' | 'integer' | 'count' | 'amount'

export interface SeriesColumn {
  /** snake_case: catalogues of tables know lower case only. */
  readonly name: string
  readonly kind: ColumnKind
  readonly label: Message
  /** Of a text that is always an ISO day or instant. */
  readonly time?: 'day' | 'instant'
  /** Never null. */
  readonly required?: true
}

/** The type of a column in SQL, the same on every engine. */
export const sqlTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  count: 'BIGINT',
  amount: 'DECIMAL(18,6)',
}

/**
 * A value of a row: text, integer as number, count as bigint, amount as bigint of millionths of 万元 (DECIMAL(18,6)
 * unscaled).
 */
export type Value = string | number | bigint | null

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Value>>

/** The same column where it may be null. */
export const optional = ({ required: _required, ...column }: SeriesColumn): SeriesColumn => column
