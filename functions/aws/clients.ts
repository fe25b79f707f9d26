import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient } from '@aws-sdk/client-sqs'

/** Limits that leave time to try again within one run of a function. */
const common = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
} as const

export const s3Client = (): S3Client => new S3Client(common)
export const eventBridgeClient = (): EventBridgeClient => new EventBridgeClient(common)
export const sqsClient = (): SQSClient => new SQSClient(common)
export const snsClient = (): SNSClient => new SNSClient(common)
