import { rememberFor } from '../../util/remember.ts'
import type { Row, Value } from '../column.ts'
import type { FigureColumn } from '../columns.ts'
import { amountText, type Flagged, type WithoutNumber } from '../record.ts'

/** A figure of a row; null where it has no number. */
export const valueAt = (row: Row | null, { name }: FigureColumn): bigint | null => {
  const value = row?.[name]
  return typeof value === 'bigint' ? value : null
}

export const textAt = (row: Row, name: string): string | null => {
  const value = row[name]
  return value === null || value === undefined ? null : String(value)
}

/** A number as people read it; amounts in 万元. */
export const numberText = (value: bigint, { kind }: Pick<FigureColumn, 'kind'>): string =>
  (kind === 'amount' ? amountText(value) : String(value)).replace('-', '−')

/** The same of a difference, with its sign. */
export const changeText = (value: bigint, column: Pick<FigureColumn, 'kind'>): string =>
  value > 0n ? `+${numberText(value, column)}` : numberText(value, column)

const listOf = <Item>(value: Value | undefined): readonly Item[] =>
  typeof value === 'string' ? (JSON.parse(value) as readonly Item[]) : []

/** Cells of a report without a number, by their keys. */
export const withoutNumberOf = (row: Row): ReadonlyMap<string, WithoutNumber> =>
  new Map(listOf<WithoutNumber>(row['without_number']).map(cell => [cell.key, cell]))

/** Checks of the report itself by the keys of the cells whose number they name. */
export const flaggedOf = rememberFor(
  (row: Row): ReadonlyMap<string, readonly string[]> =>
    new Map(listOf<Flagged>(row['flagged']).map(({ key, checks }) => [key, checks])),
)

/** An instant as day and minute in China. */
export const timeInChina = (time: string | null): string | null =>
  time === null
    ? null
    : new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
