import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { outputNames } from '../../lib/writers/output-names.ts'
import { compoundFile } from '../support/compound.ts'
import {
  batchOf,
  eventSample,
  functionEnvironment,
  lambdaContext,
  objectCreated,
  sampleReports,
  undeliveredBatchOf,
} from '../support/deployed.ts'
import { etagOf, type FakeAws, startFakeAws } from '../support/fake-aws.ts'
import { recordOutput } from '../support/record-output.ts'

const [report] = sampleReports()
const key = '青禾县/年度报告 (终稿)+1.docx'
const context = lambdaContext()

let aws: FakeAws
afterAll(() => aws.close())
let lines: string[]
let convert: typeof import('../../functions/convert.ts')['handler']
let giveUp: typeof import('../../functions/give-up.ts')['handler']
let notify: typeof import('../../functions/notify.ts')['handler']

beforeAll(async () => {
  aws = await startFakeAws()
  for (const [name, value] of Object.entries(functionEnvironment(aws))) vi.stubEnv(name, value)
  lines = recordOutput()
  convert = (await import('../../functions/convert.ts')).handler
  giveUp = (await import('../../functions/give-up.ts')).handler
  notify = (await import('../../functions/notify.ts')).handler
})
beforeEach(() => {
  aws.objects.clear()
  aws.events.length = 0
  aws.notices.length = 0
  aws.messages.length = 0
  lines.length = 0
  aws.trouble = () => null
})

const uploaded = (bytes: Uint8Array | string = report!.bytes) =>
  objectCreated(key, { 'version-id': aws.put(`example-uploads/${key}`, bytes).version, sequencer: '0A' })
const written = () => [...aws.objects.keys()].filter(path => path.startsWith('example-outputs/'))
const details = () => aws.events.map(event => JSON.parse(event.Detail))
const types = () => aws.events.map(event => event.DetailType)

describe('convert', () => {
  test('turns a queued upload into outputs, a receipt and one event', async () => {
    expect(await convert(batchOf(uploaded()), context)).toEqual({ batchItemFailures: [] })
    const names = written().map(path => path.slice(path.lastIndexOf('/') + 1))
    const own = ['latest.json', 'receipt.json', 'sent.json']
    expect(names.toSorted()).toEqual([...Object.values(outputNames(key)), ...own].toSorted())
    expect(types()).toEqual(['Report Validated'])
    expect(details()[0]).toMatchObject({ subject: key, data: { verdict: 'valid' } })
    expect(aws.events[0]!.EventBusName).toBe(process.env['BUS_ARN'])
  })

  test.each(['EventBridge', 'S3', 'S3 through a queue', 'replay'])(
    'takes the upload from %s',
    async shape => {
      const event = uploaded()
      const { 'version-id': version } = event.detail.object
      const notification = eventSample('upload/s3-notification/v1.key-is-encoded')
      Object.assign(notification.Records[0].s3.object, { versionId: version })
      const replay = { ...eventSample('upload/replay/v1.one-version'), version }
      const shapes: Readonly<Record<string, unknown>> = {
        EventBridge: event,
        S3: notification,
        'S3 through a queue': batchOf(notification),
        replay: batchOf(replay),
      }
      await convert(shapes[shape], context)
      expect(details()).toMatchObject([{ data: { upload: { key, version } } }])
    },
  )

  test('all shapes of one upload at once are one fact', async () => {
    const event = uploaded()
    await Promise.all(Array.from({ length: 5 }, () => convert(batchOf(event, event), context)))
    expect(new Set(details().map(detail => detail.id)).size).toBe(1)
    expect(aws.objects.get(written().find(path => path.endsWith('/receipt.json'))!)).toHaveLength(1)
  })

  test('hands the files of an archive back to the queue, each of which is a fact', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `${at}号/年报.docx`,
        at === 3 ? strToU8('PK broken') : report!.bytes,
      ]),
    )
    expect(await convert(batchOf(uploaded(zipSync(files))), context)).toEqual({ batchItemFailures: [] })
    expect(aws.messages).toHaveLength(12)
    expect(details()).toEqual([])
    const answer = await convert(batchOf(...aws.messages.map(body => JSON.parse(body))), context)
    expect(answer).toEqual({ batchItemFailures: [] })
    expect(details().map(({ subject }) => subject)).toEqual([
      ...Array.from({ length: 12 }, (_, at) => `${key}!/${at}号/年报.docx`),
      key,
    ])
    expect(types().at(-1)).toBe('Archive Unpacked')
    expect(types().filter(type => type === 'Report Rejected')).toHaveLength(1)
    const logged = lines.map(line => JSON.parse(line)).filter(({ message }) => message === 'committed')
    expect(logged[0]).toMatchObject({ outcome: 'unpacked', files: 12 })
  })

  test('gives an archive back whose files the queue does not take', async () => {
    aws.trouble = ({ operation }) =>
      operation === 'SendMessageBatch' ? { status: 503, code: 'ServiceUnavailable' } : null
    const answer = await convert(batchOf(uploaded(zipSync({ 'a.docx': report!.bytes }))), context)
    expect(answer).toMatchObject({ batchItemFailures: [{}] })
    expect(written()).toEqual([])
  })

  test('refuses what is no report, without a retry', async () => {
    expect(await convert(batchOf(uploaded('PK broken')), context)).toEqual({ batchItemFailures: [] })
    expect(types()).toEqual(['Report Rejected'])
  })

  test.each([
    ['报告', report!.bytes, /\.docx/],
    ['报告.docx.', report!.bytes, /以 \.docx 结尾/],
    ['报告.DOCX.bak', report!.bytes, /以 \.docx 结尾/],
    ['报告.ceb', Uint8Array.of(0, 1, 2, 3, 0xff), /Word 或 WPS/],
    ['报告.ppt', compoundFile({ 'PowerPoint Document': new Uint8Array(9) }), /\.docx/],
    ['报告.json', '{"a":1}', /Word 或 WPS/],
    ['说明', '政府信息公开工作年度报告', /以 \.txt 结尾/],
  ])('refuses the name %s and says what it should be', async (name, bytes, remedy) => {
    const { version } = aws.put(`example-uploads/${name}`, bytes)
    await convert(batchOf(objectCreated(name, { 'version-id': version })), context)
    expect(types()).toEqual(['Report Rejected'])
    const { problem } = details()[0].data
    expect(problem).toMatchObject({
      code: 'format-unsupported',
      remedy: { zh: expect.stringMatching(remedy) },
    })
    for (const ending of ['.docx', '.wps', '.pdf', '.html', '.zip'])
      for (const language of ['zh', 'en']) expect(problem.sentence[language]).toContain(ending)
  })

  test('refuses files in an archive by their names as well', async () => {
    await convert(batchOf(uploaded(zipSync({ 'a.docx': report!.bytes, 附件: report!.bytes }))), context)
    await convert(batchOf(...aws.messages.map(body => JSON.parse(body))), context)
    expect(types().toSorted()).toEqual(['Archive Unpacked', 'Report Rejected', 'Report Validated'])
  })

  test('gives back exactly the message that may succeed later', async () => {
    const good = uploaded()
    const other = objectCreated('other.docx', {
      'version-id': aws.put('example-uploads/other.docx', report!.bytes).version,
    })
    aws.trouble = ({ path }) => (path.endsWith('other.docx') ? { status: 503, code: 'SlowDown' } : null)
    expect(await convert(batchOf(other, good), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    })
    expect(details()).toMatchObject([{ subject: key }])
  })

  test('throws to a direct caller what may succeed later', async () => {
    const event = uploaded()
    aws.trouble = ({ operation }) =>
      operation === 'PutEvents' ? { status: 500, code: 'InternalError' } : null
    await expect(convert(event, context)).rejects.toThrow('PutEvents')
  })

  test('ends at once what will not succeed later', async () => {
    const event = uploaded()
    aws.trouble = ({ path }) =>
      path === `example-uploads/${key}` ? { status: 403, code: 'AccessDenied' } : null
    expect(await convert(batchOf(event), context)).toEqual({ batchItemFailures: [] })
    expect(details()).toMatchObject([{ data: { failure: { code: 'service-refused' }, quarantine: null } }])
  })

  test.each([
    ['no JSON', 'text'],
    ['an unknown shape', { hello: 1 }],
    ['another bucket', { ...eventSample('upload/replay/v1.one-version'), bucket: 'elsewhere' }],
    [
      'the outputs bucket: a loop',
      { ...eventSample('upload/replay/v1.one-version'), bucket: 'example-outputs' },
    ],
  ])('gives back a message that is %s, and writes nothing', async (_, body) => {
    expect(await convert(batchOf(body), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    })
    expect(written()).toEqual([])
  })

  test('leaves lock files, folders and test events alone', async () => {
    const test = { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'example-uploads' }
    const skipped = ['~$年报.docx', '目录/', '.DS_Store'].map(name => objectCreated(name, { etag: 'e' }))
    expect(await convert(batchOf(test, ...skipped), context)).toEqual({ batchItemFailures: [] })
    expect([written(), aws.events]).toEqual([[], []])
  })

  test('starts nothing in the last seconds before the timeout', async () => {
    const event = uploaded()
    expect(await convert(batchOf(event), lambdaContext(4_000))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    })
    expect(written()).toEqual([])
  })

  test('logs names and numbers, nothing that stands in the document', async () => {
    await convert(batchOf(uploaded()), context)
    const json = aws.objects.get(written().find(path => /终稿\)\+1\.json$/.test(path))!)![0]!.bytes.toString()
    const { sections } = JSON.parse(json).report
    const sentences: string[] = sections.flatMap((section: { paragraphs: string[] }) => section.paragraphs)
    expect(sentences.length).toBeGreaterThan(3)
    expect(lines.join('\n')).toContain('"verdict": "valid"')
    for (const sentence of sentences) expect(lines.join('\n')).not.toContain(sentence.slice(0, 8))
  })
})

describe('give-up', () => {
  test('leaves a copy, a reason, a receipt and Report Conversion Failed', async () => {
    const event = uploaded()
    const version = event.detail.object['version-id']
    expect(await giveUp(batchOf(event), context)).toEqual({ batchItemFailures: [] })
    const copy = `quarantine/${key}/${version}/年度报告 (终稿)+1.docx`
    expect(aws.objects.get(`example-outputs/${copy}`)![0]!.bytes).toEqual(report!.bytes)
    expect(written().filter(path => /\/[0-9a-f]{12}\/failure\.json$/.test(path))).toHaveLength(1)
    expect(details()).toMatchObject([
      {
        data: {
          failure: { code: 'retries-exhausted' },
          quarantine: { bucket: 'example-outputs', key: copy },
        },
      },
    ])
  })

  test('puts back an upload that the rule could not deliver, three times; then that is the failure', async () => {
    const event = uploaded()
    expect(await giveUp(undeliveredBatchOf(event), context)).toEqual({ batchItemFailures: [] })
    expect(types()).toEqual([])
    for (let times = 1; times < 3; times += 1)
      await giveUp(undeliveredBatchOf(JSON.parse(aws.messages.at(-1)!)), context)
    expect(aws.messages.map(body => JSON.parse(body).returned)).toEqual([1, 2, 3])
    await giveUp(undeliveredBatchOf(JSON.parse(aws.messages.at(-1)!)), context)
    expect(details()).toMatchObject([{ data: { failure: { code: 'undelivered' } } }])
  })

  test('tells that it was not delivered where the queue does not take it back', async () => {
    const event = uploaded()
    aws.trouble = ({ operation }) =>
      operation === 'SendMessage' ? { status: 403, code: 'AccessDeniedException' } : null
    expect(await giveUp(undeliveredBatchOf(event), context)).toEqual({ batchItemFailures: [] })
    expect(details()).toMatchObject([{ data: { failure: { code: 'undelivered' } } }])
  })

  test('tells of a replay that failed, and lets the result stand', async () => {
    const event = uploaded()
    await convert(batchOf(event), context)
    const { bucket, object } = event.detail
    const { key: raw, 'version-id': version } = object
    await giveUp(batchOf({ schema: 'gongkai.replay/1', bucket: bucket.name, key: raw, version }), context)
    expect(types()).toEqual(['Report Validated', 'Report Conversion Failed'])
    expect(details()[1]!.data).toMatchObject({ stands: { event: details()[0]!.id } })
  })

  test('lets a conversion that succeeded after all stand', async () => {
    const event = uploaded()
    await convert(batchOf(event), context)
    await giveUp(batchOf(event), context)
    expect(types()).toEqual(['Report Validated'])
  })

  test('keeps a message that tells of no upload', async () => {
    expect(await giveUp(batchOf('{"hello":1}'), context)).toEqual({ batchItemFailures: [] })
    expect(written()).toMatchObject([
      expect.stringMatching(/^example-outputs\/quarantine\/messages\/\w{64}\.json$/),
    ])
  })

  test('never writes to the uploads bucket', async () => {
    aws.requests.length = 0
    await giveUp(batchOf(uploaded()), context)
    expect(aws.requests.filter(request => /^Put\w+ example-uploads/.test(request))).toEqual([])
  })
})

describe('notify', () => {
  test.each(['report-rejected/v1.password-protected', 'report-conversion-failed/v1.retries-exhausted'])(
    'tells of %s in Chinese',
    async path => {
      const detail = eventSample(path)
      await notify({ detail })
      const { Subject, Message, TopicArn } = aws.notices[0]!
      expect(TopicArn).toBe(process.env['TOPIC_ARN'])
      expect(Subject).toMatch(/^[ -~]{1,99}$/)
      const { sentence, remedy } = detail.data.problem ?? detail.data.failure
      for (const part of [detail.data.upload.name, sentence.zh, remedy.zh]) expect(Message).toContain(part)
    },
  )

  test('says of a replay that failed that the earlier result stands, and of no other failure', async () => {
    const stands = /先前的结果.*仍然有效.*earlier result.*still counts/s
    await notify({ detail: eventSample('report-conversion-failed/v1.replay-failed') })
    await notify({ detail: eventSample('report-conversion-failed/v1.retries-exhausted') })
    expect(aws.notices.map(({ Message }) => stands.test(Message!))).toEqual([true, false])
    expect(aws.notices[0]!['Subject']).toMatch(/^[ -~]{1,99}$/)
  })

  test.each(['report-validated/v1.invalid', 'archive-unpacked/v1.three-files'])(
    'says nothing of %s',
    async path => {
      await notify({ detail: eventSample(path) })
      expect(aws.notices).toEqual([])
    },
  )
})

test('the etag stands in where the event has no version id', async () => {
  aws.put(`example-uploads/${key}`, report!.bytes)
  await convert(batchOf(objectCreated(key, { etag: etagOf(report!.bytes), sequencer: '0' })), context)
  expect(details()).toMatchObject([{ data: { upload: { version: etagOf(report!.bytes) } } }])
})
