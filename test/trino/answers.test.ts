import { expect, test } from 'vitest'
import type { SqlResult } from '../../functions/season/engine.ts'
import { ofDuckDb, ofTrino } from './answers.ts'

const duckDb: SqlResult = {
  columns: ['unit', 'n', 'amount', 'none'],
  decimals: new Set([2]),
  rows: [
    ['a', 3n, '1.500000', null],
    ['b', 2, '0.000000', null],
  ],
}

const trino = (
  rows: readonly (readonly (string | null)[])[],
  types = ['varchar', 'bigint', 'decimal', 'bigint'],
) => ofTrino({ id: '', ms: 0, columns: ['unit', 'n', 'amount', 'none'], types, rows })

const same = [
  ['a', '3', '1.5', null],
  ['b', '2', '0', null],
]

test('the same numbers are the same, whatever their types', () => {
  expect(trino(same)).toEqual(ofDuckDb(duckDb))
  expect(trino(same, ['varchar', 'integer', 'double', 'varchar'])).toEqual(ofDuckDb(duckDb))
})

test('another order, number, null or kind of value is told', () => {
  expect(trino(same.toReversed())).not.toEqual(ofDuckDb(duckDb))
  expect(trino([same[0]!, ['b', '2', '0.000001', null]])).not.toEqual(ofDuckDb(duckDb))
  expect(trino([same[0]!, ['b', null, '0', null]])).not.toEqual(ofDuckDb(duckDb))
  expect(trino([same[0]!])).not.toEqual(ofDuckDb(duckDb))
  const asText: SqlResult = {
    ...duckDb,
    rows: duckDb.rows.map(([unit, n, ...rest]) => [unit!, String(n), ...rest]),
  }
  expect(trino(same)).not.toEqual(ofDuckDb(asText))
})

test('a statement that the engine refuses is no answer', () => {
  expect(() => ofTrino({ id: '', ms: 0, error: 'line 1: QUALIFY' })).toThrow('QUALIFY')
})
