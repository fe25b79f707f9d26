import { join } from 'node:path'
import { DuckDBInstance, DuckDBVarCharVector } from '@duckdb/node-api'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textsOf } from '../../../functions/season/duckdb-texts.ts'
import { openEngine, quoted } from '../../../functions/season/engine.ts'
import type { SeriesColumn } from '../../../lib/series/column.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const column = (name: string, kind: SeriesColumn['kind']): SeriesColumn => ({
  name,
  kind,
  label: { zh: '列', en: 'column' },
})
const columns = [column('place', 'integer'), column('one', 'text'), column('other', 'text')]

/** Short ones stand in the vector itself, of twelve bytes at most; a mark of order is a character as any other. */
const text = fc.option(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }).filter(each => each.isWellFormed() && !each.includes('\0')),
    fc.constantFrom(
      '',
      '\ufeff',
      '\ufeff青禾县政务服务和数据管理局',
      '123456789012',
      '1234567890123',
      '报告'.repeat(3000),
    ),
  ),
)

test('texts come back as they were put in: from a table, in another order, from a file', async () => {
  const folder = await temporaryFolder()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ one: text, other: text }), { maxLength: 60 }), async given => {
      // More than a vector, and the same texts many times, as a file holds them once.
      const rows = Array.from({ length: given.length * 50 }, (_, place) => ({
        place,
        ...given[place % given.length]!,
      }))
      const engine = await openEngine()
      try {
        await engine.table('t', columns, rows)
        expect(await engine.read('SELECT * FROM t ORDER BY place', columns)).toEqual(rows)
        expect(await engine.read('SELECT * FROM t ORDER BY place DESC', columns)).toEqual(rows.toReversed())
        const path = join(folder, 't.parquet')
        await engine.run(`COPY (FROM t ORDER BY place) TO ${quoted(path)} (FORMAT parquet)`)
        const streamed: unknown[] = []
        for await (const some of engine.stream(`SELECT * FROM read_parquet(${quoted(path)})`, columns))
          streamed.push(...some)
        expect(streamed).toEqual(rows)
      } finally {
        engine.close()
      }
    }),
    { numRuns: 15 },
  )
}, 300_000)

test('the vector keeps what its texts are read from together, and without that each is read by itself', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const result = await connection.run(
    "SELECT 'a text of some length, the ' || i || 'th' AS t FROM range(100) r(i)",
  )
  const vector = (await result.fetchAllChunks())[0]!.getColumnVector(0) as DuckDBVarCharVector
  expect(vector).toBeInstanceOf(DuckDBVarCharVector)
  expect(Object.keys(vector)).toEqual(expect.arrayContaining(['dataView', 'validity', 'vector']))
  const expected = Array.from({ length: 100 }, (_, at) => `a text of some length, the ${at}th`)
  expect(textsOf(vector)).toEqual(expected)
  const other = { itemCount: 100, getItem: (at: number) => expected[at]! } as unknown as DuckDBVarCharVector
  expect(textsOf(other)).toEqual(expected)
})
