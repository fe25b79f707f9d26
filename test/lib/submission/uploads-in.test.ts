import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PermanentFailure } from '../../../lib/submission/errors.ts'
import { uploadsIn } from '../../../lib/submission/uploads-in.ts'

const sample = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../events/upload/${path}.sample.json`, import.meta.url), 'utf8'))

const upload = {
  bucket: 'example-uploads',
  key: '青禾县/年度报告 (终稿)+1.docx',
  version: 'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
  sequencer: '00617F08299329D189',
}

test.each([
  ['s3-object-created/v1.key-is-raw', { again: false, upload: { ...upload, size: 17020 } }],
  ['s3-notification/v1.key-is-encoded', { again: false, upload: { ...upload, size: 17020 } }],
  ['replay/v1.one-version', { again: true, upload: { ...upload, size: null } }],
])('%s names the same upload', (path, expected) => {
  expect(uploadsIn(sample(path))).toEqual([expected])
})

test('a deletion is no upload', () => {
  expect(uploadsIn(sample('s3-object-created/v1.deleted'))).toEqual([])
  const removed = sample('s3-notification/v1.key-is-encoded')
  removed.Records[0].eventName = 'ObjectRemoved:Delete'
  expect(uploadsIn(removed)).toEqual([])
})

test('the test event of S3 is no upload', () => {
  expect(
    uploadsIn({ Service: 'Amazon S3', Event: 's3:TestEvent', Time: '2024-01-31T08:00:00Z', Bucket: 'b' }),
  ).toEqual([])
})

test.each([
  ['100%25.docx', '100%.docx'],
  ['a%2Bb+c.docx', 'a+b c.docx'],
  ['%EF%BC%88%E5%85%A8%EF%BC%89.docx', '（全）.docx'],
  ['e%CC%81.docx', 'e\u0301.docx'],
  ['%F0%9F%93%84.docx', '📄.docx'],
])('the encoded key %s is %s', (encoded, key) => {
  const message = sample('s3-notification/v1.key-is-encoded')
  message.Records[0].s3.object.key = encoded
  expect(uploadsIn(message)[0]?.upload.key).toBe(key)
})

test('a raw key that looks encoded stays as it is', () => {
  const message = sample('s3-object-created/v1.key-is-raw')
  message.detail.object.key = 'a%2Bb+c.docx'
  expect(uploadsIn(message)[0]?.upload.key).toBe('a%2Bb+c.docx')
})

test('without a version id the etag is the version', () => {
  const message = sample('s3-notification/v1.key-is-encoded')
  message.Records[0].s3.object.versionId = 'null'
  expect(uploadsIn(message)[0]?.upload).toMatchObject({
    version: 'b1946ac92492d2347c6235b4d2611184',
    versionKind: 'etag',
  })
})

test('a replay by etag says so', () => {
  const replay = { ...sample('replay/v1.one-version'), version: 'abc', versionKind: 'etag' }
  expect(uploadsIn(replay)[0]?.upload).toMatchObject({ version: 'abc', versionKind: 'etag' })
})

test('without a sequencer of its own the time of the event orders the versions', () => {
  const message = sample('s3-object-created/v1.key-is-raw')
  const at = (time: string | undefined, sequencer: string | undefined) =>
    uploadsIn({
      ...message,
      time,
      detail: { ...message.detail, object: { ...message.detail.object, sequencer } },
    })[0]!.upload.sequencer
  expect(at('2021-10-31T23:05:13Z', '0')).toBe('00617F212900000000')
  expect(at('2021-10-31T23:05:13.5Z', undefined)).toBe('00617F212980000000')
  expect([at(undefined, '0'), at('yesterday', undefined)]).toEqual(['', ''])
})

test.each([[{}], ['text'], [null], [{ Records: [{}] }], [{ schema: 'gongkai.replay/2' }]])(
  '%j is refused for good',
  message => {
    expect(() => uploadsIn(message)).toThrow(PermanentFailure)
  },
)
