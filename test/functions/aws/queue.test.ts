import { SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { replayQueue } from '../../../functions/aws/replay-queue.ts'
import { returnToQueue } from '../../../functions/aws/return-queue.ts'
import { sendToQueue } from '../../../functions/aws/spread-queue.ts'
import { insideOf } from '../../../lib/submission/archive.ts'
import { PermanentFailure, TransientFailure } from '../../../lib/submission/errors.ts'
import { uploadsIn } from '../../../lib/submission/uploads-in.ts'
import { credentials, type FakeAws, startFakeAws } from '../../support/fake-aws.ts'
import { uploadOf } from '../../support/submission.ts'

let aws: FakeAws
let queueUrl: string
afterAll(() => aws.close())
beforeAll(async () => {
  aws = await startFakeAws()
  queueUrl = `${aws.url}/111122223333/uploads`
  for (const [name, value] of Object.entries({ ...credentials, AWS_ENDPOINT_URL: aws.url }))
    vi.stubEnv(name, value)
})
beforeEach(() => {
  aws.messages.length = 0
  aws.groups.length = 0
  aws.requests.length = 0
})

const files = (archive: string, count: number, name = (at: number) => `${at}.docx`) =>
  Array.from({ length: count }, (_, at) => insideOf(uploadOf({ key: archive }), name(at)))
const sent = () => aws.messages.map(body => uploadsIn(JSON.parse(body))[0]!)

test('the files of all archives are one group, by a name that SQS takes', async () => {
  await sendToQueue(queueUrl, files('甲市.zip', 12))
  await sendToQueue(queueUrl, files('乙市.zip', 1))
  expect(new Set(aws.groups).size).toBe(1)
  for (const group of aws.groups) expect(group).toMatch(/^[\w-]{1,128}$/)
  expect(sent().every(({ again }) => !again)).toBe(true)
})

test('what an operator hands in again is one group', async () => {
  const submit = replayQueue(new SQSClient({}), queueUrl)
  for (const key of ['a.docx', 'b.docx']) await submit({ upload: uploadOf({ key }), again: true })
  expect(aws.groups).toEqual(['replay', 'replay'])
  expect(sent()).toEqual(['a.docx', 'b.docx'].map(key => ({ upload: uploadOf({ key }), again: true })))
})

test('what is put back is of no group, as new uploads are', async () => {
  await returnToQueue(queueUrl, { upload: uploadOf(), again: false }, 900)
  expect([aws.groups, sent()]).toEqual([[undefined], [{ upload: uploadOf(), again: false }]])
})

test('names that XML cannot hold arrive as they are', async () => {
  const names = ['\u0001\u001f.docx', '\ufffe\uffff.docx', '\ud800.docx', '“引号”\\".docx', '🀄.docx']
  await sendToQueue(
    queueUrl,
    files('a.zip', names.length, at => names[at]!),
  )
  for (const body of aws.messages)
    expect(body).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
  expect(sent().map(({ upload }) => upload.key)).toEqual(names.map(name => `a.zip!/${name}`))
})

test('a request stays below the bytes that SQS takes', async () => {
  const long = '名'.repeat(15_000)
  await sendToQueue(
    queueUrl,
    files('a.zip', 12, at => `${at}${long}`),
  )
  expect(aws.messages).toHaveLength(12)
  expect(aws.requests.filter(request => request.startsWith('SendMessageBatch'))).toHaveLength(3)
})

test.each([
  ['KmsThrottled', TransientFailure],
  ['RequestThrottled', TransientFailure],
  ['InvalidMessageContents', PermanentFailure],
])('messages that are refused one by one as %s', async (code, kind) => {
  aws.refusal = code
  await expect(sendToQueue(queueUrl, files('a.zip', 2))).rejects.toThrow(kind)
  aws.refusal = undefined
})
