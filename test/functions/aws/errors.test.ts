import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ErrorKind, errorKinds } from '../../../functions/aws/error-kinds.ts'
import { kindOf, submissionError } from '../../../functions/aws/errors.ts'
import { PermanentFailure, TransientFailure } from '../../../lib/submission/errors.ts'

/** Statuses that S3 sends some codes with; the rest come with 400, which decides nothing by itself. */
const statuses: Readonly<Record<string, number>> = {
  NoSuchKey: 404,
  NoSuchVersion: 404,
  NoSuchBucket: 404,
  MethodNotAllowed: 405,
  PreconditionFailed: 412,
  ConditionalRequestConflict: 409,
  OperationAborted: 409,
  AccessDenied: 403,
  InvalidObjectState: 403,
  RequestTimeTooSkewed: 403,
  InternalError: 500,
  ServiceUnavailable: 503,
  SlowDown: 503,
}

let answer = { status: 200, code: '' }
const server = createServer((_, response) =>
  answer.status === 0
    ? response.destroy()
    : response.writeHead(answer.status).end(answer.code && `<Error><Code>${answer.code}</Code></Error>`),
)
beforeAll(() => new Promise<void>(done => server.listen(0, '127.0.0.1', done)))
afterAll(() => server.close())

const client = (endpoint: string) =>
  new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
const errorFrom = async (endpoint: string): Promise<unknown> =>
  client(endpoint)
    .send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }))
    .then(
      () => expect.unreachable(),
      error => error,
    )
const errorOf = (status: number, code: string) => {
  answer = { status, code }
  return errorFrom(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

const isNetwork = (name: string) => /^E[A-Z_]+$/.test(name)

describe('the table', () => {
  const wire = Object.entries(errorKinds).filter(([name]) => !isNetwork(name))

  test.each(wire)('%s as the SDK throws it is %s', async (name, kind) => {
    expect(kindOf(await errorOf(statuses[name] ?? 400, name))).toBe(kind)
  })

  test.each(Object.entries(errorKinds).filter(([name]) => isNetwork(name)))(
    'the network code %s is %s',
    (code, kind) => {
      expect(kindOf(Object.assign(new Error(code), { code }))).toBe(kind)
    },
  )

  test.each<[ErrorKind, typeof TransientFailure | typeof PermanentFailure]>([
    ['transient', TransientFailure],
    ['conflict', TransientFailure],
    ['permanent', PermanentFailure],
    ['changed', PermanentFailure],
    ['absent', PermanentFailure],
  ])('an unexpected %s error is a %o', (kind, Kind) => {
    const name = Object.keys(errorKinds).find(key => errorKinds[key] === kind)!
    expect(submissionError('Get', Object.assign(new Error('secret'), { name }))).toBeInstanceOf(Kind)
  })
})

describe('names nobody has told us of are judged by their status', () => {
  test.each([
    [400, 'permanent'],
    [403, 'permanent'],
    [404, 'absent'],
    [408, 'transient'],
    [412, 'changed'],
    [429, 'transient'],
    [500, 'transient'],
    [503, 'transient'],
    [599, 'transient'],
  ] as const)('%i is %s', async (status, kind) => {
    expect(kindOf(await errorOf(status, 'NeverHeardOf'))).toBe(kind)
  })
})

describe('what never reached AWS is transient', () => {
  test('nobody listens', async () => {
    expect(kindOf(await errorFrom('http://127.0.0.1:1'))).toBe('transient')
  })
  test('the line is cut', async () => {
    expect(kindOf(await errorOf(0, ''))).toBe('transient')
  })
  test('no status, no name', () => {
    expect(kindOf(new Error('?'))).toBe('transient')
  })
})

test('a failure names operation and error, never the message', () => {
  const error = Object.assign(new Error('text of the document'), { name: 'AccessDenied' })
  expect(submissionError('PutObject', error).message).toBe('PutObject: AccessDenied')
})

test('names of Object.prototype are no entries', () => {
  expect(kindOf({ name: 'constructor', $metadata: { httpStatusCode: 400 } })).toBe('permanent')
})
