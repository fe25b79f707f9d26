import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { contracts } from '../../events/index.ts'
import { convert } from '../../lib/convert.ts'
import { retriesExhausted } from '../../lib/submission/failures.ts'
import { giveUp } from '../../lib/submission/give-up.ts'
import type { Ports } from '../../lib/submission/ports.ts'
import { processUpload } from '../../lib/submission/process.ts'
import { statusOf } from '../../lib/submission/status.ts'
import { reportJson } from '../../lib/writers/json.ts'
import { samples } from '../lib/writers/samples.ts'
import { inventedReport, rosterText, twoYears, units } from '../support/invented-season.ts'
import { type MemoryStore, memoryStore } from '../support/memory-store.ts'
import { placesOf } from '../support/places.ts'
import { contractOf, faultsBy, faultsOf } from '../support/published-schema.ts'
import { builtIn, fakeBus, fakeConversion, fakePorts, sha256, uploadOf } from '../support/submission.ts'
import { converted, markSwept, removeWorlds, yearWorld } from '../support/year-world.ts'

/** What is really written keeps the published schemas, and has nothing that they do not name. */

afterAll(removeWorlds)

const years = twoYears('written')
const [first] = years.u1
const report = inventedReport(units.u1, 2023, first)
const faulty = inventedReport(units.u1, 2023, {
  ...first,
  'requests.newRequests.total': first['requests.newRequests.total']! + 1,
})

/** Every JSON document of a store by its key. Those of `.gongkai/` are the program's own. */
const documentsIn = ({ objects }: MemoryStore): ReadonlyMap<string, unknown> =>
  new Map(
    [...objects]
      .filter(([key]) => key.endsWith('.json') && !key.startsWith('.gongkai/'))
      .map(([key, { bytes }]) => [key, new TextDecoder().decode(bytes)] as const)
      .filter(([, text]) => !text.startsWith('json of '))
      .map(([key, text]) => [key, JSON.parse(text)]),
  )

const faultsIn = (documents: ReadonlyMap<string, unknown>) =>
  [...documents].flatMap(([key, document]) => faultsOf(document).map(fault => `${key}: ${fault}`))

/** Uploads of every kind to their ends: judged, refused, given up, an archive; converted again, better and worse. */
const uploads = async (convert: Ports['convert']) => {
  const bus = fakeBus()
  const outputs = memoryStore()
  const quarantine = { bucket: 'outputs', prefix: 'quarantine/', store: outputs }
  const given = new Map<string, Uint8Array>()
  const put = (key: string, bytes: Uint8Array, version = 'v1') => {
    given.set(`${key} ${version}`, bytes)
    return uploadOf({ key, version, sequencer: version.slice(1).padStart(4, '0'), size: bytes.length })
  }
  const ports = fakePorts({
    ...{ bus, outputs, quarantine, convert },
    uploads: { get: async ({ key, version }) => given.get(`${key} ${version}`) ?? null },
  })
  const newer = { ...ports, converter: builtIn('2025') }
  const judged = put('青禾县/年报.html', strToU8(faulty))
  await processUpload(judged, ports)
  const corrected = put(judged.key, strToU8(report), 'v2')
  await processUpload(corrected, ports)
  await processUpload(
    corrected,
    { ...newer, convert: async input => convert({ ...input, bytes: strToU8(faulty) }) },
    { again: true },
  )
  await giveUp(
    corrected,
    retriesExhausted,
    { ...newer, now: () => new Date('2024-02-01T00:00:00Z') },
    { again: true },
  )
  const refused = put('青禾县/通知.docx', strToU8('hello'))
  await processUpload(refused, ports)
  const failed = put('青禾县/乙局.html', strToU8(report))
  await giveUp(failed, retriesExhausted, ports)
  const gone = uploadOf({ key: '青禾县/已删.docx' })
  await processUpload(gone, ports)
  const inside = {
    '甲局.html': strToU8(report),
    '说明.txt': strToU8('不是报告'),
    '.DS_Store': strToU8('x'),
  }
  // The time of day that a zip notes, in whatever zone: the same bytes each time.
  const packed = zipSync(inside, { mtime: new Date('2024-01-31T08:00:00') })
  const archive = put('全县.zip', packed)
  await processUpload(archive, ports)
  const waiting = put('乡镇.zip', packed)
  await processUpload(waiting, { ...ports, spread: async () => undefined })
  await processUpload(failed, newer, { again: true })
  const all = [corrected, judged, refused, failed, gone, archive, waiting]
  const listed = all.map(upload => ({ upload, since: new Date('2024-01-30T00:00:00Z') }))
  const places = { ...placesOf(outputs, listed), sha256, quarantine: quarantine.prefix }
  const keys = [...all.map(({ key }) => key), '全县.zip!/甲局.html', '没有.docx', '~$年报.docx']
  const statuses = new Map<string, unknown>()
  for (const key of keys) statuses.set(key, await statusOf(key, places))
  return { documents: documentsIn(outputs), events: bus.events, statuses }
}

const ofUploads = uploads(convert)

/** The same with outputs that no change to a page or a workbook alters: the samples hold their hashes. */
const ofSteadyUploads = uploads(async input => ({
  ...(await convert(input)),
  outputs: fakeConversion(input.bytes).outputs,
}))

test('of an upload: every file that is written', async () => {
  const { documents } = await ofUploads
  expect(faultsIn(documents)).toEqual([])
  const met = new Set([...documents.values()].map(contractOf))
  for (const name of [
    'report/v2',
    'receipt/v1',
    'refusal/v1',
    'failure/v1',
    'archive/v1',
    'latest/v1',
    'sent/v1',
    'quarantine/v1',
  ])
    expect(met, name).toContain(name)
  // Also what is not always there.
  const text = JSON.stringify([...documents.values()])
  for (const word of ['unpacked', 'named', 'supersedes', 'replaces', 'stands', 'settledBy', 'causedBy'])
    expect(text, word).toContain(`"${word}":`)
})

test('of an upload: every event that is sent', async () => {
  const { events } = await ofUploads
  expect(new Set(events.map(({ type }) => type)).size).toBe(4)
  expect(events.flatMap(event => faultsOf(event))).toEqual([])
})

test('of an upload: what its status tells', async () => {
  const { statuses } = await ofUploads
  expect(faultsIn(statuses)).toEqual([])
  expect(new Set([...statuses.values()].map(contractOf))).toEqual(new Set(['status/v1']))
})

test.each(Object.entries(samples))('the report %s', (_, sample) => {
  expect(faultsOf(JSON.parse(JSON.stringify(reportJson(sample))))).toEqual([])
})

test('of a season on AWS: files and events', async () => {
  const html = (unit: keyof typeof units, year: 2023 | 2024) =>
    inventedReport(units[unit], year, years[unit][year - 2023]!)
  const { outputs, events } = await converted([
    { key: '2023/甲.html', at: '2024-01-10T02:00:00Z', html: html('u1', 2023) },
    { key: '2024/甲.html', at: '2025-01-10T02:00:00Z', html: html('u1', 2024) },
    { key: '2024/甲.html', at: '2025-01-11T02:00:00Z', html: inventedReport(units.u1, 2024, years.u2[1]) },
    { key: '2024/乙.html', at: '2025-01-11T02:00:00Z', html: html('u2', 2024) },
    {
      key: '2024/谁.html',
      at: '2025-01-12T02:00:00Z',
      html: inventedReport('白沙区水务局', 2024, years.u3[1]),
    },
    { key: '2024/不是.html', at: '2025-01-13T02:00:00Z', html: '<p>通知</p>' },
  ])
  const world = await yearWorld(outputs, { day: '2025-04-10' })
  await world.put('season/roster.csv', '没有表头')
  await world.gather(events)
  await markSwept(world)
  await world.season()
  const problems = await world.json('season/roster-problems.json')
  expect(faultsOf(problems)).toEqual([])
  await expect(`${JSON.stringify(problems, null, 2)}\n`).toMatchFileSnapshot(
    '../../events/roster-problems/v1.no-headings.sample.json',
  )
  await world.put('season/roster.csv', rosterText())
  await world.season()
  const { findings } = await world.json(
    `season/${(await world.json('season/current.json')).seasons['2024']}/season.json`,
  )
  await world.put(
    'season/decisions.csv',
    `发现编号,决定,理由,决定人\r\n${findings[0].id},认可,已说明,张某\r\n`,
  )
  await world.season()
  const documents = documentsIn(outputs)
  const others = [...documents.keys()].filter(key => key.endsWith('/datapackage.json'))
  for (const key of others) (documents as Map<string, unknown>).delete(key)
  expect(faultsIn(documents)).toEqual([])
  const met = new Set([...documents.values()].map(contractOf))
  for (const name of ['season/v1', 'current/v1', 'roster-problems/v1']) expect(met, name).toContain(name)
  expect(new Set(world.told.map(({ type }) => type)).size).toBe(2)
  expect(world.told.flatMap(event => faultsOf(event))).toEqual([])
})

describe('the samples', () => {
  /** The first document of a contract, or the one whose text has a word. */
  const written = [
    ['receipt/v1.validated', '"outcome":"validated"'],
    ['receipt/v1.archive', '"outcome":"unpacked"'],
    ['refusal/v1.not-a-report', ''],
    ['failure/v1.retries-exhausted', '"retries-exhausted"'],
    ['archive/v1.two-files', ''],
    ['latest/v1.second-version', '"version":"v2"'],
    ['sent/v1.sent', ''],
    ['quarantine/v1.settled', '"settled"'],
    ['status/v1.replaced', '"failed-replay"'],
  ] as const

  test.each(written)('%s is what is written', async (name, word) => {
    const { documents, statuses } = await ofSteadyUploads
    const contract = name.split('.')[0]
    const found = [...documents.values(), ...statuses.values()].find(
      each => contractOf(each) === contract && JSON.stringify(each).includes(word),
    )
    const text = `${JSON.stringify(found, null, 2)}\n`
    await expect(text).toMatchFileSnapshot(`../../events/${name}.sample.json`)
  })
})

test('a document with a field that the schema does not name is found, at any depth', async () => {
  const { documents } = await ofUploads
  const receipt = [...documents.values()].find(each => contractOf(each) === 'receipt/v1')
  const good = structuredClone(receipt) as { upload: object; later?: number }
  expect(faultsBy('receipt/v1', good)).toEqual([])
  expect(faultsBy('receipt/v1', { ...good, later: 1 })).not.toEqual([])
  expect(faultsBy('receipt/v1', { ...good, upload: { ...good.upload, later: 1 } })).not.toEqual([])
  expect(faultsOf({ outcome: 'validated' })).toEqual(['names no contract'])
})

test('every contract that we write has a name of its own in its documents', () => {
  for (const { folder, version, direction } of contracts)
    if (direction === 'written')
      expect(contractOf({ schema: `gongkai.${folder}/${version.slice(1)}` }), folder).toBe(
        `${folder}/${version}`,
      )
})
