import { expect, test } from 'vitest'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import { keyPrefix } from '../../../lib/submission/keys.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { selectReceipts } from '../../../lib/submission/select.ts'
import { placesOf } from '../../support/places.ts'
import { fakePorts, uploadOf } from '../../support/submission.ts'

const bytesOf = (text: string) => Buffer.byteLength(text)
/** As long as a key can be on S3. */
const longest = `${'长'.repeat(339)}.docx`
const version = 'v'.repeat(64)

test('a key of usual length is its own place', () => {
  for (const key of ['a.docx', '青禾县/年度报告 (终稿)+1.docx', 'x'.repeat(640)])
    expect(keyPrefix({ key })).toBe(key)
})

test('long keys that differ only at their end have different places', () => {
  const places = ['一', '二', '三'].map(end => keyPrefix({ key: `${'长'.repeat(300)}${end}.docx` }))
  expect(new Set(places).size).toBe(3)
  for (const place of places) expect(bytesOf(place)).toBeLessThanOrEqual(640)
})

test('with the longest of keys every output, copy and pointer keeps within 1,024 bytes', async () => {
  expect(bytesOf(longest)).toBe(1022)
  const ports = fakePorts({ uploads: { get: async () => new Uint8Array(1) } })
  const upload = uploadOf({ key: longest, version })
  await processUpload(upload, ports)
  const quarantine = { bucket: 'outputs', prefix: 'quarantine/', store: ports.outputs }
  await giveUp({ ...upload, version: 'w'.repeat(64) }, retriesExhausted, { ...ports, quarantine })
  const keys = [...ports.outputs.objects.keys()]
  expect(keys.length).toBeGreaterThan(8)
  for (const key of keys) expect(bytesOf(key)).toBeLessThanOrEqual(1024)
  expect(ports.bus.events.map(event => event.data.upload.key)).toEqual([longest, longest])
  const found = []
  for await (const receipt of selectReceipts(placesOf(ports.outputs), {
    since: null,
    build: null,
    verdicts: [],
  }))
    found.push(receipt)
  expect(found).toHaveLength(2)
})
