import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { outputNames } from '../../lib/writers/output-names.ts'
import {
  batchOf,
  functionEnvironment,
  lambdaContext,
  objectCreated,
  sampleReports,
} from '../support/deployed.ts'
import { type FakeAws, startFakeAws } from '../support/fake-aws.ts'
import { pdfOf, picture } from '../support/pdf.ts'
import { recordOutput } from '../support/record-output.ts'

/** Stands for what is read from the pictures of a scan: the report that was printed, of which no figure is proven. */
vi.mock('../../lib/scans/index.ts', async () => {
  const { read } = await import('../../lib/readers/index.ts')
  const { withoutPages } = await import('../../lib/readers/open-document.ts')
  const { proven } = await import('../../lib/scans/proof/index.ts')
  const openScan = async () => {
    const [report] = sampleReports()
    const document = await read(report!.name, report!.bytes)
    return withoutPages({ ...document, format: 'pdf', scan: { pages: 1, cells: [] } })
  }
  return { openScan, proven }
})

const context = lambdaContext()

let aws: FakeAws
let lines: string[]
let convert: typeof import('../../functions/convert.ts')['handler']
let readScan: typeof import('../../functions/read-scan.ts')['handler']
let scan: Uint8Array
const scansQueue = () => `${aws.url}/111122223333/scans`

afterAll(() => aws.close())
beforeAll(async () => {
  aws = await startFakeAws()
  scan = pdfOf([{ content: [picture(0, 0, 595, 842)] }])
  for (const [name, value] of Object.entries(functionEnvironment(aws))) vi.stubEnv(name, value)
  vi.stubEnv('SCANS_QUEUE_URL', scansQueue())
  lines = recordOutput()
  convert = (await import('../../functions/convert.ts')).handler
  vi.stubEnv('SCANS_QUEUE_URL', '')
  readScan = (await import('../../functions/read-scan.ts')).handler
})
beforeEach(() => {
  aws.objects.clear()
  aws.trouble = () => null
  for (const list of [aws.events, aws.messages, aws.delays, aws.requests, lines]) list.length = 0
  vi.stubEnv('SCANS_QUEUE_URL', scansQueue())
})

const done = { batchItemFailures: [] }
const upload = (key: string, bytes: Uint8Array, sequencer = '0A') => {
  const { version } = aws.put(`example-uploads/${key}`, Buffer.from(bytes))
  return objectCreated(key, { 'version-id': version, sequencer })
}
const nextMessage = () => JSON.parse(aws.messages.shift()!)
const details = () => aws.events.map(event => JSON.parse(event.Detail))
const written = () => [...aws.objects.keys()].filter(key => key.startsWith('example-outputs/'))

test('a scan is handed on, and nothing comes of it before it is read', async () => {
  expect(await convert(batchOf(upload('甲.pdf', scan)), context)).toEqual(done)
  expect([aws.events, written(), aws.messages.length]).toEqual([[], [], 1])
  expect(lines.filter(line => line.includes('handed on'))).toHaveLength(1)
})

test('it is read once, however often its message comes, and waits for a person', async () => {
  const event = upload('甲.pdf', scan)
  const version = event.detail.object['version-id']
  for (let times = 0; times < 2; times += 1) await convert(batchOf(event), context)
  const messages = [nextMessage(), nextMessage()]
  for (const message of [...messages, ...messages])
    expect(await readScan(batchOf(message), context)).toEqual(done)
  expect(details()).toMatchObject([{ data: { upload: { version } } }])
  expect(['needsReview', 'notAssessable']).toContain(details()[0].data.verdict)
  const run = details()[0].data.run
  expect(aws.objects.has(`example-outputs/甲.pdf/${version}/${run}/${outputNames('甲.pdf').json}`)).toBe(true)
})

test('a version that is read late does not move `latest.json` back', async () => {
  const older = upload('甲.pdf', scan, '0A')
  await convert(batchOf(older), context)
  const newer = upload('甲.pdf', sampleReports()[0]!.bytes, '0B')
  await convert(batchOf(newer), context)
  await readScan(batchOf(nextMessage()), context)
  const latest = JSON.parse(aws.objects.get('example-outputs/甲.pdf/latest.json')!.at(-1)!.bytes.toString())
  expect(JSON.stringify(latest)).toContain(newer.detail.object['version-id'])
  expect(aws.events).toHaveLength(2)
})

test('a replay of a scan is handed on as one', async () => {
  await convert(batchOf(upload('甲.pdf', scan)), context)
  const message = nextMessage()
  await readScan(batchOf(message), context)
  await convert(batchOf({ ...message, again: true }), context)
  expect(nextMessage()).toMatchObject({ key: '甲.pdf', again: true, sequencer: '0A' })
})

test('a queue that does not take it gives the message back', async () => {
  const event = upload('甲.pdf', scan)
  aws.trouble = ({ operation }) =>
    operation === 'SendMessage' ? { status: 503, code: 'ServiceUnavailable' } : null
  const answer = await convert(batchOf(event), context)
  expect([answer?.batchItemFailures.length, aws.events, written()]).toEqual([1, [], []])
})

test('what is no scan is converted as ever, whoever gets it', async () => {
  const [report] = sampleReports()
  await readScan(batchOf(upload('乙.docx', report!.bytes)), context)
  expect(details()).toMatchObject([{ data: { verdict: 'valid' } }])
})

test('where scans are not read they are refused', async () => {
  vi.stubEnv('SCANS_QUEUE_URL', '')
  vi.resetModules()
  const { handler } = await import('../../functions/convert.ts')
  expect(await handler(batchOf(upload('甲.pdf', scan)), context)).toEqual(done)
  expect(details()).toMatchObject([{ data: { problem: { code: 'no-text-layer' } } }])
  expect(aws.messages).toEqual([])
})
