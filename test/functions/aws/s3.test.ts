import { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { s3Store } from '../../../functions/aws/s3-store.ts'
import { s3Uploads } from '../../../functions/aws/s3-uploads.ts'
import { gatedUploads, isScanned, NotClean, parseScanTag } from '../../../functions/aws/scan-gate.ts'
import { Problem } from '../../../lib/model/problems.ts'
import { limits } from '../../../lib/readers/limits.ts'
import type { Part } from '../../../lib/readers/zip/partial.ts'
import { PermanentFailure, TransientFailure } from '../../../lib/submission/errors.ts'
import { etagOf, type FakeAws, startFakeAws } from '../../support/fake-aws.ts'
import { uploadOf } from '../../support/submission.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (value: Uint8Array | null) => value && new TextDecoder().decode(value)

let aws: FakeAws
afterAll(() => aws.close())
let client: S3Client
beforeAll(async () => {
  aws = await startFakeAws()
  client = new S3Client({
    endpoint: aws.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
})
beforeEach(() => {
  aws.objects.clear()
  aws.trouble = () => null
})

describe('the store', () => {
  const failing = (operation: string, code: string, status: number, times = Number.POSITIVE_INFINITY) => {
    let left = times
    aws.trouble = request => {
      if (request.operation !== operation || left <= 0) return null
      left -= 1
      return { status, code }
    }
  }

  test('another writer at the same key (409) is asked again at once', async () => {
    failing('PutObject', 'ConditionalRequestConflict', 409, 2)
    expect(await s3Store(client, 'out').putIfAbsent('k', bytes('one'))).toBe(true)
    expect(text(aws.objects.get('out/k')!.at(-1)!.bytes)).toBe('one')
  })

  test('a conflict that stays is transient', async () => {
    failing('PutObject', 'ConditionalRequestConflict', 409)
    await expect(s3Store(client, 'out').putIfMatch('k', bytes('one'), '"e"')).rejects.toThrow(
      TransientFailure,
    )
  })

  test.each([
    ['SlowDown', 503, TransientFailure],
    ['InternalError', 500, TransientFailure],
    ['AccessDenied', 403, PermanentFailure],
    ['NoSuchBucket', 404, PermanentFailure],
  ] as const)('%s is no answer but a failure', async (code, status, Kind) => {
    const store = s3Store(client, 'out')
    failing('GetObject', code, status)
    await expect(store.get('k')).rejects.toThrow(Kind)
    failing('PutObject', code, status)
    await expect(store.put('k', bytes('x'))).rejects.toThrow(Kind)
    await expect(store.putIfAbsent('k', bytes('x'))).rejects.toThrow(Kind)
    await expect(store.putIfMatch('k', bytes('x'), '"e"')).rejects.toThrow(Kind)
  })
})

describe('uploads', () => {
  const get = (change: Parameters<typeof uploadOf>[0]) => s3Uploads(client).get(uploadOf(change))

  test('are read at the version of the event, not at the newest', async () => {
    const old = aws.put('uploads/a.docx', 'old')
    aws.put('uploads/a.docx', 'new')
    expect(text(await get({ key: 'a.docx', version: old.version }))).toBe('old')
    expect(await get({ key: 'a.docx', version: 'never' })).toBeNull()
  })

  test('without a version id are what has the etag, older versions included, never another', async () => {
    aws.put('uploads/a.docx', 'old')
    aws.put('uploads/a.docx', 'new')
    for (const content of ['old', 'new'])
      expect(text(await get({ key: 'a.docx', version: etagOf(bytes(content)), versionKind: 'etag' }))).toBe(
        content,
      )
    expect(await get({ key: 'a.docx', version: etagOf(bytes('gone')), versionKind: 'etag' })).toBeNull()
  })

  test('whose size nobody told and which are far too large are not read', async () => {
    const { version } = aws.put('uploads/big', new Uint8Array(limits.fileBytes + 1))
    await expect(get({ key: 'big', version, size: null })).rejects.toThrow(Problem)
  })

  describe('in parts', () => {
    const part = (change: Parameters<typeof uploadOf>[0], which: Part) =>
      s3Uploads(client).part!(uploadOf(change), which)

    test('are the bytes asked for, with their place and the size of all', async () => {
      const { version } = aws.put('uploads/a.zip', '0123456789')
      aws.put('uploads/a.zip', 'newer')
      const upload = { key: 'a.zip', version }
      expect(await part(upload, { from: 2, to: 4 })).toEqual({ bytes: bytes('23'), from: 2, size: 10 })
      expect(await part(upload, { last: 3 })).toEqual({ bytes: bytes('789'), from: 7, size: 10 })
      expect(await part(upload, { last: 99 })).toEqual({ bytes: bytes('0123456789'), from: 0, size: 10 })
      expect(await part({ key: 'a.zip', version: 'never' }, { last: 3 })).toBeNull()
    })

    test('are of the etag of the event, whatever came after', async () => {
      aws.put('uploads/a.zip', 'old bytes')
      aws.put('uploads/a.zip', 'new bytes')
      const etag = (text: string) => ({
        key: 'a.zip',
        version: etagOf(bytes(text)),
        versionKind: 'etag' as const,
      })
      expect(text((await part(etag('old bytes'), { from: 0, to: 3 }))!.bytes)).toBe('old')
      expect(text((await part(etag('new bytes'), { from: 0, to: 3 }))!.bytes)).toBe('new')
      expect(await part(etag('gone'), { from: 0, to: 3 })).toBeNull()
    })

    test('of nothing are nothing, of what is far too large a refusal', async () => {
      const empty = aws.put('uploads/empty', '').version
      expect(await part({ key: 'empty', version: empty }, { last: 9 })).toEqual({
        bytes: bytes(''),
        from: 0,
        size: 0,
      })
      const big = aws.put('uploads/big', new Uint8Array(limits.fileBytes + 1)).version
      await expect(part({ key: 'big', version: big }, { last: 9 })).rejects.toThrow(Problem)
    })

    test('that are asked for again and again are read once', async () => {
      const { version } = aws.put('uploads/a.zip', '0123456789')
      const uploads = s3Uploads(client)
      const upload = uploadOf({ key: 'a.zip', version })
      aws.requests.length = 0
      for (let at = 11; at < 61; at += 1) {
        expect(text((await uploads.part!(upload, { last: 2 }))!.bytes)).toBe('89')
        await uploads.part!(upload, { from: at % 10, to: at })
      }
      expect(aws.requests).toHaveLength(51)
    })
  })

  test('that may not be read are a permanent failure, not an absence', async () => {
    aws.trouble = () => ({ status: 403, code: 'AccessDenied' })
    await expect(get({ key: 'a.docx' })).rejects.toThrow(PermanentFailure)
  })
})

describe('the scanner’s gate', () => {
  const tag = parseScanTag('GuardDutyMalwareScanStatus=NO_THREATS_FOUND')!
  const open = (waits: boolean) => gatedUploads(s3Uploads(client), client, { tag, waits })
  const put = (tags?: Record<string, string>) =>
    uploadOf({ key: 'a.docx', version: aws.put('uploads/a.docx', 'x', tags).version })

  test('lets through what is marked clean', async () => {
    expect(text(await open(true).get(put({ [tag.key]: tag.clean })))).toBe('x')
  })

  test('waits for the mark, and without patience refuses', async () => {
    await expect(open(true).get(put())).rejects.toThrow(TransientFailure)
    await expect(open(false).get(put())).rejects.toThrow(PermanentFailure)
    const scanned = (tags?: Record<string, string>) => isScanned(client, put(tags), tag)
    expect(await Promise.all([scanned(), scanned({ [tag.key]: 'THREATS_FOUND' })])).toEqual([false, true])
  })

  test.each(['THREATS_FOUND', 'UNSUPPORTED', 'ACCESS_DENIED', 'no_threats_found', ''])(
    'refuses the mark %j unread',
    async value => {
      aws.requests.length = 0
      await expect(open(true).get(put({ [tag.key]: value }))).rejects.toThrow(NotClean)
      expect(aws.requests.filter(request => request.startsWith('GetObject '))).toEqual([])
    },
  )

  test('is there for parts as well', async () => {
    const last = { last: 9 }
    expect(text((await open(true).part!(put({ [tag.key]: tag.clean }), last))!.bytes)).toBe('x')
    await expect(open(true).part!(put({ [tag.key]: 'THREATS_FOUND' }), last)).rejects.toThrow(NotClean)
    await expect(open(true).part!(put(), last)).rejects.toThrow(TransientFailure)
  })

  test('stays shut where tags cannot be read', async () => {
    const upload = put({ [tag.key]: tag.clean })
    aws.trouble = () => ({ status: 403, code: 'AccessDenied' })
    await expect(open(true).get(upload)).rejects.toThrow(PermanentFailure)
  })

  test.each(['', 'key', '=value', 'key='])('%j is no tag', written => {
    expect(parseScanTag(written)).toBeNull()
  })
})
