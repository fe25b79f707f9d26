import { readdirSync, readFileSync } from 'node:fs'
import type { Context } from 'aws-lambda'
import { credentials, type FakeAws } from './fake-aws.ts'

/** The environment that the template gives the functions, with everything on a fake AWS. */
export const functionEnvironment = (aws: FakeAws): Readonly<Record<string, string>> => ({
  ...credentials,
  AWS_ENDPOINT_URL: aws.url,
  UPLOADS_BUCKET: 'example-uploads',
  OUTPUTS_BUCKET: 'example-outputs',
  BUS_ARN: 'arn:aws:events:us-east-1:111122223333:event-bus/gongkai',
  QUEUE_URL: `${aws.url}/111122223333/uploads`,
  TOPIC_ARN: 'arn:aws:sns:us-east-1:111122223333:notices',
  POWERTOOLS_SERVICE_NAME: 'test',
  // Log lines go to the global console, where a test can see them.
  POWERTOOLS_DEV: 'true',
})

export const lambdaContext = (remainingMs = 60_000): Context =>
  ({ functionName: 'test', awsRequestId: 'request', getRemainingTimeInMillis: () => remainingMs }) as Context

const samples = new URL('../../infra/local/samples/', import.meta.url)

/** The sample reports that the service on one machine brings along. */
export const sampleReports = (): readonly { readonly name: string; readonly bytes: Buffer }[] =>
  readdirSync(samples)
    .filter(name => name.endsWith('.docx'))
    .toSorted()
    .map(name => ({ name, bytes: readFileSync(new URL(encodeURIComponent(name), samples)) }))

export const eventSample = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../events/${path}.sample.json`, import.meta.url), 'utf8'))

/** An upload as EventBridge tells of it. */
export const objectCreated = (
  key: string,
  object: { readonly size?: number; readonly [name: string]: unknown },
) => {
  const event = eventSample('upload/s3-object-created/v1.key-is-raw')
  return { ...event, detail: { ...event.detail, object: { key, ...object } } }
}

/** A batch as SQS gives it to a function. */
export const batchOf = (...bodies: readonly unknown[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `message-${index}`,
    receiptHandle: 'handle',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: { ApproximateReceiveCount: '1' },
    messageAttributes: {},
    eventSource: 'aws:sqs',
  })),
})

/** The same as the rule puts them among the dead letters that it could not deliver to the queue. */
export const undeliveredBatchOf = (...bodies: readonly unknown[]) => {
  const attribute = (stringValue: string) => ({ stringValue, dataType: 'String' })
  const messageAttributes = {
    RULE_ARN: attribute('arn:aws:events:us-east-1:111122223333:rule/uploads'),
    TARGET_ARN: attribute('arn:aws:sqs:us-east-1:111122223333:uploads'),
    ERROR_CODE: attribute('NO_PERMISSIONS'),
  }
  return { Records: batchOf(...bodies).Records.map(record => ({ ...record, messageAttributes })) }
}
