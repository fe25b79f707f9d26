import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { compareKeys } from '../../../lib/submission/key-order.ts'
import { credentials, type FakeAws, startFakeAws, type Trouble } from '../../support/fake-aws.ts'
import { runGongkai } from '../../support/run-gongkai.ts'

let aws: FakeAws
const before = { ...process.env }
beforeAll(async () => {
  aws = await startFakeAws()
})
beforeEach(() => {
  aws.trouble = () => null
  aws.objects.clear()
  aws.messages.length = 0
  Object.assign(process.env, credentials, { AWS_ENDPOINT_URL: aws.url, AWS_MAX_ATTEMPTS: '1' })
})
afterAll(() => {
  process.env = before
  aws.close()
})

const queue = () => `${aws.url}/000000000000/uploads`
const run = (command: string, ...more: string[]) =>
  runGongkai([command, '--uploads', 's3://up', '--outputs', 's3://out', '--queue', queue(), ...more])

describe('what is wrong is said in a sentence, with what was tried, and exit code 2', () => {
  const expectSaid = async (result: ReturnType<typeof runGongkai>, ...said: readonly RegExp[]) => {
    const { code, stderr } = await result
    expect(code).toBe(2)
    for (const part of said) expect(stderr).toMatch(part)
    expect(stderr).not.toMatch(/^\s+at |node:internal|gongkai help/m)
    expect(stderr).toMatch(/[\u4e00-\u9fff].*\n.*[A-Za-z]/)
  }

  const everywhere = (trouble: Trouble) => {
    aws.trouble = ({ operation }) => (operation === 'GetQueueAttributes' ? null : trouble)
  }

  test.each<[string, number, RegExp]>([
    ['NoSuchBucket', 404, /没有这个存储桶：s3:\/\/(up|out)/],
    ['PermanentRedirect', 301, /不在区域 us-east-1.*AWS_REGION/],
    ['AuthorizationHeaderMalformed', 400, /不在区域 us-east-1/],
    ['AccessDenied', 403, /没有权限：对 s3:\/\/(up|out) 执行 (ListObjectVersions|ListObjectsV2|GetObject)/],
    ['InvalidAccessKeyId', 403, /凭证无效/],
    ['SignatureDoesNotMatch', 403, /凭证无效/],
    ['ExpiredToken', 400, /凭证已过期.*重新登录/],
    ['RequestTimeTooSkewed', 403, /时钟/],
    ['SomethingNew', 400, /SomethingNew/],
    ['SlowDown', 503, /稍后重试/],
  ])('%s', async (code, status, said) => {
    everywhere({ code, status })
    await expectSaid(run('reconcile', '--dry-run'), said)
    await expectSaid(run('replay'), said)
  })

  test.each<[string, RegExp]>([
    ['QueueDoesNotExist', /没有这个队列：http.*uploads/],
    ['ExpiredToken', /凭证已过期/],
  ])('of the queue: %s, before anything is read', async (code, said) => {
    aws.trouble = ({ operation }) => (operation === 'GetQueueAttributes' ? { code, status: 400 } : null)
    aws.requests.length = 0
    await expectSaid(run('reconcile'), said)
    expect(aws.requests.filter(request => !request.startsWith('GetQueueAttributes'))).toEqual([])
  })

  test('a queue of another region', async () => {
    const url = 'https://sqs.eu-west-1.amazonaws.com/1/uploads'
    const place = ['--uploads', 's3://up', '--outputs', 's3://out', '--queue', url]
    await expectSaid(runGongkai(['replay', ...place]), /不在区域 us-east-1，在 eu-west-1.*AWS_REGION/)
  })

  test('a queue that may be written to and not asked is fine', async () => {
    aws.trouble = ({ operation }) =>
      operation === 'GetQueueAttributes' ? { code: 'AccessDeniedException', status: 400 } : null
    expect(await run('reconcile')).toMatchObject({ code: 0 })
  })

  test('no network', async () => {
    process.env['AWS_ENDPOINT_URL'] = 'http://127.0.0.1:9'
    await expectSaid(run('reconcile', '--dry-run'), /连接不上 AWS.*s3:\/\/(up|out)/)
    process.env['AWS_ENDPOINT_URL'] = 'http://no.such.host.invalid'
    await expectSaid(run('reconcile', '--dry-run'), /连接不上 AWS/)
  })

  test('no credentials, no region', async () => {
    const nowhere = { AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nonexistent' }
    Object.assign(process.env, nowhere)
    delete process.env['AWS_ACCESS_KEY_ID']
    await expectSaid(run('reconcile', '--dry-run'), /没有找到 AWS 凭证/)
    process.env['AWS_ACCESS_KEY_ID'] = 'test'
    delete process.env['AWS_REGION']
    await expectSaid(run('reconcile', '--dry-run'), /没有给出区域/)
  })
})

test('every version is seen, whatever its key, over pages; each is handed in to the queue', async () => {
  const keys = [
    'a b+c.docx',
    'e\u0301.docx',
    '年报 (1)',
    '📄.ceb',
    'x\u0001y.docx',
    'line\nbreak',
    "o'k&.pdf",
    '%41',
  ]
  for (const key of keys) aws.put(`up/${key}`, key)
  aws.put('up/年报 (1)', 'another')
  aws.put('up/~$lock.docx', 'x')
  const { code, stdout } = await run('reconcile', '--older-than', '0')
  expect({ code, last: stdout.trim().split('\n').at(-1) }).toEqual({
    code: 0,
    last: '9 处缺漏，补交 9 处。 (9 gaps, 9 submitted again)',
  })
  const messages = aws.messages.map(body => JSON.parse(body))
  expect(messages.map(({ key }) => key)).toEqual([...keys, '年报 (1)'].toSorted(compareKeys))
  expect(new Set(messages.map(({ version }) => version)).size).toBe(9)
  expect(messages.every(({ again }) => again === false)).toBe(true)
})

test('under a prefix nothing else is asked for', async () => {
  for (const key of ['2023/a.docx', '2024/a.docx']) aws.put(`up/${key}`, 'x')
  const under = ['--uploads', 's3://up/2023/', '--outputs', 's3://out', '--queue', queue()]
  expect(await runGongkai(['reconcile', ...under, '--older-than', '0'])).toMatchObject({ code: 0 })
  expect(aws.messages.map(body => JSON.parse(body).key)).toEqual(['2023/a.docx'])
  expect(await runGongkai(['reconcile', ...under, '--prefix', '2024/'])).toMatchObject({ code: 2 })
  expect(await runGongkai(['reconcile', ...under.slice(0, 4), '--queue', 'uploads'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--queue'),
  })
})

test('replay --withdraw asks the queue to withdraw what that build made, and nothing else', async () => {
  const receipt = (key: string, build: string) =>
    JSON.stringify({
      schema: 'gongkai.receipt/1',
      outcome: 'failed',
      converter: { name: 'gongkai', version: '1', build, builtAt: '2024-01-01T00:00:00.000Z' },
      upload: { bucket: 'up', key, version: 'v', sequencer: '', size: 1, name: key, sha256: null },
      outputs: [],
      event: { time: '2024-01-01T00:00:00.000Z' },
    })
  for (const [key, build] of [
    ['good.docx', 'a'.repeat(12)],
    ['bad.docx', 'b'.repeat(12)],
  ] as const)
    aws.put(`out/${key}/v/receipt.json`, receipt(key, build))
  expect(await run('replay', '--withdraw', 'b'.repeat(12))).toMatchObject({ code: 0 })
  expect(aws.messages.map(body => JSON.parse(body))).toMatchObject([
    { key: 'bad.docx', version: 'v', again: true, withdraw: 'b'.repeat(12) },
  ])
})

test('status needs no queue, and finds an upload by its key alone', async () => {
  aws.put('up/2023/a.docx', 'x')
  aws.put('up/2023/a.docx.bak', 'x')
  const place = ['--uploads', 's3://up', '--outputs', 's3://out']
  aws.requests.length = 0
  expect(await runGongkai(['status', '2023/a.docx', ...place])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('尚无结果'),
  })
  expect(aws.requests.length).toBeLessThan(8)
})
