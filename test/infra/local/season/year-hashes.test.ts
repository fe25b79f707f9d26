import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEngine } from '../../../../functions/season/engine.ts'
import { writeSegment } from '../../../../functions/season/segment.ts'
import { yearHashes } from '../../../../infra/local/season/year-hashes.ts'
import { segmentRow } from '../../../support/segment-rows.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const version = (key: string, number: number, year: number | null) =>
  segmentRow({ key, version: `v${number}`, sequencer: `0${number}`, year })

test('a year is made of its own records, those before it, and those that may stand in their place', async () => {
  const engine = await openEngine()
  const folder = await temporaryFolder()
  const hashesOf = async (rows: readonly ReturnType<typeof segmentRow>[]) => {
    const path = join(folder, 'one.parquet')
    await writeSegment(engine, rows, path)
    return Object.fromEntries(
      await yearHashes(engine, [path], new Set(rows.map(row => String(row['record_id'])))),
    )
  }
  const before = [version('a', 1, 2022), version('b', 1, 2023), version('c', 1, 2024)]
  const hashes = await hashesOf(before)
  expect(Object.keys(hashes)).toEqual(['2022', '2023', '2024'])
  expect(await hashesOf(before.toReversed())).toEqual(hashes)
  const changed = async (more: ReturnType<typeof segmentRow>) => {
    const after = await hashesOf([...before, more])
    return Object.keys(hashes).filter(year => after[year] !== hashes[year])
  }
  expect(await changed(version('d', 1, 2024))).toEqual(['2024'])
  expect(await changed(version('c', 2, 2024))).toEqual(['2024'])
  expect(await changed(version('d', 1, 2023))).toEqual(['2023', '2024'])
  expect(await changed(version('a', 2, 2024))).toEqual(['2022', '2023', '2024'])
  expect(await changed(version('d', 1, null))).toEqual(['2022', '2023', '2024'])
  expect(await changed({ ...version('c', 2, null), left_out: 'failed' })).toEqual(['2022', '2023', '2024'])
  engine.close()
})
