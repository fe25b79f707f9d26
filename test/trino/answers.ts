import Big from 'big.js'
import type { SqlResult } from '../../functions/season/engine.ts'
import type { Answer } from './run-trino.ts'

/** Names, kinds of values, and rows of an answer, the same for the same answer of either engine. */
export interface Compared {
  readonly columns: readonly string[]
  /** A column whose values are all null may be of any kind. */
  readonly kinds: readonly ('text' | 'number' | 'null')[]
  readonly rows: readonly (readonly (string | null)[])[]
}

const textTypes = new Set(['varchar', 'char'])

/** Whatever type an engine gives a sum, the number is the same. */
const evened = (value: string, isText: boolean): string => (isText ? value : new Big(value).toFixed())

const compared = (
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  isText: (at: number) => boolean,
): Compared => ({
  columns,
  kinds: columns.map((_, at) =>
    rows.every(row => row[at] === null) ? 'null' : isText(at) ? 'text' : 'number',
  ),
  rows: rows.map(row => row.map((value, at) => (value === null ? null : evened(value, isText(at))))),
})

export const ofTrino = (answer: Answer): Compared => {
  if ('error' in answer) throw new Error(answer.error)
  return compared(answer.columns, answer.rows, at => textTypes.has(answer.types[at]!))
}

export const ofDuckDb = ({ columns, decimals, rows }: SqlResult): Compared =>
  compared(
    columns,
    rows.map(row => row.map(value => (value === null ? null : String(value)))),
    at => !decimals.has(at) && rows.some(row => typeof row[at] === 'string'),
  )
