import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import fc from 'fast-check'
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

/** The SDK keeps its lists to itself: read where they stand, so that a name it learns is missed here. */
const namesOfTheSdk = (): readonly string[] => {
  const retry = createRequire(import.meta.resolve('@aws-sdk/client-s3')).resolve('@smithy/core/retry')
  const source = readFileSync(retry, 'utf8')
  return ['THROTTLING_ERROR_CODES', 'TRANSIENT_ERROR_CODES'].flatMap(list => {
    const [, names = ''] = new RegExp(`${list} = \\[([^\\]]*)\\]`).exec(source) ?? []
    return [...names.matchAll(/"(\w+)"/g)].map(([, name]) => name!)
  })
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

describe('being asked to slow down is transient', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'AbcKMSQs.23') })
  const word = fc.constantFrom('Throttl', 'throttled', 'TooManyRequests', 'SlowDown', 'slow_down')

  test('whatever the service calls it, with whatever status', () => {
    const error = fc.record({
      before: letters,
      word,
      after: letters,
      status: fc.constantFrom(400, 403, 429, 503),
    })
    fc.assert(
      fc.property(error, ({ before, word, after, status }) => {
        const name = before + word + after
        expect(kindOf({ name, $metadata: { httpStatusCode: status } })).toBe('transient')
        expect(kindOf({ name: 'Error', code: name })).toBe('transient')
        expect(submissionError('Send', { name, $metadata: { httpStatusCode: status } })).toBeInstanceOf(
          TransientFailure,
        )
      }),
    )
  })

  test.each(['KmsThrottled', 'RequestThrottled', 'RequestThrottledException', 'EC2ThrottledException'])(
    'as %s',
    async name => {
      expect(kindOf(await errorOf(400, name))).toBe('transient')
    },
  )

  test('by every name that the SDK itself knows', () => {
    const known = namesOfTheSdk()
    expect(known.length).toBeGreaterThan(10)
    for (const name of known)
      expect([name, kindOf({ name, $metadata: { httpStatusCode: 400 } })]).toEqual([name, 'transient'])
  })

  test('where the model of the service says so', () => {
    const error = {
      name: 'NeverHeardOf',
      $metadata: { httpStatusCode: 400 },
      $retryable: { throttling: true },
    }
    expect(kindOf(error)).toBe('transient')
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
