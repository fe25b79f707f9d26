import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { expect, inject, test } from 'vitest'
import { functionNames } from '../../infra/aws/bundle.ts'
import { sampleReports } from '../support/deployed.ts'
import { s3 } from './support/clients.ts'
import { deployRelease } from './support/deploy.ts'

const folder = fileURLToPath(new URL('../../dist/release/', import.meta.url))

test('the release works without CDK, in a stack of another name, under a prefix', async () => {
  const { outputs } = await deployRelease(inject('endpoint'), folder, {
    StackName: 'second',
    UploadPrefix: 'incoming/',
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

test('it is small enough for CloudFormation, which takes it from a bucket', () => {
  const template = readFileSync(`${folder}/gongkai.template.json`)
  expect(template.length).toBeLessThanOrEqual(1_000_000)
  expect(readdirSync(folder)).toHaveLength(functionNames.length + 1)
})
