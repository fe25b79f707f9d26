import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { expect, inject, test } from 'vitest'
import { bundleNames } from '../../infra/aws/bundle.ts'
import { sampleReports } from '../support/deployed.ts'
import { lambda, s3, sqs } from './support/clients.ts'
import { deployRelease } from './support/deploy.ts'

const folder = fileURLToPath(new URL('../../dist/release/', import.meta.url))

test('the release works without CDK, in a stack of another name, under a prefix', async () => {
  const { outputs } = await deployRelease(inject('endpoint'), folder, {
    StackName: 'second',
    UploadPrefix: 'incoming/',
    Season: 'no',
  })
  const [report] = sampleReports()
  const Bucket = outputs['Uploads']!
  for (const Key of ['incoming/报告', 'elsewhere/报告.docx'])
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: report!.bytes }))
  const latest = (key: string) =>
    s3
      .send(new GetObjectCommand({ Bucket: outputs['Outputs']!, Key: `${key}/latest.json` }))
      .then(({ Body }) => Body!.transformToString())
  await expect.poll(() => latest('incoming/报告').catch(() => ''), { timeout: 20_000 }).toContain('receipt')
  await expect(latest('elsewhere/报告.docx')).rejects.toThrow()
})

test('paused, uploads wait in the queue; they are done once it goes on', async () => {
  const { outputs, resources } = await deployRelease(inject('endpoint'), folder, {
    StackName: 'paused',
    Paused: 'yes',
    Season: 'no',
  })
  const [report] = sampleReports()
  await s3.send(new PutObjectCommand({ Bucket: outputs['Uploads']!, Key: '报告.docx', Body: report!.bytes }))
  const waiting = async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: outputs['QueueUrl']!, AttributeNames: ['All'] }),
    )
    return Attributes!['ApproximateNumberOfMessages']
  }
  const done = async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: outputs['Outputs']! }))
    return Contents.map(({ Key }) => Key)
  }
  await expect.poll(waiting, { timeout: 20_000 }).toBe('1')
  expect(await done()).toEqual([])
  await lambda.send(new UpdateEventSourceMappingCommand({ UUID: resources['UploadsFeed']!, Enabled: true }))
  await expect.poll(done, { timeout: 20_000 }).toContain('报告.docx/latest.json')
})

test('it is small enough for CloudFormation, which takes it from a bucket', () => {
  const template = readFileSync(`${folder}/gongkai.template.json`)
  expect(template.length).toBeLessThanOrEqual(1_000_000)
  expect(readdirSync(folder)).toHaveLength(bundleNames.length + 1)
})
