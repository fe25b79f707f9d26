import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { checkpointKey } from '../../lib/submission/checkpoint.ts'
import { functionEnvironment, lambdaContext, objectCreated, sampleReports } from '../support/deployed.ts'
import { type FakeAws, startFakeAws } from '../support/fake-aws.ts'
import { recordOutput } from '../support/record-output.ts'

const [report] = sampleReports()
const context = lambdaContext()

let aws: FakeAws
let lines: string[]
let reconcile: typeof import('../../functions/reconcile.ts')['handler']
let convert: typeof import('../../functions/convert.ts')['handler']
afterAll(() => aws.close())
beforeAll(async () => {
  aws = await startFakeAws()
  const environment = { ...functionEnvironment(aws), QUEUE_URL: `${aws.url}/000000000000/uploads` }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  // Metrics are lines too; in development they would be left out.
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false')
  lines = recordOutput()
  reconcile = (await import('../../functions/reconcile.ts')).handler
  convert = (await import('../../functions/convert.ts')).handler
})
beforeEach(() => {
  aws.objects.clear()
  aws.trouble = () => null
  aws.messages.length = 0
  aws.events.length = 0
  lines.length = 0
})

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
const put = (key: string, modified: Date) => {
  const object = aws.put(`example-uploads/${key}`, report!.bytes)
  return Object.assign(object, { modified })
}
const gapsCounted = () =>
  lines.map(line => JSON.parse(line)).flatMap(line => ('_aws' in line && 'Gaps' in line ? [line.Gaps] : []))
const gapsSaid = () => lines.map(line => JSON.parse(line)).filter(({ message }) => message === 'gap')

test('what came to no end is counted, named and handed in; what may still be waiting is left', async () => {
  const { version } = put('丢失.docx', hoursAgo(13))
  put('刚到.docx', hoursAgo(11))
  await reconcile({}, context)
  expect(gapsCounted()).toEqual([1])
  expect(gapsSaid()).toMatchObject([{ kind: 'no-receipt', key: '丢失.docx', version, handed: true }])
  expect(aws.messages.map(body => JSON.parse(body))).toMatchObject([
    { schema: 'gongkai.replay/1', bucket: 'example-uploads', key: '丢失.docx', version, again: false },
  ])
  for (const message of aws.messages) await convert(JSON.parse(message), context)
  expect(aws.events).toHaveLength(1)
  lines.length = 0
  await reconcile({}, context)
  expect(gapsCounted()).toEqual([0])
})

test('while scans wait in their queue an upload may be one of them, for four days', async () => {
  put('扫描件.pdf', hoursAgo(90))
  const { version } = put('丢失.docx', hoursAgo(100))
  vi.stubEnv('SCANS_QUEUE_URL', `${aws.url}/000000000000/scans`)
  aws.messages.push('a scan')
  await reconcile({}, context)
  expect(gapsSaid()).toMatchObject([{ key: '丢失.docx', version }])
  aws.messages.length = 0
  lines.length = 0
  await reconcile({}, context)
  expect(gapsSaid().map(({ key }) => key)).toContain('扫描件.pdf')
  vi.stubEnv('SCANS_QUEUE_URL', '')
})

test('nothing of the uploads is read, and the outputs are written to for the note alone', async () => {
  put('一.docx', hoursAgo(13))
  await convert(objectCreated('一.docx', { 'version-id': put('一.docx', hoursAgo(13)).version }), context)
  aws.requests.length = 0
  await reconcile({}, context)
  const asked = aws.requests.map(request => request.split(' ')[0])
  expect(new Set(asked)).toEqual(new Set(['ListObjectVersions', 'ListObjectsV2', 'GetObject', 'SendMessage']))
  const read = aws.requests.filter(request => /^GetObject example-uploads/.test(request))
  expect(read).toEqual([])
})

test('where time runs out, the next call goes on there', async () => {
  for (let index = 0; index < 1500; index += 1) put(`k${String(index).padStart(4, '0')}.docx`, hoursAgo(13))
  const late = { ...context, getRemainingTimeInMillis: () => 60_000 }
  await reconcile({}, late)
  expect(gapsCounted()).toEqual([1000])
  expect(aws.objects.has(`example-outputs/${checkpointKey}`)).toBe(true)
  lines.length = 0
  await reconcile({}, late)
  expect(gapsCounted()).toEqual([500])
  expect(new Set(aws.messages.map(body => JSON.parse(body).key)).size).toBe(1500)
})

test('what stops it is told, with the gaps found so far and never as none', async () => {
  aws.trouble = ({ operation }) =>
    operation === 'ListObjectsV2' ? { status: 403, code: 'AccessDenied' } : null
  await expect(reconcile({}, context)).rejects.toThrow('ListObjectsV2: AccessDenied')
  expect(gapsCounted()).toEqual([])
  expect(lines.join('\n')).toContain('reconciliation stopped')
})
