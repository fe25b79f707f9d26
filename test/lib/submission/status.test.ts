import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { insideOf } from '../../../lib/submission/archive.ts'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { statusOf } from '../../../lib/submission/status.ts'
import type { ListedUpload } from '../../../lib/submission/stretches.ts'
import type { Upload } from '../../../lib/submission/upload.ts'
import { placesOf } from '../../support/places.ts'
import {
  type FakePorts,
  fakeConversion,
  fakePorts,
  findingOf,
  sha256,
  uploadOf,
} from '../../support/submission.ts'

const day = (at: number) => new Date(Date.UTC(2024, 0, at))
const listed = (upload: Upload, at = 1, etag?: string): ListedUpload => ({
  upload,
  since: day(at),
  ...(etag === undefined ? {} : { etag }),
})
const status = (ports: FakePorts, uploads: readonly ListedUpload[], key = uploadOf().key) =>
  statusOf(key, { ...placesOf(ports.outputs, uploads), sha256, quarantine: 'quarantine/' })
const deaf = { publish: async () => Promise.reject(new Error('no bus')) }
const again = { again: true }
const later = (ports: FakePorts): FakePorts => ({
  ...ports,
  convert: async () => fakeConversion(strToU8('otherwise'), [findingOf()]),
  converter: { ...ports.converter, build: 'b'.repeat(12), builtAt: '2030-01-01T00:00:00.000Z' },
})

test('an upload with a result: its run, outputs and event', async () => {
  const ports = fakePorts()
  await processUpload(uploadOf(), ports)
  const found = await status(ports, [listed(uploadOf())])
  expect(found).toMatchObject({ archive: null, skipped: null })
  expect(found.versions).toMatchObject([
    {
      version: 'v1',
      latest: true,
      uploaded: '2024-01-01T00:00:00.000Z',
      quarantine: null,
      archive: null,
      runs: [{ state: 'current', outcome: 'validated', verdict: 'valid', event: { sent: true } }],
    },
  ])
  expect(found.versions[0]!.runs[0]!.outputs.map(({ state }) => state)).toEqual([
    'whole',
    'whole',
    'whole',
    'whole',
  ])
})

test('what is not sent, changed or gone is said', async () => {
  const ports = fakePorts()
  await processUpload(uploadOf(), { ...ports, bus: deaf }).catch(() => undefined)
  const before = await status(ports, [])
  const [first, second] = before.versions[0]!.runs[0]!.outputs
  await ports.outputs.put(first!.key, strToU8('another'))
  const without = {
    ...ports.outputs,
    get: async (key: string) => (key === second!.key ? null : ports.outputs.get(key)),
  }
  const [version] = (await status({ ...ports, outputs: without }, [])).versions
  expect(version).toMatchObject({ uploaded: null, runs: [{ event: { sent: false } }] })
  expect(version!.runs[0]!.outputs.map(({ state }) => state)).toEqual(['changed', 'gone', 'whole', 'whole'])
})

test('every version is told of, the newest first, and every run of it', async () => {
  const ports = fakePorts()
  const second = uploadOf({ version: 'v2', sequencer: '0002' })
  await processUpload(uploadOf(), ports)
  await processUpload(second, ports)
  await processUpload(uploadOf(), later(ports), again)
  const quarantine = { bucket: 'outputs', prefix: 'quarantine/', store: ports.outputs }
  await giveUp(uploadOf(), retriesExhausted, { ...ports, quarantine, now: () => day(60) }, again)
  const third = uploadOf({ version: 'v3' })
  const { versions } = await status(ports, [listed(uploadOf(), 1), listed(second, 2), listed(third, 3)])
  expect(
    versions.map(({ version, latest, runs }) => [version, latest, runs.map(({ state }) => state)]),
  ).toEqual([
    ['v3', false, []],
    ['v2', true, ['current']],
    ['v1', false, ['current', 'failed-replay', 'earlier']],
  ])
  const [, , { runs, quarantine: kept }] = versions as unknown as [unknown, unknown, (typeof versions)[0]]
  expect(runs).toMatchObject([
    { verdict: 'invalid', converter: { build: 'b'.repeat(12) }, event: { sent: true } },
    { verdict: null, reason: { code: 'retries-exhausted' }, event: { sent: true } },
    { verdict: 'valid', event: { sent: null } },
  ])
  expect(kept).toMatchObject({ state: 'open', failure: 'retries-exhausted' })
})

test('a result under the etag is that of the version', async () => {
  const ports = fakePorts({ uploads: { get: async () => new Uint8Array(1) } })
  await processUpload(uploadOf({ version: 'etag' }), ports)
  const { versions } = await status(ports, [listed(uploadOf({ version: 'id' }), 1, 'etag')])
  expect(versions).toMatchObject([{ version: 'etag', uploaded: '2024-01-01T00:00:00.000Z', runs: [{}] }])
})

test('of a file that is passed over the reason is said; of nothing, nothing', async () => {
  const lock = uploadOf({ key: '~$a.docx' })
  expect(await status(fakePorts(), [listed(lock)], lock.key)).toMatchObject({
    skipped: 'lock-file',
    versions: [{ version: 'v1', runs: [] }],
  })
  expect(await status(fakePorts(), [listed(lock)], 'nope')).toEqual({
    schema: 'gongkai.status/1',
    key: 'nope',
    archive: null,
    skipped: null,
    versions: [],
  })
})

describe('archives', () => {
  const archive = uploadOf({ key: '2023/全市.zip', size: 9 })
  const parcel = zipSync({ '甲.docx': strToU8('one'), '乙.docx': strToU8('bad') })
  const open = () => fakePorts({ uploads: { get: async () => parcel } })
  const inside = insideOf(archive, '甲.docx')

  test('say how far they are, and what in them is missing', async () => {
    const ports = open()
    await processUpload(archive, { ...ports, spread: async () => undefined })
    await processUpload(inside, ports)
    expect((await status(ports, [listed(archive)], archive.key)).versions).toMatchObject([
      { archive: { files: 2, missing: ['乙.docx'] }, runs: [{ outcome: 'unpacked', event: null }] },
    ])
    await processUpload(insideOf(archive, '乙.docx'), ports)
    expect((await status(ports, [listed(archive)], archive.key)).versions).toMatchObject([
      { archive: { files: 2, missing: [] }, runs: [{ event: { sent: true } }, ...[]] },
    ])
  })

  test('a file in one is found with it; one that it does not hold is not', async () => {
    const ports = open()
    expect(await status(ports, [listed(archive)], inside.key)).toMatchObject({
      archive: { key: archive.key, holds: null },
      versions: [{ runs: [] }],
    })
    await processUpload(archive, ports)
    expect(await status(ports, [listed(archive)], inside.key)).toMatchObject({
      archive: { key: archive.key, holds: true },
      versions: [{ version: 'v1', uploaded: '2024-01-01T00:00:00.000Z', runs: [{ verdict: 'valid' }] }],
    })
    expect(await status(ports, [listed(archive)], `${archive.key}!/丙.docx`)).toMatchObject({
      archive: { holds: false },
    })
  })
})

test('what lies below a key as below a folder is not looked through', async () => {
  const ports = fakePorts({ uploads: { get: async () => new Uint8Array(1) } })
  await processUpload(uploadOf({ key: 'a' }), ports)
  for (let at = 0; at < 300; at += 1) await ports.outputs.put(`a/b/${at}/x`, new Uint8Array())
  let listedKeys = 0
  const outputs = {
    ...ports.outputs,
    async *list(prefix: string, after?: string) {
      for await (const one of ports.outputs.list(prefix, after)) {
        listedKeys += 1
        yield one
      }
    },
  }
  const { versions } = await status({ ...ports, outputs }, [], 'a')
  expect(versions.map(({ version }) => version)).toEqual(['v1'])
  expect(listedKeys).toBeLessThan(30)
})
