import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Engine, openEngine } from '../../../../functions/season/engine.ts'
import { segmentRows } from '../../../../functions/season/segment.ts'
import { openSegments } from '../../../../infra/local/season/segments.ts'
import type { Row } from '../../../../lib/series/column.ts'
import { segmentColumns } from '../../../../lib/series/segment.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const rowOf = (number: number): Row =>
  Object.fromEntries(
    segmentColumns.map(({ name, kind, required }, at) => {
      if (name === 'record_id') return [name, `id${number}`]
      if (!required && at % 7 === number % 7) return [name, null]
      if (kind === 'text') return [name, `“${name}” ${number}`]
      return [name, kind === 'integer' ? number : BigInt(number * 1_000_003 + at)]
    }),
  )

const idsIn = async (engine: Engine, paths: readonly string[]) =>
  (await engine.rows(`SELECT record_id FROM ${segmentRows(paths)}`)).map(row => row['record_id']).toSorted()

test('records come back as they were kept, and many small segments become one', async () => {
  const out = await temporaryFolder()
  const engine = await openEngine()
  const all = new Set<string>()
  for (let run = 0; run < 12; run++) {
    const kept = await openSegments(engine, out)
    for (const id of all) expect(kept.has(id)).toBe(true)
    for (const number of [2 * run, 2 * run + 1]) {
      await kept.keep(rowOf(number))
      all.add(`id${number}`)
    }
    const paths = await kept.close(all)
    expect(await idsIn(engine, paths)).toEqual([...all].toSorted())
    expect(paths.length).toBeLessThanOrEqual(9)
  }
  const paths = await (await openSegments(engine, out)).close(all)
  expect(paths.length).toBeLessThan(9)
  for (const row of await engine.read(`SELECT * FROM ${segmentRows(paths)}`, segmentColumns))
    expect(row).toEqual(rowOf(Number(String(row['record_id']).slice(2))))
  engine.close()
})

test('a damaged segment is taken away and its records are not kept; what no longer stands goes with the next merging', async () => {
  const out = await temporaryFolder()
  const engine = await openEngine()
  for (let run = 0; run < 8; run++) {
    const kept = await openSegments(engine, out)
    await kept.keep(rowOf(run))
    await kept.close(new Set())
  }
  const [first, ...rest] = await (await openSegments(engine, out)).close(new Set())
  const [lost] = await idsIn(engine, [first!])
  await writeFile(first!, (await readFile(first!)).subarray(1))
  const kept = await openSegments(engine, out)
  expect(kept.has(String(lost))).toBe(false)
  expect(await kept.close(new Set())).toEqual(rest)
  for (const number of [8, 9]) {
    const more = await openSegments(engine, out)
    await more.keep(rowOf(number))
    await more.close(new Set(['id8', 'id9']))
  }
  expect(await idsIn(engine, await (await openSegments(engine, out)).close(new Set()))).toEqual([
    'id8',
    'id9',
  ])
  engine.close()
})
