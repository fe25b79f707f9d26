import { describe, expect, test } from 'vitest'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { findGaps, type GapQuery } from '../../../lib/submission/gaps.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { type ReceiptFilter, selectReceipts } from '../../../lib/submission/select.ts'
import { beginning, type ListedUpload } from '../../../lib/submission/stretches.ts'
import { placesOf } from '../../support/places.ts'
import { builtIn, fakeConversion, fakePorts, findingOf, uploadOf } from '../../support/submission.ts'

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

const all: ReceiptFilter = { since: null, build: null, verdicts: [] }

/** One report of each kind, a day apart. */
const someReceipts = async () => {
  const ports = fakePorts({ uploads: { get: async ({ key }) => new TextEncoder().encode(key) } })
  const days = ['甲/valid', '甲/invalid', '乙/bad', '乙/failed']
  for (const [index, key] of days.entries()) {
    const now = () => new Date(Date.UTC(2024, 0, index + 1))
    const convert = async ({ bytes, name, sha256 }: Parameters<typeof ports.convert>[0]) => {
      if (name === 'invalid') return fakeConversion(bytes, [findingOf()])
      return name === 'bad'
        ? fakePorts().convert({ name, sha256, bytes: new TextEncoder().encode('bad') })
        : fakeConversion(bytes)
    }
    if (key.endsWith('failed')) await giveUp(uploadOf({ key }), retriesExhausted, { ...ports, now })
    else await processUpload(uploadOf({ key }), { ...ports, now, convert })
  }
  return ports
}

describe('receipts to replay', () => {
  test.each<[string, string, Partial<ReceiptFilter>, string[]]>([
    ['all', '', {}, ['甲/valid', '甲/invalid', '乙/bad', '乙/failed']],
    ['under a prefix', '乙/', {}, ['乙/bad', '乙/failed']],
    ['since a day', '', { since: new Date('2024-01-02') }, ['甲/invalid', '乙/bad', '乙/failed']],
    ['by verdict', '', { verdicts: ['invalid'] }, ['甲/invalid']],
    ['that were refused or given up', '', { verdicts: ['rejected', 'failed'] }, ['乙/bad', '乙/failed']],
    ['by everything at once', '甲/', { since: new Date('2024-01-02'), verdicts: ['valid'] }, []],
  ])('%s', async (_, prefix, filter, expected) => {
    const { outputs } = await someReceipts()
    const found = await collect(selectReceipts(placesOf(outputs, [], prefix), { ...all, ...filter }))
    expect(found.map(({ upload }) => upload.key).toSorted()).toEqual(expected.toSorted())
  })

  test('what is only called a receipt is passed over', async () => {
    const { outputs } = await someReceipts()
    const receipt = await outputs.get('甲/valid/v1/receipt.json')
    await outputs.put('quarantine/甲/v1/receipt.json', receipt!.bytes)
    await outputs.put('丙/v1/receipt.json', new TextEncoder().encode('{}'))
    expect(await collect(selectReceipts(placesOf(outputs), all))).toHaveLength(4)
  })

  test('a result beside which a replay failed counts as failed, until another replay comes to a result', async () => {
    const { outputs, ...ports } = await someReceipts()
    const upload = uploadOf({ key: '甲/valid' })
    const failed = async (more: Partial<ReceiptFilter> = {}) => {
      const filter: ReceiptFilter = { ...all, verdicts: ['failed'], ...more }
      const found = await collect(selectReceipts(placesOf(outputs), filter))
      return found.map(({ upload: { key } }) => key)
    }
    expect(await failed()).toEqual(['乙/failed'])
    await giveUp(upload, retriesExhausted, { ...ports, outputs }, { again: true })
    expect(await failed()).toEqual(['乙/failed', '甲/valid'])
    expect(await failed({ since: new Date(Date.now() - 3_600_000) })).toEqual(['甲/valid'])
    expect(await failed({ verdicts: ['valid'], since: new Date('2024-01-02') })).toEqual([])
    await processUpload(upload, { ...ports, outputs }, { again: true })
    expect(await failed()).toEqual(['乙/failed'])
  })

  test('what was written long before the day asked for is not read', async () => {
    const { outputs } = await someReceipts()
    const since = new Date(Date.now() + 24 * 3_600_000)
    const unread = { ...outputs, get: () => Promise.reject(new Error('read')) }
    expect(await collect(selectReceipts(placesOf(unread), { ...all, since }))).toEqual([])
  })
})

describe('gaps', () => {
  const old = new Date('2024-01-01')
  const gapsOf = async (
    ports: ReturnType<typeof fakePorts>,
    listed: readonly ListedUpload[],
    prefix = '',
    more: Partial<GapQuery> = {},
  ) =>
    collect(
      findGaps({
        ...placesOf(ports.outputs, listed, prefix),
        before: new Date('2030-01-01'),
        start: beginning,
        readAlso: () => false,
        ...more,
      }),
    )
  const deaf = { publish: async () => Promise.reject(new Error('no bus')) }

  test('an upload without a receipt is one, whatever its name, unless it is young, skipped or elsewhere', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf({ key: 'done.docx' }), ports)
    const listed = ['done.docx', 'lost.docx', 'lost', 'lost.ceb', '~$lost.docx', 'sub/'].map(key => ({
      upload: uploadOf({ key, size: key.endsWith('/') ? 0 : 3 }),
      since: old,
    }))
    const young = { upload: uploadOf({ key: 'young.docx' }), since: new Date('2030-01-02') }
    expect(await gapsOf(ports, [...listed, young])).toEqual(
      ['lost', 'lost.ceb', 'lost.docx'].map(key => ({ kind: 'no-receipt', upload: uploadOf({ key }) })),
    )
    expect(await gapsOf(ports, listed, 'other/')).toEqual([])
  })

  test('a receipt under the etag counts for the version', async () => {
    const ports = fakePorts({ uploads: { get: async () => new Uint8Array(1) } })
    await processUpload(uploadOf({ version: 'etag' }), ports)
    expect(await gapsOf(ports, [{ upload: uploadOf({ version: 'id' }), since: old, etag: 'etag' }])).toEqual(
      [],
    )
  })

  test('a receipt that came while we looked is none', async () => {
    const ports = fakePorts()
    const { outputs } = ports
    const listed = [{ upload: uploadOf(), since: old }]
    const late = {
      ...outputs,
      async *list(prefix: string) {
        yield* outputs.list(prefix)
        await processUpload(uploadOf(), ports)
      },
    }
    expect(await gapsOf({ ...ports, outputs: late }, listed)).toEqual([])
  })

  test('a receipt whose event was not sent is one, and submitting again closes it', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), { ...ports, bus: deaf }).catch(() => undefined)
    const [gap] = await gapsOf(ports, [{ upload: uploadOf(), since: old }])
    expect(gap).toMatchObject({ kind: 'not-sent', upload: uploadOf() })
    await processUpload(gap!.upload, ports)
    expect(ports.bus.events).toHaveLength(1)
    expect(await gapsOf(ports, [{ upload: uploadOf(), since: old }])).toEqual([])
  })

  test('so is one that replaced another whose event was sent', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    const newer = {
      ...ports,
      converter: builtIn('2025'),
      convert: async () => fakeConversion(new Uint8Array(1)),
    }
    await processUpload(uploadOf(), { ...newer, bus: deaf }, { again: true }).catch(() => undefined)
    expect(await gapsOf(ports, [])).toMatchObject([{ kind: 'not-sent' }])
  })

  test('a note of another event, made later, deceives the listing and nobody who reads', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    const mark = { schema: 'gongkai.sent/1', event: 'another', at: old.toISOString() }
    await ports.outputs.put(
      '青禾县/年度报告.docx/v1/sent.json',
      new TextEncoder().encode(JSON.stringify(mark)),
    )
    expect(await gapsOf(ports, [])).toEqual([])
    expect(await gapsOf(ports, [], '', { readAlso: () => true })).toMatchObject([{ kind: 'not-sent' }])
  })
})
