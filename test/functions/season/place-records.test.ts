import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEngine } from '../../../functions/season/engine.ts'
import { placeRecords } from '../../../functions/season/place-records.ts'
import { rosterTables } from '../../../functions/season/season-tables.ts'
import { writeSegment } from '../../../functions/season/segment.ts'
import { leftOutVersions } from '../../../functions/season/told-of-year.ts'
import { wideTables } from '../../../functions/season/wide-tables.ts'
import type { Row } from '../../../lib/series/column.ts'
import { seasonTables, type TableName } from '../../../lib/series/tables.ts'
import { placedInMemory } from '../../support/placed-in-memory.ts'
import { segmentRow, segmentRows, smallRoster } from '../../support/segment-rows.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const names = Object.keys(seasonTables) as readonly TableName[]

/** The tables of the season of 2023, of rows in so many segments, some of them twice; so many put in order at once. */
const tablesOf = async (rows: readonly Row[], pieces = 1, atOnce?: number) => {
  const engine = await openEngine()
  const folder = await temporaryFolder()
  try {
    const segments: string[] = []
    for (let at = 0; at < pieces; at++) {
      const path = join(folder, `${at}.parquet`)
      await writeSegment(
        engine,
        rows.filter((_, index) => index % pieces === at || index % 5 === 0),
        path,
      )
      segments.push(path)
    }
    const years = await placeRecords(engine, { year: 2023, roster: smallRoster, segments, only: null })
    await rosterTables(engine, smallRoster, years)
    await wideTables(engine, segments, folder, atOnce)
    const tables = {} as Record<TableName, readonly Row[]>
    for (const name of names)
      tables[name] = await engine.read(`SELECT * FROM ${name}`, seasonTables[name].columns)
    return { tables, leftOut: await leftOutVersions(engine) }
  } finally {
    engine.close()
  }
}

const whole = (row: Row): Row =>
  Object.fromEntries(seasonTables.live.columns.map(({ name }) => [name, row[name] ?? null]))

test('the engine places records as lists in memory do, however they lie in segments and are put in order', async () => {
  const few = fc.constantFrom(1, 3, 20_000)
  await fc.assert(
    fc.asyncProperty(segmentRows, fc.integer({ min: 1, max: 3 }), few, async (rows, pieces, atOnce) => {
      const { tables, leftOut } = placedInMemory(rows, smallRoster, 2023)
      const placed = await tablesOf(rows, pieces, atOnce)
      expect(placed.leftOut).toEqual(leftOut)
      for (const name of names)
        expect(placed.tables[name], name).toEqual(
          name === 'live' || name === 'reports' ? tables[name].map(whole) : tables[name],
        )
    }),
    { numRuns: 40 },
  )
}, 300_000)

test('a report says how many units below it reported for its year', async () => {
  const at = (key: string, authority: string, year: number): Row =>
    segmentRow({ key, version: '1', sequencer: '1', authority, year })
  const { tables } = await tablesOf([
    at('g.docx', '青禾县人民政府', 2023),
    at('a.docx', '青禾县水务局', 2023),
    at('a2.docx', '青禾县水务局', 2023),
    at('b.docx', '青禾县教育局', 2022),
  ])
  expect(tables.reports.map(row => [row['unit'], row['year'], row['units_below']])).toEqual([
    ['b', 2022, 0],
    ['a', 2023, 0],
    ['g', 2023, 1],
  ])
})

test('a version that was refused takes the older ones of its file out, and an older one only itself', async () => {
  const version = (number: number, refused = false): Row => {
    const row = segmentRow({
      ...{ key: 'a.docx', version: `v${number}`, sequencer: `0${number}` },
      ...{ authority: '青禾县水务局', year: 2023 },
    })
    return refused ? { ...row, left_out: 'rejected' } : row
  }
  const one = await tablesOf([version(1), version(2, true)])
  expect(one.tables.live).toEqual([])
  expect(one.leftOut).toEqual([{ key: 'a.docx', version: 'v2', reason: 'rejected', newest: true }])
  const other = await tablesOf([version(1), version(2, true), version(3)])
  expect(other.tables.reports).toMatchObject([{ version: 'v3', versions: 2 }])
  expect(other.leftOut).toMatchObject([{ version: 'v2', newest: false }])
})

test('what one run could not read once and read another time is read', async () => {
  const row = segmentRow({
    ...{ key: 'a.docx', version: 'v', sequencer: '01', run: 'r', judged_at: '2024-02-01T00:00:00Z' },
    ...{ authority: '青禾县水务局', year: 2023 },
  })
  for (const id of ['0', 'z']) {
    const { tables, leftOut } = await tablesOf([row, { ...row, record_id: id, left_out: 'damaged' }])
    expect([tables.reports.length, leftOut]).toEqual([1, []])
  }
})
