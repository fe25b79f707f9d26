import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { insideOf } from '../../../lib/submission/archive.ts'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import { receiptKey, sentKey } from '../../../lib/submission/keys.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { parseReceipt } from '../../../lib/submission/receipt.ts'
import { Crash, type Fault, faultyPorts } from '../../support/faulty-ports.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { builtIn, fakeConversion, fakePorts, uploadOf, uploadsOf } from '../../support/submission.ts'
import { expectInvariants, watchedStore } from '../../support/submission-invariants.ts'

const freshPorts = (text: string) => ({
  ...fakePorts(),
  uploads: uploadsOf({ v1: text }),
  outputs: watchedStore(),
})

/** Counts the moments of a run and crashes at the one given, and at every later one: a dead process stays dead. */
const crashAt = (moment: number) => {
  let count = 0
  const fault: Fault = async () => {
    count += 1
    if (count >= moment) throw new Crash()
  }
  return { fault, moments: () => count }
}

const momentsOfACleanRun = async (text: string) => {
  const counter = crashAt(Number.POSITIVE_INFINITY)
  await processUpload(uploadOf(), faultyPorts(freshPorts(text), counter.fault))
  return counter.moments()
}

test.each([['one'], ['bad']])('%s: a crash at any moment is repaired by the next try', async text => {
  const moments = await momentsOfACleanRun(text)
  expect(moments).toBeGreaterThanOrEqual(2 * 8)
  for (let moment = 1; moment <= moments; moment += 1) {
    const ports = freshPorts(text)
    await expect(processUpload(uploadOf(), faultyPorts(ports, crashAt(moment).fault))).rejects.toThrow(Crash)
    await processUpload(uploadOf(), ports)
    expectInvariants([uploadOf()], ports.outputs, ports.bus.events)
  }
})

test('two crashes at any two moments are repaired by the third try', async () => {
  const moments = await momentsOfACleanRun('one')
  for (let first = 1; first <= moments; first += 1)
    for (let second = 1; second <= moments; second += 1) {
      const ports = freshPorts('one')
      for (const moment of [first, second])
        await processUpload(uploadOf(), faultyPorts(ports, crashAt(moment).fault)).catch(() => undefined)
      await processUpload(uploadOf(), ports)
      expectInvariants([uploadOf()], ports.outputs, ports.bus.events)
    }
})

/** Runs `work` to its end after a crash at each of its moments in turn. Gives how many there were. */
const crashEverywhere = async (
  prepare: () => Promise<ReturnType<typeof freshPorts>>,
  work: (ports: ReturnType<typeof freshPorts>) => Promise<unknown>,
  check: (ports: ReturnType<typeof freshPorts>) => void,
): Promise<number> => {
  const counter = crashAt(Number.POSITIVE_INFINITY)
  await work(faultyPorts(await prepare(), counter.fault))
  for (let moment = 1; moment <= counter.moments(); moment += 1) {
    const ports = await prepare()
    await expect(work(faultyPorts(ports, crashAt(moment).fault))).rejects.toThrow(Crash)
    await work(ports)
    check(ports)
  }
  return counter.moments()
}

test('giving up is repaired after a crash at any moment, its copy and its event included', async () => {
  const moments = await crashEverywhere(
    async () => freshPorts('one'),
    ports =>
      giveUp(uploadOf(), retriesExhausted, {
        ...ports,
        quarantine: { bucket: 'outputs', prefix: 'quarantine/', store: ports.outputs },
      }),
    ports => {
      const [receipt] = expectInvariants([uploadOf()], ports.outputs, ports.bus.events)
      expect(receipt!.outcome).toBe('failed')
      const { quarantine } = receipt!.event!.data as { quarantine?: { key: string } }
      expect(ports.outputs.objects.has(quarantine!.key)).toBe(true)
    },
  )
  expect(moments).toBeGreaterThanOrEqual(2 * 8)
})

test('an archive is repaired after a crash at any moment: each file has its receipt and is told once', async () => {
  const upload = uploadOf({ key: '全市.zip' })
  const files = { '甲.docx': 'one', '乙.docx': 'bad', '丙.docx': 'three' }
  const archive = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  )
  const moments = await crashEverywhere(
    async () =>
      faultyPorts({ ...freshPorts(''), uploads: { get: async () => archive } }, async () => undefined),
    ports => processUpload(upload, ports),
    ports => {
      const inside = Object.keys(files).map(name => insideOf(upload, name))
      const receipts = expectInvariants([upload, ...inside], ports.outputs, ports.bus.events)
      expect(receipts.map(({ outcome }) => outcome)).toEqual([
        'unpacked',
        'validated',
        'rejected',
        'validated',
      ])
    },
  )
  expect(moments).toBeGreaterThan(3 * 16)
})

test('converting again is repaired after a crash at any moment: the newer receipt stands and is told', async () => {
  const newer = builtIn('2025')
  const anotherResult = async () => fakeConversion(new Uint8Array(1))
  await crashEverywhere(
    async () => {
      const ports = { ...freshPorts('one'), outputs: memoryStore() }
      await processUpload(uploadOf(), ports)
      return ports
    },
    ports =>
      processUpload(uploadOf(), { ...ports, converter: newer, convert: anotherResult }, { again: true }),
    ports => {
      const receipt = parseReceipt(ports.outputs.objects.get(receiptKey(uploadOf()))!.bytes)
      expect(receipt.converter).toEqual(newer)
      const sent = new TextDecoder().decode(ports.outputs.objects.get(sentKey(uploadOf()))!.bytes)
      expect(JSON.parse(sent).event).toBe(receipt.event!.id)
      expect(new Set(ports.bus.events.map(event => event.id)).size).toBe(2)
      expect(ports.bus.events.at(-1)).toMatchObject({ ...receipt.event })
    },
  )
})
