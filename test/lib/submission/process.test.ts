import { describe, expect, test } from 'vitest'
import { TransientFailure } from '../../../lib/submission/errors.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { outputs } from '../../../lib/writers/index.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'
import { memoryStore } from '../../support/memory-store.ts'
import {
  builtIn,
  fakeConversion,
  fakePorts,
  findingOf,
  readJson,
  sha256,
  uploadOf,
  uploadsOf,
} from '../../support/submission.ts'

const base = '青禾县/年度报告.docx'

describe('a report that can be read', () => {
  test('leaves its outputs, a receipt that lists them, the pointer and one event', async () => {
    const ports = fakePorts({
      convert: async ({ bytes }: { bytes: Uint8Array }) => fakeConversion(bytes, [findingOf()]),
    })
    const result = await processUpload(uploadOf(), ports)
    const run = result.kind === 'done' ? result.receipt.run : null
    expect(run).toMatch(/^[0-9a-f]{12}$/)
    expect([...ports.outputs.objects.keys()].toSorted()).toEqual(
      [
        ...outputs.map(({ ending }) => `v1/${run}/年度报告.${ending}`),
        'v1/receipt.json',
        'v1/sent.json',
        'latest.json',
      ]
        .map(name => `${base}/${name}`)
        .toSorted(),
    )
    const receipt = await readJson(ports.outputs, `${base}/v1/receipt.json`)
    expect(result).toEqual({ kind: 'done', repeated: false, receipt })
    for (const file of receipt.outputs) {
      const { bytes } = (await ports.outputs.get(file.key))!
      expect(file).toMatchObject({ size: bytes.length, sha256: sha256(bytes) })
    }
    expect(await readJson(ports.outputs, `${base}/latest.json`)).toMatchObject({
      version: 'v1',
      sequencer: '0001',
    })
    expect(ports.bus.events).toEqual([receipt.event])
    expect(ports.bus.events[0]).toMatchObject({
      type: 'gongkai.report.validated.v1',
      subject: base,
      data: {
        verdict: 'invalid',
        counts: { errors: 1, warnings: 0, infos: 0 },
        brokenChecks: ['requests-row-total'],
      },
    })
  })

  test('is written outputs first, receipt next, event last', async () => {
    const order: string[] = []
    const store = memoryStore()
    const ports = fakePorts({
      outputs: {
        ...store,
        put: async (key: string, bytes: Uint8Array) => {
          order.push(key.slice(key.lastIndexOf('/') + 1))
          await store.put(key, bytes)
        },
        putIfAbsent: async (key: string, bytes: Uint8Array) => {
          order.push(key.slice(key.lastIndexOf('/') + 1))
          return store.putIfAbsent(key, bytes)
        },
      },
      bus: {
        publish: async () => {
          order.push('event')
          return []
        },
      },
    })
    await processUpload(uploadOf(), ports)
    const files = Object.values(outputNames('年度报告.docx'))
    expect(order.slice(0, files.length).toSorted()).toEqual(files.toSorted())
    expect(order.slice(files.length)).toEqual(['receipt.json', 'latest.json', 'event', 'sent.json'])
  })

  test('a repeat converts nothing, writes nothing, sends nothing', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    const writes = [...ports.outputs.writes]
    const convert = async () => {
      throw new Error('converted again')
    }
    const result = await processUpload(uploadOf(), { ...ports, convert })
    expect(result).toMatchObject({ kind: 'done', repeated: true })
    expect([...ports.outputs.writes]).toEqual(writes)
    expect(ports.bus.events).toHaveLength(1)
  })

  test('an upload called receipt.docx does not write over the receipt', async () => {
    const ports = fakePorts()
    const result = await processUpload(uploadOf({ key: 'receipt.docx' }), ports)
    const receipt = await readJson(ports.outputs, 'receipt.docx/v1/receipt.json')
    expect(receipt.schema).toBe('gongkai.receipt/1')
    expect(result).toMatchObject({ receipt })
    expect(ports.outputs.objects.has(`receipt.docx/v1/${receipt.run}/receipt-report.json`)).toBe(true)
  })
})

describe('a newer version of a file', () => {
  test('withdraws what was told of the one before; an older one that comes late does not', async () => {
    const ports = fakePorts({ uploads: uploadsOf({ v1: 'bad', v2: 'two', v0: 'zero' }) })
    for (const [version, sequencer] of [
      ['v1', '0002'],
      ['v2', '0003'],
      ['v0', '0001'],
    ] as const)
      await processUpload(uploadOf({ version, sequencer }), ports)
    const [first, second, late] = ports.bus.events
    expect(first!.data.upload.supersedes).toBeUndefined()
    expect(second!.data.upload.supersedes).toEqual({ version: 'v1', event: first!.id })
    expect(late!.data.upload.supersedes).toBeUndefined()
    expect(await readJson(ports.outputs, `${base}/latest.json`)).toMatchObject({ version: 'v2' })
  })

  test('converted again does not withdraw itself', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    await processUpload(uploadOf(), ports, { again: true })
    expect(ports.bus.events).toHaveLength(2)
    expect(ports.bus.events[1]!.data.upload.supersedes).toBeUndefined()
  })
})

describe('a file that is refused', () => {
  test('leaves the reason, a receipt and Report Rejected', async () => {
    const ports = fakePorts({ uploads: uploadsOf({ v1: 'bad' }) })
    await processUpload(uploadOf(), ports)
    const { run } = await readJson(ports.outputs, `${base}/v1/receipt.json`)
    expect(await readJson(ports.outputs, `${base}/v1/${run}/refusal.json`)).toMatchObject({
      source: { name: '年度报告.docx', size: 3 },
      problem: { code: 'not-a-report', remedy: { zh: '请检查文件。' } },
    })
    expect([...ports.outputs.objects.keys()].filter(key => key.includes('年度报告.json'))).toEqual([])
    expect(ports.bus.events).toMatchObject([
      { type: 'gongkai.report.rejected.v1', data: { problem: { code: 'not-a-report' } } },
    ])
  })

  test('a file far too large is refused without being read', async () => {
    const get = async () => {
      throw new Error('read')
    }
    const ports = fakePorts({ uploads: { get } })
    await processUpload(uploadOf({ size: 1e9 }), ports)
    expect(ports.bus.events).toMatchObject([
      { data: { problem: { code: 'too-large' }, upload: { sha256: null } } },
    ])
  })
})

describe('when something of ours fails', () => {
  test('an error of the converter commits nothing and is passed on', async () => {
    const convert = async () => {
      throw new RangeError('bug')
    }
    const ports = fakePorts({ convert })
    await expect(processUpload(uploadOf(), ports)).rejects.toThrow(RangeError)
    expect(ports.outputs.objects.size).toBe(0)
    expect(ports.bus.events).toEqual([])
  })

  test('an event the bus does not take is sent by the retry, without converting again', async () => {
    const ports = fakePorts()
    const refusing = {
      publish: async (events: readonly { id: string }[]) =>
        events.map(({ id }) => ({ id, code: 'Throttled' })),
    }
    await expect(processUpload(uploadOf(), { ...ports, bus: refusing })).rejects.toThrow(TransientFailure)
    expect(ports.bus.events).toEqual([])
    const retried = await processUpload(uploadOf(), ports)
    expect(retried).toMatchObject({ kind: 'done', repeated: true })
    expect(ports.bus.events).toHaveLength(1)
    await processUpload(uploadOf(), ports)
    expect(ports.bus.events).toHaveLength(1)
  })

  test('of two at once one is first, and the other says so', async () => {
    const ports = fakePorts()
    const both = await Promise.all([processUpload(uploadOf(), ports), processUpload(uploadOf(), ports)])
    expect(both.map(done => done.kind === 'done' && done.repeated).toSorted()).toEqual([false, true])
    expect(new Set(ports.bus.events.map(event => event.id)).size).toBe(1)
  })

  test('a version that is gone ends as Report Conversion Failed', async () => {
    const ports = fakePorts({ uploads: uploadsOf({}) })
    await processUpload(uploadOf(), ports)
    expect(ports.bus.events).toMatchObject([
      { type: 'gongkai.report.conversion-failed.v1', data: { failure: { code: 'upload-gone' } } },
    ])
  })
})

describe('versions of one key', () => {
  test.each([
    ['in order', ['v1', 'v2']],
    ['newer first', ['v2', 'v1']],
  ])('%s: each has its receipt, latest points to the newer', async (_, order) => {
    const ports = fakePorts()
    for (const version of order)
      await processUpload(uploadOf({ version, sequencer: version === 'v1' ? '0a' : '0A1' }), ports)
    expect((await readJson(ports.outputs, `${base}/latest.json`)).version).toBe('v2')
    expect(new Set(ports.bus.events.map(event => event.id)).size).toBe(2)
  })

  test('an old version put back becomes the latest again without a second event', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf({ version: 'v1', sequencer: '1' }), ports)
    await processUpload(uploadOf({ version: 'v2', sequencer: '2' }), ports)
    await processUpload(uploadOf({ version: 'v1', sequencer: '3' }), ports)
    expect((await readJson(ports.outputs, `${base}/latest.json`)).version).toBe('v1')
    expect(ports.bus.events).toHaveLength(2)
  })
})

describe('a newer converter', () => {
  const newer = builtIn('2025')
  const convert = async () => fakeConversion(new Uint8Array(1))

  test('leaves a committed version alone', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    await processUpload(uploadOf(), { ...ports, converter: newer })
    expect((await readJson(ports.outputs, `${base}/v1/receipt.json`)).converter).toEqual(builtIn('2024'))
    expect(ports.bus.events).toHaveLength(1)
  })

  test('asked to convert again replaces the receipt and tells a new fact', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    await processUpload(uploadOf(), { ...ports, convert, converter: newer }, { again: true })
    const { converter, run } = await readJson(ports.outputs, `${base}/v1/receipt.json`)
    expect(converter).toEqual(newer)
    const [first, second] = ports.bus.events
    expect(second!.id).not.toBe(first!.id)
    expect(second!.data).toMatchObject({ run, replaces: { event: first!.id, run: first!.data.run } })
  })
})

test.each(['~$报告.docx', 'a/.DS_Store', 'Thumbs.db', '目录/', '__MACOSX/a.docx'])(
  '%s is left alone',
  async key => {
    const ports = fakePorts()
    expect(await processUpload(uploadOf({ key, size: 0 }), ports)).toMatchObject({ kind: 'skipped' })
    expect(ports.outputs.objects.size).toBe(0)
    expect(ports.bus.events).toEqual([])
  },
)

test.each(['报告.docx.crdownload', '.报告.docx', '.git/a.docx', '年报.docx.tmp', '报告.docx/'])(
  '%s was put there by somebody, and ends in an event',
  async key => {
    const ports = fakePorts()
    await processUpload(uploadOf({ key }), ports)
    expect(ports.bus.events).toMatchObject([{ subject: key }])
  },
)
