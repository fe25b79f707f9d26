import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { inject } from 'vitest'

const options = {
  endpoint: inject('endpoint'),
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
}

export const s3 = new S3Client({ ...options, forcePathStyle: true })
export const sqs = new SQSClient(options)
export const eventBridge = new EventBridgeClient(options)
export const lambda = new LambdaClient(options)

const { outputs } = inject('deployed')
export const uploadsBucket = outputs['Uploads']!
export const outputsBucket = outputs['Outputs']!
export const queueUrl = outputs['QueueUrl']!
