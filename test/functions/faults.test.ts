import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { batchOf, functionEnvironment, lambdaContext, objectCreated } from '../support/deployed.ts'
import { type FakeAws, startFakeAws } from '../support/fake-aws.ts'
import { recordOutput } from '../support/record-output.ts'

vi.mock('../../lib/convert.ts', async original => ({
  ...(await original<typeof import('../../lib/convert.ts')>()),
  convert: async () => {
    throw new TypeError('a mistake of ours')
  },
}))

let aws: FakeAws
let lines: string[]
beforeAll(async () => {
  aws = await startFakeAws()
  for (const [name, value] of Object.entries(functionEnvironment(aws))) vi.stubEnv(name, value)
  vi.stubEnv('AWS_LAMBDA_FUNCTION_VERSION', '7')
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false')
  lines = recordOutput()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await aws.close()
})

test('a fault of the converter is counted for the very version, as the alarm of the canary reads it', async () => {
  const { handler } = await import('../../functions/convert.ts')
  const { version } = aws.put('example-uploads/a.docx', 'x')
  await handler(batchOf(objectCreated('a.docx', { 'version-id': version })), lambdaContext())
  const counted = lines.map(line => JSON.parse(line)).filter(line => line.Faults !== undefined)
  expect(counted).toEqual([expect.objectContaining({ Faults: 1, service: 'test', version: '7' })])
  const [{ Namespace, Dimensions }] = counted[0]._aws.CloudWatchMetrics
  expect([Namespace, Dimensions.map((names: string[]) => names.toSorted())]).toEqual([
    'gongkai',
    [['service', 'version']],
  ])
})
