import { readFileSync } from 'node:fs'
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { expect, inject, test } from 'vitest'
import { sampleReports } from '../support/deployed.ts'
import { sqs } from './support/clients.ts'
import { createStack } from './support/deploy.ts'
import { upload } from './support/objects.ts'

const endpoint = inject('endpoint')
const busOfGongkai = inject('deployed').outputs['BusArn']!.split('/').at(-1)!
const [report] = sampleReports()

const subscribeWith = (file: string, StackName: string, parameters: Readonly<Record<string, string>>) => {
  const path = new URL(`../../events/subscribers/${file}`, import.meta.url)
  return createStack(endpoint, JSON.parse(readFileSync(path, 'utf8')), { StackName, parameters })
}

/** Detail types and subjects of what has come to a queue. */
const receivedAt = async (QueueUrl: string): Promise<readonly string[]> => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
  )
  return Messages.map(({ Body }) => JSON.parse(Body!)).map(
    event => `${event['detail-type']}: ${event.detail.subject}`,
  )
}

/** The lines that a function wrote; without the client for logs, which nothing else here needs. */
const linesIn = async (logGroupName: string): Promise<string> => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Logs_20140328.FilterLogEvents',
      authorization: 'AWS4-HMAC-SHA256 Credential=test/20240101/us-east-1/logs/aws4_request',
    },
    body: JSON.stringify({ logGroupName }),
  })
  return JSON.stringify(await answer.json())
}

test('queue.json: an event arrives at the queue', async () => {
  const { outputs } = await subscribeWith('queue.json', 'their-queue', { BusName: busOfGongkai })
  await upload('订阅/队列.docx', report!.bytes)
  await expect
    .poll(() => receivedAt(outputs['QueueUrl']!), { timeout: 20_000 })
    .toContain('Report Validated: 订阅/队列.docx')
})

test('function.json: the function is called for what a person has to look at', async () => {
  const { outputs } = await subscribeWith('function.json', 'their-function', { BusName: busOfGongkai })
  await upload('订阅/不是报告.docx', 'hello')
  await expect.poll(() => linesIn(outputs['LogGroup']!), { timeout: 20_000 }).toContain('订阅/不是报告.docx')
  expect(await linesIn(outputs['LogGroup']!)).toContain('gongkai.report.rejected.v1')
})

test('another account: from bus to bus, and on to a queue there', async () => {
  const there = await subscribeWith('from-another-account.json', 'their-bus', {
    BusName: 'their-bus',
    SenderAccount: '000000000000',
  })
  await subscribeWith('to-another-account.json', 'to-them', {
    BusName: busOfGongkai,
    TargetBusArn: there.outputs['BusArn']!,
  })
  const { outputs } = await subscribeWith('queue.json', 'their-other-queue', {
    BusName: there.outputs['BusName']!,
  })
  await upload('订阅/别的账户.docx', report!.bytes)
  await expect
    .poll(() => receivedAt(outputs['QueueUrl']!), { timeout: 20_000 })
    .toContain('Report Validated: 订阅/别的账户.docx')
})
