import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEngine } from '../../../../functions/season/engine.ts'
import { keepSegments, readSegments } from '../../../../infra/local/season/segments.ts'
import type { Row } from '../../../../lib/series/column.ts'
import { recordColumns } from '../../../../lib/series/columns.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const rowOf = (number: number): Row =>
  Object.fromEntries(
    recordColumns.map(({ name, kind, required }, at) => {
      if (!required && at % 7 === number % 7) return [name, null]
      if (kind === 'text') return [name, `“${name}” ${number}`]
      return [name, kind === 'integer' ? number : BigInt(number * 1_000_003 + at)]
    }),
  )

test('records come back as they were kept, and many small segments become one', async () => {
  const out = await temporaryFolder()
  const engine = await openEngine()
  const all = new Map<string, Row>()
  for (let run = 0; run < 12; run++) {
    const kept = await readSegments(engine, out)
    expect([...kept.keys()].toSorted()).toEqual([...all.keys()].toSorted())
    for (const [id, row] of all) expect(kept.get(id)).toEqual({ record_id: id, ...row })
    for (const number of [2 * run, 2 * run + 1]) all.set(`id${number}`, rowOf(number))
    await keepSegments(engine, out, kept, all)
  }
  const [shape] = await readdir(join(out, 'segments'))
  expect((await readdir(join(out, 'segments', shape!))).length).toBeLessThanOrEqual(8)
  engine.close()
})
