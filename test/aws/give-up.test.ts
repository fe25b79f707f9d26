import {
  GetFunctionConfigurationCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda'
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { reportConversionFailedV1 } from '../../events/report-conversion-failed/v1.ts'
import { aliasName } from '../../infra/aws/live.ts'
import { sampleReports } from '../support/deployed.ts'
import { lambda, outputsBucket, queueUrl, sqs } from './support/clients.ts'
import { outputBytes, outputJson, upload } from './support/objects.ts'
import { about, type Subscriber, subscribe } from './support/subscriber.ts'

const FunctionName = inject('deployed').resources['Convert']!
const [report] = sampleReports()
let failures: Subscriber
let variables: Record<string, string>

/** As a deployment does it: a new version, and the alias that the queue calls moved to it. */
const setVariables = async (Variables: Record<string, string>): Promise<void> => {
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }))
  const { Version } = await lambda.send(new PublishVersionCommand({ FunctionName }))
  await lambda.send(new UpdateAliasCommand({ FunctionName, Name: aliasName, FunctionVersion: Version }))
}
const setVisibility = (seconds: number) =>
  sqs.send(
    new SetQueueAttributesCommand({ QueueUrl: queueUrl, Attributes: { VisibilityTimeout: String(seconds) } }),
  )

beforeAll(async () => {
  failures = await subscribe('failures-of-ours', 'failures.json')
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))
  variables = Environment!.Variables!
  // The template's six minutes would make five tries last half an hour.
  await setVisibility(1)
})
afterAll(async () => {
  await setVariables(variables)
  await setVisibility(360)
})

test('a converter that fails every time ends in quarantine, with a reason and Report Conversion Failed', async () => {
  const { BUS_ARN: _, ...broken } = variables
  await setVariables(broken)
  const key = '年报/做不成 (1).docx'
  await upload(key, report!.bytes)
  const received = await failures.until(all => about(all, key).length > 0, 45)
  expect(about(received, key)).toHaveLength(1)
  const { data } = reportConversionFailedV1.parse(about(received, key)[0]!.event)
  expect(data.failure.code).toBe('retries-exhausted')
  expect(data.quarantine).toMatchObject({
    bucket: outputsBucket,
    key: expect.stringMatching(/^quarantine\//),
  })
  expect(Buffer.from(await outputBytes(data.quarantine!.key))).toEqual(report!.bytes)
  expect(await outputJson(data.outputs.failure.key)).toMatchObject({ failure: { code: 'retries-exhausted' } })
  expect(await outputJson(data.outputs.receipt.key)).toMatchObject({ outcome: 'failed', upload: { key } })
})
