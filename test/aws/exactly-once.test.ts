import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import { beforeAll, expect, test } from 'vitest'
import { objectCreated, sampleReports } from '../support/deployed.ts'
import { etagOf } from '../support/fake-aws.ts'
import { seeded } from '../support/random.ts'
import { queueUrl, sqs, uploadsBucket } from './support/clients.ts'
import { outputJson, outputKeys, upload } from './support/objects.ts'
import { about, type Subscriber, subscribe } from './support/subscriber.ts'

const reports = sampleReports()
let everything: Subscriber
beforeAll(async () => {
  everything = await subscribe('every-fact-of-many', 'every-fact.json')
})

const send = async (bodies: readonly unknown[]): Promise<void> => {
  for (let start = 0; start < bodies.length; start += 10)
    await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: bodies
          .slice(start, start + 10)
          .map((body, index) => ({ Id: String(index), MessageBody: JSON.stringify(body) })),
      }),
    )
}

const inTheUploadsBucket = (event: ReturnType<typeof objectCreated>) => ({
  ...event,
  detail: { ...event.detail, bucket: { name: uploadsBucket } },
})

test('300 uploads, many of them told of again and again, are 300 receipts and 300 facts', async () => {
  const chance = seeded('three hundred')
  const uploads = Array.from({ length: 300 }, (_, index) => ({
    key: `大量/${index % 30}/报告 ${index}.docx`,
    bytes: index % 10 === 9 ? Buffer.from(`no report ${index}`) : reports[index % reports.length]!.bytes,
  }))
  const order = uploads.map(item => ({ item, place: chance(1e9) })).toSorted((a, b) => a.place - b.place)
  for (let start = 0; start < order.length; start += 20)
    await Promise.all(order.slice(start, start + 20).map(({ item }) => upload(item.key, item.bytes)))
  const again = uploads.filter(() => chance(3) === 0)
  expect(again.length).toBeGreaterThan(50)
  await send(
    again.map(({ key, bytes }) =>
      inTheUploadsBucket(objectCreated(key, { etag: etagOf(bytes), sequencer: '0' })),
    ),
  )
  const last = '大量/最后.docx'
  await upload(last, reports[0]!.bytes)

  const received = await everything.until(
    all => about(all, last).length > 0 && new Set(all.map(({ event }) => event.subject)).size >= 301,
    120,
  )
  const events = received.filter(({ event }) => event.subject.startsWith('大量/') && event.subject !== last)
  expect(new Set(events.map(({ event }) => event.id)).size).toBe(300)
  expect(events.filter(({ detailType }) => detailType === 'Report Rejected')).toHaveLength(30)
  const keys = (await outputKeys('大量/')).filter(key => !key.startsWith(last))
  const ending = (name: string) => keys.filter(key => key.endsWith(`/${name}`)).length
  expect([ending('receipt.json'), ending('sent.json'), ending('latest.json')]).toEqual([300, 300, 300])
}, 150_000)

test.each([
  ['in order', [0, 1]],
  ['newer first', [1, 0]],
] as const)(
  'two versions of one key, %s: both have their receipt, latest is the newer',
  async (how, order) => {
    const key = `两版/${how}.docx`
    const versions = [await upload(key, reports[0]!.bytes), await upload(key, reports[1]!.bytes)]
    await everything.until(all => about(all, key).length >= 2)
    // As S3 itself would tell of them: with version id and sequencer, which the stand-in leaves out.
    const told = versions.map((version, index) =>
      inTheUploadsBucket(
        objectCreated(key, {
          'version-id': version,
          sequencer: index === 0 ? 'FF00617F08299329D1' : 'FF00617F08299329D189',
        }),
      ),
    )
    for (const index of order) {
      await send([told[index]])
      await everything.until(all =>
        about(all, key).some(({ event }) => event.data.upload.version === versions[index]),
      )
    }
    expect(await outputJson(`${key}/latest.json`)).toMatchObject({ version: versions[1] })
    const hashes = await Promise.all(
      versions.map(async version => (await outputJson(`${key}/${version}/receipt.json`)).upload.sha256),
    )
    expect(new Set(hashes).size).toBe(2)
  },
)
