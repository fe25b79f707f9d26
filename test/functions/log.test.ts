import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { PermanentFailure } from '../../lib/submission/errors.ts'
import {
  batchOf,
  functionEnvironment,
  lambdaContext,
  objectCreated,
  sampleReports,
} from '../support/deployed.ts'
import { type FakeAws, startFakeAws } from '../support/fake-aws.ts'
import { recordOutput } from '../support/record-output.ts'
import { fakePorts, uploadOf } from '../support/submission.ts'

const [report] = sampleReports()
const context = lambdaContext()

let aws: FakeAws
let lines: string[]
let convert: typeof import('../../functions/convert.ts')['handler']
let giveUp: typeof import('../../functions/give-up.ts')['handler']
afterAll(() => aws.close())
beforeAll(async () => {
  aws = await startFakeAws()
  for (const [name, value] of Object.entries(functionEnvironment(aws))) vi.stubEnv(name, value)
  lines = recordOutput()
  convert = (await import('../../functions/convert.ts')).handler
  giveUp = (await import('../../functions/give-up.ts')).handler
})
beforeEach(() => {
  aws.objects.clear()
  lines.length = 0
  aws.trouble = () => null
})

const uploaded = (key: string, bytes: Uint8Array | string = report!.bytes) =>
  objectCreated(key, { 'version-id': aws.put(`example-uploads/${key}`, bytes).version })
const said = () => lines.map(line => JSON.parse(line)).filter(line => 'message' in line)
const received = (times: number, ...events: readonly unknown[]) => ({
  Records: batchOf(...events).Records.map(record => ({
    ...record,
    attributes: { ApproximateReceiveCount: `${times}` },
  })),
})

test('every line tells whose it is, and the first one before anything is done', async () => {
  let linesAtFirstRequest: number | undefined
  aws.trouble = () => {
    linesAtFirstRequest ??= said().length
    return null
  }
  const event = uploaded('甲.docx')
  await convert(received(2, event), context)
  expect(linesAtFirstRequest).toBe(1)
  expect(said().map(({ message }) => message)).toEqual(['taken', 'committed'])
  const version = event.detail.object['version-id']
  for (const line of said()) expect(line).toMatchObject({ key: '甲.docx', version, received: 2 })
  expect(said()[1]).toMatchObject({ run: expect.stringMatching(/^[0-9a-f]{12}$/) })
  expect(said()[0]).toMatchObject({ run: said()[1].run })
})

test('lines of one message do not bear the names of another', async () => {
  aws.trouble = ({ path }) => (path.endsWith('乙.docx') ? { status: 503, code: 'SlowDown' } : null)
  await convert(batchOf(uploaded('乙.docx'), { no: 'shape' }, uploaded('丙.docx', 'PK broken')), context)
  expect(said().map(({ message, key }) => [message, key])).toEqual([
    ['taken', '乙.docx'],
    ['back to the queue', '乙.docx'],
    ['back to the queue', undefined],
    ['taken', '丙.docx'],
    ['committed', '丙.docx'],
  ])
})

test('what is given up names its upload too', async () => {
  await giveUp(batchOf(uploaded('丁.docx')), context)
  expect(said().map(({ message, key }) => [message, key])).toEqual([
    ['taken', '丁.docx'],
    ['gave up', '丁.docx'],
  ])
})

test('tries that were killed or given back are counted once their message ends', async () => {
  const { metrics } = await import('../../functions/observe.ts')
  const add = vi.spyOn(metrics, 'addMetric')
  const counted = (name: string) => add.mock.calls.filter(([of]) => of === name).map(([, , value]) => value)
  await convert(received(3, uploaded('甲.docx')), context)
  expect([counted('Conversions'), counted('Kept')]).toEqual([[1], [1, 0, 0]])
  add.mockClear()
  aws.trouble = ({ operation }) => (operation === 'PutEvents' ? { status: 503, code: 'SlowDown' } : null)
  const event = uploaded('乙.docx')
  await convert(received(1, event), context)
  expect([counted('Conversions'), counted('Kept'), counted('Retried')]).toEqual([[1], [], [1]])
  add.mockClear()
  aws.trouble = () => null
  await giveUp(batchOf(uploaded('丙.docx')), context)
  expect(counted('Kept')).toEqual([0])
})

test('a fault of the converter is counted for the version of the function', async () => {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_VERSION', '7')
  const { metrics } = await import('../../functions/observe.ts')
  const { submit } = await import('../../functions/submit.ts')
  const { Metrics } = await import('@aws-lambda-powertools/metrics')
  const dimensions = vi.spyOn(Metrics.prototype, 'addDimension')
  const single = vi.spyOn(metrics, 'singleMetric')
  const broken = async () => {
    throw new TypeError('undefined is not a function')
  }
  await submit({ upload: uploadOf(), again: false }, { ...fakePorts(), convert: broken })
  expect(dimensions.mock.calls).toEqual([['version', '7']])
  const refused = async () => {
    throw new PermanentFailure('PutObject: AccessDenied')
  }
  await submit(
    { upload: uploadOf({ key: 'other.docx' }), again: false },
    { ...fakePorts(), convert: refused },
  )
  expect(single).toHaveBeenCalledTimes(1)
})
