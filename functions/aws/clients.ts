import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { SNSClient } from '@aws-sdk/client-sns'

/** Limits that leave time to try again within one run of a function. */
export const clientLimits = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
} as const

export const s3Client = (): S3Client => new S3Client(clientLimits)
export const eventBridgeClient = (): EventBridgeClient => new EventBridgeClient(clientLimits)
export const snsClient = (): SNSClient => new SNSClient(clientLimits)
