import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDesk } from '../../../../infra/local/desk/desk.ts'
import { sampleHashes } from '../../../../infra/local/desk/samples.ts'
import { sha256 } from '../../../../infra/local/disk/sha256.ts'
import { gather } from '../../../../infra/local/season/gather.ts'
import { convert } from '../../../../lib/convert.ts'
import type { Row } from '../../../../lib/series/column.ts'
import type { Receipt } from '../../../../lib/submission/receipt.ts'
import { inventedReport, twoYears } from '../../../support/invented-season.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const figures = twoYears('gather').u1[0]
const { outputs } = await convert({
  name: '年报.html',
  bytes: new TextEncoder().encode(inventedReport('青禾县水务局', 2023, figures)),
  sha256: 'a'.repeat(64),
})

/** A version of an upload as the service leaves it. */
const place = async (
  outbox: string,
  version: string,
  sequencer: string,
  outcome: Receipt['outcome'] = 'validated',
): Promise<void> => {
  const key = '年报.html'
  const json = { role: 'json', key: `${key}/${version}/run/年报.json`, size: 1, sha256: sha256(outputs.json) }
  const receipt = {
    schema: 'gongkai.receipt/1',
    run: 'run',
    outcome,
    upload: { bucket: 'inbox', key, version, sequencer, size: 1, name: key, sha256: 'a'.repeat(64) },
    outputs: outcome === 'validated' ? [json] : [],
    event: { id: version, time: '2024-01-31T00:00:00.000Z' },
  }
  await mkdir(join(outbox, key, version, 'run'), { recursive: true })
  await writeFile(join(outbox, json.key), outputs.json)
  await writeFile(join(outbox, key, version, 'receipt.json'), JSON.stringify(receipt))
}

const versionsIn = async (...folders: readonly string[]) => {
  const rows: Row[] = []
  const { only: ids } = await gather(folders, { has: () => false, keep: async row => void rows.push(row) })
  expect([...ids].toSorted()).toEqual([...new Set(rows.map(row => row['record_id']))].toSorted())
  const byVersion = rows.toSorted((a, b) =>
    `${a['key']}${a['version']}` < `${b['key']}${b['version']}` ? -1 : 1,
  )
  return {
    records: byVersion.filter(row => !row['left_out']),
    leftOut: byVersion
      .filter(row => row['left_out'])
      .map(row => [row['version'], row['left_out'], row['sequencer']]),
  }
}

const [first, second] = ['17ab0f3c2a5b4000', '17ab0f4c2a5b4000']

test('every version gives a record, with the time its sequencer tells', async () => {
  const outbox = await temporaryFolder()
  await place(outbox, 'v2', second)
  await place(outbox, 'v1', first)
  const { records, leftOut } = await versionsIn(outbox)
  expect(records).toMatchObject([
    { key: '年报.html', path: '年报.html', version: 'v1', uploaded_at: expect.stringMatching(/^2024-/u) },
    { key: '年报.html', path: '年报.html', version: 'v2', year: 2023 },
  ])
  expect(leftOut).toEqual([])
  expect(await versionsIn(outbox, outbox)).toEqual({ records, leftOut })
})

test.each(['rejected', 'failed'] as const)(
  'a version that was %s is a record that says so',
  async outcome => {
    const outbox = await temporaryFolder()
    await place(outbox, 'v1', first)
    await place(outbox, 'v2', second, outcome)
    expect(await versionsIn(outbox)).toMatchObject({
      records: [{ version: 'v1' }],
      leftOut: [['v2', outcome, second]],
    })
  },
)

test('a receipt or a result that cannot be read is told; of a receipt nobody knows how new it is', async () => {
  const outbox = await temporaryFolder()
  await place(outbox, 'v1', first)
  await place(outbox, 'v2', second)
  await writeFile(join(outbox, '年报.html/v2/receipt.json'), '{"schema": "gongkai.rec')
  expect((await versionsIn(outbox)).leftOut).toEqual([['v2', 'damaged', null]])
  await place(outbox, 'v2', second)
  await rm(join(outbox, '年报.html/v2/run/年报.json'))
  expect((await versionsIn(outbox)).leftOut).toEqual([['v2', 'damaged', second]])
})

test('files of one name in two folders stay two', async () => {
  const root = await temporaryFolder()
  await place(join(root, '2023'), 'v1', first)
  await place(join(root, '2024'), 'v2', second)
  const { records } = await versionsIn(join(root, '2024'), join(root, '2023'))
  expect(records.map(row => [row['key'], row['path']])).toEqual([
    ['2023:年报.html', '年报.html'],
    ['2024:年报.html', '年报.html'],
  ])
})

test('what is kept is not read again, unless its result has another size', async () => {
  const outbox = await temporaryFolder()
  await place(outbox, 'v1', first)
  const { only: kept } = await gather([outbox], { has: () => false, keep: async () => {} })
  const path = join(outbox, '年报.html/v1/run/年报.json')
  const receipt = join(outbox, '年报.html/v1/receipt.json')
  const size = outputs.json.length
  await writeFile(
    receipt,
    (await readFile(receipt, 'utf8')).replace('"size":1,"sha256"', `"size":${size},"sha256"`),
  )
  const again = async () => {
    const read: Row[] = []
    await gather([outbox], { has: id => kept.has(id), keep: async row => void read.push(row) })
    return read
  }
  await writeFile(path, Buffer.alloc(size))
  expect(await again()).toEqual([])
  await writeFile(path, Buffer.alloc(size + 1))
  expect(await again()).toMatchObject([{ left_out: 'damaged' }])
})

test('what is left out at the desk gives no record; what was said there comes along', async () => {
  const outbox = await temporaryFolder()
  await place(outbox, 'v1', first)
  const desk = await openDesk(outbox)
  const key = '年报.html'
  const gathered = () => gather([outbox], { has: () => false, keep: async () => undefined })
  await desk.act('张三', [
    { kind: 'placed', key, unit: 'u1' },
    { kind: 'decided', finding: 'f1', sha256: null, decision: 'explained', reason: '机构改革' },
  ])
  const { only, placed, decisions } = await gathered()
  expect([...placed]).toEqual([...only].map(id => [id, 'u1']))
  expect(decisions.get('f1')).toMatchObject({ decision: '已说明', reason: '机构改革', by: '张三' })
  for (const [out, back] of [
    [
      { kind: 'excluded', key, reason: '重复' },
      { kind: 'included', key },
    ],
    [
      { kind: 'removed', key },
      { kind: 'restored', key },
    ],
  ] as const) {
    await desk.act('张三', [out])
    expect((await gathered()).only.size).toBe(0)
    await desk.act('张三', [back])
    expect((await gathered()).only).toEqual(only)
  }
})

test('our own samples are never a part of a season', async () => {
  const outbox = await temporaryFolder()
  const [sample] = await sampleHashes()
  await place(outbox, sample!.slice(0, 16), first)
  expect(await versionsIn(outbox)).toEqual({ records: [], leftOut: [] })
})
