import { execFile } from 'node:child_process'
import { InvokeCommand } from '@aws-sdk/client-lambda'
import { DeleteObjectCommand, PutBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3'
import { beforeAll, expect, inject, test } from 'vitest'
import { sampleReports } from '../support/deployed.ts'
import { bin } from '../support/run-gongkai.ts'
import { lambda, outputsBucket, s3, uploadsBucket } from './support/clients.ts'
import { upload } from './support/objects.ts'
import { about, type Subscriber, subscribe } from './support/subscriber.ts'

const { outputs } = inject('deployed')
const [report] = sampleReports()
let everything: Subscriber
beforeAll(async () => {
  everything = await subscribe('every-fact-operated', 'every-fact.json')
})

/** Runs a command as the stack's outputs give it, with more options. */
const operate = (
  command: string,
  ...more: readonly string[]
): Promise<{ code: number; stdout: string; stderr: string }> => {
  const [npx, gongkai, ...args] = command.replace(' --dry-run', '').split(' ')
  expect([npx, gongkai]).toEqual(['npx', 'gongkai'])
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: inject('endpoint'),
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  }
  return new Promise(resolve =>
    execFile(process.execPath, [bin, ...args, ...more], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    ),
  )
}
const reconcile = (...more: string[]) =>
  operate(outputs['ReconcileCommand']!, '--prefix', '补交/', '--older-than', '0', ...more)

const tellEventBridge = (on: boolean) =>
  s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: uploadsBucket,
      NotificationConfiguration: on ? { EventBridgeConfiguration: {} } : {},
    }),
  )

test('reconcile finds an upload nobody told of, and the service ends it', async () => {
  const key = '补交/没人说起 (1).docx'
  await tellEventBridge(false)
  await upload(key, report!.bytes)
  await tellEventBridge(true)
  expect(await reconcile('--dry-run')).toMatchObject({ code: 1, stdout: expect.stringContaining(key) })
  expect(await reconcile()).toMatchObject({ code: 0, stdout: expect.stringContaining('补交 1 处') })
  await everything.until(all => about(all, key).length === 1)
  expect(await reconcile()).toMatchObject({ code: 0, stdout: expect.stringContaining('0 处缺漏') })
})

test('reconcile sends an event whose sending nobody noted, under the same id', async () => {
  const key = '补交/没发出.docx'
  await upload(key, report!.bytes)
  const [first] = about(await everything.until(all => about(all, key).length === 1), key)
  const { version } = first!.event.data.upload
  await s3.send(new DeleteObjectCommand({ Bucket: outputsBucket, Key: `${key}/${version}/sent.json` }))
  expect(await reconcile()).toMatchObject({ code: 0, stdout: expect.stringContaining('事件未发出') })
  const both = about(await everything.until(all => about(all, key).length === 2), key)
  expect(both[1]!.event).toEqual(both[0]!.event)
})

test('replay converts again what was rejected, and nothing else', async () => {
  const key = '补交/不是报告.docx'
  await upload(key, 'hello')
  await everything.until(all => about(all, key).length === 1)
  const replay = (...more: string[]) =>
    operate(
      outputs['ReplayCommand']!.replace(' --verdict failed', ''),
      '--prefix',
      '补交/',
      '--verdict',
      'rejected',
      ...more,
    )
  const before = (await everything.all()).length
  expect(await replay('--dry-run')).toMatchObject({ code: 0, stdout: expect.stringContaining('共 1 份') })
  expect((await everything.all()).length).toBe(before)
  expect(await replay('--rate', '10')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('重新处理 1 份'),
  })
  const received = await everything.until(all => about(all, key).length === 2)
  expect(received.length).toBe(before + 1)
  expect(new Set(about(received, key).map(({ event }) => event.id)).size).toBe(1)
})

test('the function that looks every day comes to its end', async () => {
  const { StatusCode, FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: inject('deployed').resources['Reconcile']! }),
  )
  expect({ StatusCode, FunctionError, said: Buffer.from(Payload!).toString() }).toEqual({
    StatusCode: 200,
    FunctionError: undefined,
    said: 'null',
  })
})

test('status says what became of an upload, and what is wrong where AWS cannot be asked', async () => {
  const key = '补交/经过.docx'
  await upload(key, report!.bytes)
  await everything.until(all => about(all, key).length === 1)
  const command = outputs['StatusCommand']!.replace('年度报告.docx', key)
  expect(await operate(command)).toMatchObject({ code: 0, stdout: expect.stringContaining('已发出 (sent)') })
  const elsewhere = command.replace(/s3:\/\/\S+ --outputs/, 's3://no-such-bucket-anywhere --outputs')
  const { code, stderr } = await operate(elsewhere)
  expect(code).toBe(2)
  expect(stderr).toContain('没有这个存储桶：s3://no-such-bucket-anywhere')
})
