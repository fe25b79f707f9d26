import { fileURLToPath } from 'node:url'
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { reportsOverdueV1 } from '../../events/reports-overdue/v1.ts'
import { seasonCheckedV1 } from '../../events/season-checked/v1.ts'
import { seasonContract } from '../../lib/series/season-contract.ts'
import { inventedReport, rosterText, twoYears, units } from '../support/invented-season.ts'
import { sha256 } from '../support/submission.ts'
import { eventBridge, s3, sqs } from './support/clients.ts'
import { type Deployed, deployRelease } from './support/deploy.ts'

const folder = fileURLToPath(new URL('../../dist/release/', import.meta.url))
const years = twoYears('stand-in')
const year = new Date().getUTCFullYear() - 1

let stack: Deployed
let queue: string

// biome-ignore lint/suspicious/noExplicitAny: an event of any of our types
const events: any[] = []

/** Events of seasons so far. */
const drain = async () => {
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10 }),
    )
    if (Messages.length === 0) return events
    for (const { Body, ReceiptHandle } of Messages) {
      events.push(JSON.parse(Body!).detail)
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle }))
    }
  }
}
const checkedOf = async (of: number) =>
  (await drain()).filter(
    ({ type, subject }) => type === 'gongkai.season.checked.v1' && subject === `season/${of}`,
  )

const put = (bucket: string, Key: string, Body: string) =>
  s3.send(new PutObjectCommand({ Bucket: stack.outputs[bucket]!, Key, Body: Buffer.from(Body) }))
const bytesOf = async (Key: string): Promise<Uint8Array> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: stack.outputs['Outputs']!, Key }))
  return Body!.transformToByteArray()
}
const jsonOf = async (key: string) => JSON.parse(new TextDecoder().decode(await bytesOf(key)))
const keysBelow = async (Prefix: string) => {
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: stack.outputs['Outputs']!, Prefix }),
  )
  return Contents.map(({ Key }) => Key!)
}

/** As the stack's output tells an operator. */
const ask = () =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: stack.outputs['SeasonQueueUrl']!,
      MessageBody: JSON.stringify({ thorough: true }),
      MessageGroupId: 'season',
      MessageDeduplicationId: String(Date.now()),
    }),
  )

beforeAll(async () => {
  stack = await deployRelease(inject('endpoint'), folder, {
    StackName: 'seasons',
    Architecture: process.arch === 'arm64' ? 'arm64' : 'x86_64',
  })
  const QueueUrl = stack.outputs['SeasonQueueUrl']!
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { DelaySeconds: '0' } }))
  const made = await sqs.send(new CreateQueueCommand({ QueueName: 'of-seasons' }))
  queue = made.QueueUrl!
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: ['QueueArn'] }),
  )
  const EventBusName = stack.outputs['BusArn']!.split('/').at(-1)!
  await eventBridge.send(
    new PutRuleCommand({
      Name: 'of-seasons',
      EventBusName,
      EventPattern: JSON.stringify({
        source: ['gongkai'],
        'detail-type': ['Season Checked', 'Reports Overdue'],
      }),
    }),
  )
  await eventBridge.send(
    new PutTargetsCommand({
      Rule: 'of-seasons',
      EventBusName,
      Targets: [{ Id: 'queue', Arn: Attributes!['QueueArn']! }],
    }),
  )
}, 120_000)
afterAll(async () => {
  // Nothing of it is called any more while other files are tested.
  if (stack)
    await sqs.send(
      new SetQueueAttributesCommand({
        QueueUrl: stack.outputs['SeasonQueueUrl']!,
        Attributes: { DelaySeconds: '900' },
      }),
    )
})

test('without a roster reports are gathered, and no season is made', async () => {
  await put('Uploads', `${year}/甲.html`, inventedReport(units.u1, year, years.u1[1]))
  await put('Uploads', `${year}/乙.html`, inventedReport(units.u2, year, years.u2[1]))
  await expect.poll(() => keysBelow('season/segments/'), { timeout: 90_000 }).not.toEqual([])
  expect(await keysBelow('season/current.json')).toEqual([])
}, 120_000)

test('with a roster there is a season, whole, and it is told of', async () => {
  await put('Outputs', 'season/roster.csv', rosterText())
  await ask()
  await expect.poll(() => checkedOf(year), { timeout: 120_000 }).not.toEqual([])
  await expect
    .poll(async () => (await checkedOf(year)).at(-1).data.counts.reports, { timeout: 60_000 })
    .toBe(2)
  const event = seasonCheckedV1.parse((await checkedOf(year)).at(-1))
  const { outputs } = event.data
  const { seasons } = await jsonOf('season/current.json')
  expect(outputs.prefix).toBe(`season/${seasons[year]}/`)
  expect(sha256(await bytesOf(outputs.season.key))).toBe(outputs.season.sha256)
  const season = seasonContract.parse(await jsonOf(outputs.season.key))
  for (const { path, sha256: hash } of season.files)
    expect(sha256(await bytesOf(outputs.prefix + path)), path).toBe(hash)
  for (const pointer of [outputs.workbook, outputs.page])
    if (pointer) expect(sha256(await bytesOf(pointer.key))).toBe(pointer.sha256)
  const manifest = await bytesOf('season/athena/reports/season=current/files')
  expect(new TextDecoder().decode(manifest)).toBe(
    `s3://${stack.outputs['Outputs']}/${outputs.prefix}dataset/reports.parquet\n`,
  )
  const overdue = (await drain()).findLast(({ type }) => type === 'gongkai.reports.overdue.v1')
  expect(reportsOverdueV1.parse(overdue).data.units.map(({ unit }) => unit)).toContain('u3')
}, 240_000)

test('a report that is handed in again is another season, in the place of the one before', async () => {
  const before = (await checkedOf(year)).at(-1)
  await put('Uploads', `${year}/甲.html`, inventedReport(units.u1, year, years.u3[1]))
  await expect.poll(async () => (await checkedOf(year)).at(-1).id, { timeout: 120_000 }).not.toBe(before.id)
  const event = seasonCheckedV1.parse((await checkedOf(year)).at(-1))
  expect(event.data.replaces).toEqual({
    folder: before.data.outputs.prefix.split('/')[1],
    event: before.id,
  })
  const season = await jsonOf(event.data.outputs.season.key)
  const { resubmissions } = season
  expect(resubmissions).toMatchObject([{ unit: 'u1' }])
  expect(resubmissions[0].versions[1].figures.length).toBeGreaterThan(5)
  // The one before stays, for whoever reads in it.
  expect(sha256(await bytesOf(before.data.outputs.season.key))).toBe(before.data.outputs.season.sha256)
}, 240_000)

test('asked once more, nothing is made or told', async () => {
  const told = (await drain()).length
  const current = await bytesOf('season/current.json')
  await ask()
  const waiting = async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: stack.outputs['SeasonQueueUrl']!,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    )
    return Object.values(Attributes!).join()
  }
  await expect.poll(waiting, { timeout: 120_000 }).toBe('0,0')
  expect(await bytesOf('season/current.json')).toEqual(current)
  expect(await drain()).toHaveLength(told)
}, 150_000)
