import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  batchOf,
  functionEnvironment,
  lambdaContext,
  objectCreated,
  sampleReports,
} from '../support/deployed.ts'
import { type FakeAws, startFakeAws } from '../support/fake-aws.ts'
import { recordOutput } from '../support/record-output.ts'

const [report] = sampleReports()
const context = lambdaContext()
const clean = { Scan: 'clean' }

let aws: FakeAws
let lines: string[]
let convert: typeof import('../../functions/convert.ts')['handler']
let giveUp: typeof import('../../functions/give-up.ts')['handler']
afterAll(() => aws.close())
beforeAll(async () => {
  aws = await startFakeAws()
  const environment = { ...functionEnvironment(aws), SCAN_TAG: 'Scan=clean' }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  lines = recordOutput()
  convert = (await import('../../functions/convert.ts')).handler
  giveUp = (await import('../../functions/give-up.ts')).handler
})
beforeEach(() => {
  aws.objects.clear()
  for (const list of [aws.events, aws.messages, aws.delays, aws.requests, lines]) list.length = 0
})

const upload = (tags?: Record<string, string>) => {
  const { version } = aws.put('example-uploads/甲.docx', report!.bytes, tags)
  return objectCreated('甲.docx', { 'version-id': version, sequencer: '0A' })
}
const details = () => aws.events.map(event => JSON.parse(event.Detail))
const bytesRead = () => aws.requests.filter(request => request === 'GetObject example-uploads/甲.docx')
const nextMessage = () => JSON.parse(aws.messages.shift()!)

test('an upload that waits for its scan is put off, soon at first, and is no failed try', async () => {
  let message: unknown = upload()
  for (let waits = 0; waits < 8; waits += 1) {
    expect(await convert(batchOf(message), context)).toEqual({ batchItemFailures: [] })
    message = nextMessage()
  }
  expect(aws.delays).toEqual([30, 60, 120, 240, 480, 600, 600, 600])
  expect([bytesRead(), aws.events]).toEqual([[], []])
  expect(lines.filter(line => line.includes('not scanned yet'))).toHaveLength(8)
})

test('and is converted as it was told of once it is found clean', async () => {
  const event = upload()
  await convert(batchOf(event), context)
  const [stored] = aws.objects.get('example-uploads/甲.docx')!
  aws.objects.set('example-uploads/甲.docx', [{ ...stored!, tags: clean }])
  await convert(batchOf(nextMessage()), context)
  expect(details()).toMatchObject([
    { data: { verdict: 'valid', upload: { version: event.detail.object['version-id'] } } },
  ])
})

test('after about a day it ends as not scanned, unread', async () => {
  await convert(batchOf(upload()), context)
  const { mostReturns } = await import('../../functions/put-off.ts')
  await convert(batchOf({ ...nextMessage(), returned: mostReturns }), context)
  expect(details()).toMatchObject([{ data: { failure: { code: 'not-scanned' }, quarantine: null } }])
  expect([bytesRead(), aws.messages]).toEqual([[], []])
})

test('a direct caller is told to try again', async () => {
  vi.stubEnv('QUEUE_URL', '')
  vi.resetModules()
  const { handler } = await import('../../functions/convert.ts')
  await expect(handler(upload(), context)).rejects.toThrow('not been scanned')
  vi.stubEnv('QUEUE_URL', functionEnvironment(aws)['QUEUE_URL']!)
})

test('a dead letter says whether the scan was what was missing', async () => {
  await giveUp(batchOf(upload()), context)
  expect(details()).toMatchObject([{ data: { failure: { code: 'not-scanned' }, quarantine: null } }])
  aws.events.length = 0
  await giveUp(batchOf(upload(clean)), context)
  expect(details()).toMatchObject([{ data: { failure: { code: 'retries-exhausted' } } }])
  expect(details()[0].data.quarantine).not.toBeNull()
})

test('one that is gone is not waited for', async () => {
  const event = upload()
  aws.objects.clear()
  expect(await convert(batchOf(event), context)).toEqual({ batchItemFailures: [] })
  expect(details()).toMatchObject([{ data: { failure: { code: 'upload-gone' } } }])
  expect([bytesRead(), aws.messages]).toEqual([[], []])
})
