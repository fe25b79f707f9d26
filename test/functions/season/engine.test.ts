import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Engine, openEngine, quoted, SqlTrouble } from '../../../functions/season/engine.ts'
import type { SeriesColumn } from '../../../lib/series/column.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const open: Engine[] = []
const engine = async (options?: { readonly memoryMb: number }): Promise<Engine> => {
  const opened = await openEngine(options)
  open.push(opened)
  return opened
}
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

const label = { zh: '列', en: 'column' }
const columns: readonly SeriesColumn[] = [
  { name: 'words', kind: 'text', label },
  { name: 'year', kind: 'integer', label },
  { name: 'cases', kind: 'count', label },
  { name: 'money', kind: 'amount', label },
]
const rows = [
  { words: '青禾县“数据局”', year: 2024, cases: 999_999_999_999n, money: -123_456_789_012_345_678n },
  { words: '', year: 2023, cases: 0n, money: 1n },
  { words: null, year: null, cases: null, money: null },
]

test('values come back as they were put in, whatever is null', async () => {
  const db = await engine()
  await db.table('t', columns, rows)
  expect(await db.rows('SELECT * FROM t ORDER BY year DESC NULLS LAST')).toEqual([
    { ...rows[0], money: '-123456789012.345678' },
    { ...rows[1], money: '0.000001' },
    rows[2],
  ])
  expect(await db.read('SELECT * FROM t ORDER BY year DESC NULLS LAST', columns)).toEqual(rows)
})

test('sums of counts are exact beyond 64 bits', async () => {
  const db = await engine()
  const [row] = await db.rows('SELECT sum(x) AS total FROM (VALUES (9223372036854775807), (1)) v(x)')
  expect(row).toEqual({ total: 9_223_372_036_854_775_808n })
})

test('it is bounded and fetches nothing', async () => {
  const db = await engine()
  const names = ['threads', 'preserve_insertion_order', 'autoinstall_known_extensions', 'temp_directory']
  const set = await db.rows(
    `SELECT name, value FROM duckdb_settings() WHERE name IN (${names.map(quoted)}) ORDER BY name`,
  )
  expect(set.map(({ value }) => value)).toEqual(['false', 'false', '', '1'])
  await expect(db.rows("SELECT * FROM 'https://example.org/a.parquet'")).rejects.toThrow()
  const small = await engine({ memoryMb: 50 })
  await expect(
    small.rows(
      'SELECT count(DISTINCT i) FROM (SELECT i::VARCHAR || repeat($$x$$, 50) AS i FROM range(5000000) r(i))',
    ),
  ).rejects.toThrow(/[Mm]emory/u)
})

test('on two threads rows come in the order that a statement asks for', async () => {
  const db = await engine()
  await db.threads(2)
  expect(await db.rows("SELECT value FROM duckdb_settings() WHERE name = 'threads'")).toEqual([
    { value: '2' },
  ])
  const rows = await db.rows('SELECT i % 1000 AS a, i FROM range(300000) r(i) ORDER BY a, i DESC')
  const sorted = rows.toSorted((x, y) => Number(x['a']) - Number(y['a']) || Number(y['i']) - Number(x['i']))
  expect(rows).toEqual(sorted)
})

describe('what others ask', () => {
  const locked = async () => {
    const folder = await temporaryFolder()
    const mine = join(folder, "it's.csv")
    const other = join(folder, 'other.csv')
    await writeFile(mine, 'a\n1\n')
    await writeFile(other, 'a\n2\n')
    const db = await engine()
    await db.lock([mine])
    return { db, folder, mine, other }
  }

  test('may read the files it is given, and no other', async () => {
    const { db, mine, other } = await locked()
    expect(await db.ask(`SELECT a FROM read_csv(${quoted(mine)})`)).toMatchObject({
      columns: ['a'],
      rows: [[1n]],
    })
    await expect(db.ask(`SELECT a FROM read_csv(${quoted(other)})`)).rejects.toThrow(SqlTrouble)
    await expect(db.ask("SELECT * FROM read_text('/etc/passwd')")).rejects.toThrow(SqlTrouble)
    await expect(db.ask("SELECT * FROM glob('/etc/*')")).rejects.toThrow(SqlTrouble)
  })

  test('may not write, set, attach, load or come twice', async () => {
    const { db, folder, mine } = await locked()
    for (const sql of [
      `COPY (SELECT 1) TO ${quoted(mine)}`,
      `EXPLAIN ANALYZE COPY (SELECT 1) TO ${quoted(mine)}`,
      `WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a`,
      'CREATE TABLE t (a INTEGER)',
      'SET threads = 8',
      'SET lock_configuration = false',
      `ATTACH ${quoted(join(folder, 'a.db'))}`,
      'INSTALL httpfs',
      'LOAD httpfs',
      'PRAGMA enable_profiling',
      'SELECT 1; SELECT 2',
      '',
    ])
      await expect(db.ask(sql), sql).rejects.toThrow(SqlTrouble)
    expect(await readFile(mine, 'utf8')).toBe('a\n1\n')
    await expect(db.ask('SELECT nothing FROM nowhere')).rejects.toThrow(/nowhere/u)
  })
})
