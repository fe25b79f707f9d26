import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../../../../infra/local/disk/sha256.ts'
import { gather } from '../../../../infra/local/season/gather.ts'
import { convert } from '../../../../lib/convert.ts'
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
  const { records, leftOut } = await gather(folders)
  return {
    records: records.map(({ row }) => `${row['key']} ${row['version']} ${row['uploaded_at']}`).toSorted(),
    leftOut: leftOut.map(({ version, reason, newest }) => [version, reason, newest]),
  }
}

const [first, second] = ['17ab0f3c2a5b4000', '17ab0f4c2a5b4000']

test('every version gives a record, with the time its sequencer tells', async () => {
  const outbox = await temporaryFolder()
  await place(outbox, 'v2', second)
  await place(outbox, 'v1', first)
  const { records, leftOut } = await versionsIn(outbox)
  expect(records.map(each => each.split(' ').slice(0, 2).join(' '))).toEqual(['年报.html v1', '年报.html v2'])
  expect(leftOut).toEqual([])
  expect(await versionsIn(outbox, outbox)).toEqual({ records, leftOut })
})

test.each(['rejected', 'failed'] as const)(
  'a newest version that was %s leaves none of its key; an older one only itself',
  async outcome => {
    const outbox = await temporaryFolder()
    await place(outbox, 'v1', first)
    await place(outbox, 'v2', second, outcome)
    expect(await versionsIn(outbox)).toEqual({ records: [], leftOut: [['v2', outcome, true]] })
    await place(outbox, 'v3', 'f000000000000000')
    expect(await versionsIn(outbox)).toMatchObject({
      records: [expect.stringContaining('v1'), expect.stringContaining('v3')],
      leftOut: [['v2', outcome, false]],
    })
  },
)

test('a receipt or a result that cannot be read is told, and nothing older counts in its place', async () => {
  const outbox = await temporaryFolder()
  await place(outbox, 'v1', first)
  await place(outbox, 'v2', second)
  await writeFile(join(outbox, '年报.html/v2/receipt.json'), '{"schema": "gongkai.rec')
  expect(await versionsIn(outbox)).toEqual({ records: [], leftOut: [['v2', 'damaged', true]] })
  await place(outbox, 'v2', second)
  await rm(join(outbox, '年报.html/v2/run/年报.json'))
  expect(await versionsIn(outbox)).toEqual({ records: [], leftOut: [['v2', 'damaged', true]] })
})

test('files of one name in two folders stay two', async () => {
  const root = await temporaryFolder()
  await place(join(root, '2023'), 'v1', first)
  await place(join(root, '2024'), 'v2', second)
  const { records } = await versionsIn(join(root, '2024'), join(root, '2023'))
  expect(records.map(each => each.split(' ')[0])).toEqual(['2023:年报.html', '2024:年报.html'])
})
