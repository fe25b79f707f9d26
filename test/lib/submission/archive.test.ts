import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bytesOf, fileOf, insideOf, partsOfKey } from '../../../lib/submission/archive.ts'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { findGaps } from '../../../lib/submission/gaps.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import { receiptKey, sentKey } from '../../../lib/submission/keys.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { selectReceipts } from '../../../lib/submission/select.ts'
import { beginning } from '../../../lib/submission/stretches.ts'
import type { Upload } from '../../../lib/submission/upload.ts'
import { placesOf } from '../../support/places.ts'
import { fakeConversion, fakePorts, readJson, uploadOf } from '../../support/submission.ts'

const upload = uploadOf({ key: '2023/全市.zip', size: 100 })
const archiveOf = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const parcel = archiveOf({
  '甲局/年报.docx': 'one',
  '乙局.docx': 'bad',
  '~$乙局.docx': 'lock',
  '半.part': 'x',
})
const portsWith = (bytes: Uint8Array | null) => fakePorts({ uploads: { get: async () => bytes } })

const keysOf = async (found: AsyncIterable<{ readonly upload: { readonly key: string } }>) => {
  const keys: string[] = []
  for await (const one of found) keys.push(one.upload.key)
  return keys
}

test('a file in an archive is found by its key, and leads back to the archive', () => {
  const inside = insideOf(upload, '甲局/年报.docx')
  expect(inside).toMatchObject({
    key: '2023/全市.zip!/甲局/年报.docx',
    archive: '2023/全市.zip',
    version: 'v1',
  })
  expect(fileOf(inside)).toEqual({ ...upload, size: null })
  expect(partsOfKey(inside.key)).toEqual({ archive: '2023/全市.zip', name: '甲局/年报.docx' })
  for (const key of ['年报.docx', '!/年报.docx', '全市.zip!/', '好!.docx']) expect(partsOfKey(key)).toBeNull()
})

describe('an archive of submissions', () => {
  test('each file ends by itself; the archive has a receipt that lists them, and its event comes last', async () => {
    const ports = portsWith(parcel)
    const processed = await processUpload(upload, ports)
    expect(processed).toMatchObject({ kind: 'done', repeated: false, receipt: { outcome: 'unpacked' } })
    expect(await readJson(ports.outputs, '2023/全市.zip/v1/receipt.json')).toMatchObject({
      outputs: [{ role: 'archive' }],
      unpacked: { at: '2024-01-31T08:00:00.000Z', files: ['甲局/年报.docx', '乙局.docx'] },
    })
    expect(ports.bus.events.map(({ type, subject }) => [type.split('.')[2], subject])).toEqual([
      ['validated', '2023/全市.zip!/甲局/年报.docx'],
      ['rejected', '2023/全市.zip!/乙局.docx'],
      ['unpacked', '2023/全市.zip'],
    ])
    expect(ports.bus.events[2]!.data).toMatchObject({
      files: 2,
      passedOver: 1,
      verdicts: { valid: 1, needsReview: 0, invalid: 0, notAssessable: 0, rejected: 1, failed: 0 },
      refusals: [{ name: '乙局.docx', code: 'not-a-report' }],
      refusalsLeftOut: 0,
    })
    const { outputs } = ports.bus.events[2]!.data as { outputs: { archive: { key: string } } }
    expect(await readJson(ports.outputs, outputs.archive.key)).toMatchObject({
      files: [
        { name: '甲局/年报.docx', outcome: 'valid' },
        { name: '乙局.docx', outcome: 'rejected' },
      ],
    })
    expect(ports.bus.events[0]!.data.upload).toMatchObject({
      archive: '2023/全市.zip',
      name: '年报.docx',
      size: 3,
    })
    expect(await readJson(ports.outputs, '2023/全市.zip!/甲局/年报.docx/latest.json')).toMatchObject({
      version: 'v1',
    })
  })

  test('repeated, it does nothing more', async () => {
    const ports = portsWith(parcel)
    await processUpload(upload, ports)
    expect(await processUpload(upload, ports)).toMatchObject({ repeated: true })
    expect(ports.bus.events).toHaveLength(3)
  })

  test('whose files are converted elsewhere is told of by whoever is through last', async () => {
    const ports = portsWith(parcel)
    const handedOn: Upload[] = []
    await processUpload(upload, { ...ports, spread: async files => void handedOn.push(...files) })
    expect(ports.bus.events).toEqual([])
    for (const file of handedOn) await processUpload(file, ports)
    expect(ports.bus.events.map(({ type }) => type).at(-1)).toBe('gongkai.archive.unpacked.v1')
    for (const file of handedOn) await processUpload(file, ports)
    expect(ports.bus.events).toHaveLength(3)
  })

  test('that holds nothing for anybody is told of too', async () => {
    const ports = portsWith(archiveOf({ '未完.docx.tmp': 'x', '草稿.crdownload': 'y' }))
    await processUpload(upload, ports)
    expect(ports.bus.events).toMatchObject([
      { type: 'gongkai.archive.unpacked.v1', data: { files: 0, passedOver: 2 } },
    ])
  })

  test('unpacked again is told again, with what has become of its files', async () => {
    const ports = portsWith(parcel)
    await processUpload(upload, ports)
    await processUpload(upload, ports, { again: true })
    const told = () => ports.bus.events.filter(({ subject }) => subject === upload.key)
    expect(told().map(({ id, retold }) => [id, retold])).toEqual([
      [told()[0]!.id, undefined],
      [told()[0]!.id, true],
    ])
    const mended = { ...ports, convert: async () => fakeConversion(new Uint8Array(1)) }
    await processUpload(insideOf(upload, '乙局.docx'), mended, { again: true })
    expect(told()[2]!.data).toMatchObject({ verdicts: { valid: 2 }, replaces: { event: told()[0]!.id } })
  })

  test('whose files ended before there were runs is told of once it is unpacked again', async () => {
    const ports = portsWith(parcel)
    const handedOn: Upload[] = []
    await processUpload(upload, { ...ports, spread: async files => void handedOn.push(...files) })
    for (const file of handedOn) await processUpload(file, ports)
    const later = portsWith(parcel)
    const put = (key: string, value: unknown) =>
      later.outputs.put(key, new TextEncoder().encode(JSON.stringify(value)))
    for (const file of handedOn) {
      const { run: _run, ...receipt } = await readJson(ports.outputs, receiptKey(file))
      await put(receiptKey(file), receipt)
      await put(
        sentKey({ key: file.key, version: file.version }),
        await readJson(ports.outputs, sentKey(file)),
      )
    }
    const { run: _run, ...receipt } = await readJson(ports.outputs, receiptKey(upload))
    await put(receiptKey(upload), { ...receipt, outputs: [], event: null })
    await processUpload(upload, later, { again: true })
    expect(later.bus.events).toMatchObject([
      { type: 'gongkai.archive.unpacked.v1', data: { files: 2, verdicts: { valid: 1, rejected: 1 } } },
    ])
  })

  test('that cannot be unpacked as a whole is refused', async () => {
    const ports = portsWith(archiveOf({ '.DS_Store': 'x' }))
    expect(await processUpload(upload, ports)).toMatchObject({ receipt: { outcome: 'rejected' } })
    expect(ports.bus.events).toMatchObject([{ data: { problem: { code: 'empty-file' } } }])
  })

  test('in an archive is a file to the converter, which refuses it', async () => {
    const seen: string[] = []
    const ports = portsWith(archiveOf({ 'a.zip': 'PK\u0003\u0004', 'b.zip': 'x' }))
    const convert: typeof ports.convert = async input => {
      seen.push(input.name)
      return ports.convert(input)
    }
    await processUpload(insideOf(upload, 'a.zip'), { ...ports, convert })
    expect(seen).toEqual(['a.zip'])
  })

  test('is not committed before its files are', async () => {
    const ports = portsWith(parcel)
    const spread = async () => {
      throw new RangeError('the queue is gone')
    }
    await expect(processUpload(upload, { ...ports, spread })).rejects.toThrow('the queue is gone')
    expect(ports.outputs.objects.size).toBe(0)
  })
})

describe('one file of an archive', () => {
  const inside = insideOf(upload, '乙局.docx')

  test('is read again out of it', async () => {
    const { uploads } = portsWith(parcel)
    expect(Buffer.from((await bytesOf(inside, uploads))!).toString()).toBe('bad')
    expect(await bytesOf(insideOf(upload, '丁局.docx'), uploads)).toBeNull()
    expect(await bytesOf(inside, portsWith(null).uploads)).toBeNull()
  })

  test('is given up with a copy of it alone', async () => {
    const ports = portsWith(parcel)
    const quarantine = { bucket: 'outputs', prefix: 'quarantine/', store: ports.outputs }
    await giveUp(inside, retriesExhausted, { ...ports, quarantine })
    const copy = await ports.outputs.get('quarantine/2023/全市.zip!/乙局.docx/v1/乙局.docx')
    expect(Buffer.from(copy!.bytes).toString()).toBe('bad')
    expect(ports.bus.events).toMatchObject([{ subject: inside.key, data: { upload: { size: 3 } } }])
  })

  test('is replayed by itself; by verdict the archive is passed over', async () => {
    const ports = portsWith(parcel)
    await processUpload(upload, ports)
    const places = placesOf(ports.outputs, [], '2023/')
    const chosen = (verdicts: readonly 'rejected'[]) =>
      keysOf(selectReceipts(places, { since: null, build: null, verdicts }))
    expect(await chosen(['rejected'])).toEqual([inside.key])
    expect(await chosen([])).toHaveLength(3)
  })

  test('that has no receipt is a gap', async () => {
    const ports = portsWith(parcel)
    await processUpload(upload, { ...ports, spread: async () => undefined })
    const gaps = () =>
      findGaps({
        ...placesOf(ports.outputs),
        before: new Date('2030-01-01'),
        start: beginning,
        readAlso: () => false,
      })
    expect(await keysOf(gaps())).toEqual(['2023/全市.zip!/甲局/年报.docx', inside.key])
    for await (const gap of gaps()) await processUpload(gap.upload, ports)
    expect(await keysOf(gaps())).toEqual([])
    expect(ports.bus.events).toHaveLength(3)
  })
})
