import { SQSClient } from '@aws-sdk/client-sqs'
import { clientLimits } from './clients.ts'

/** In a file of its own, so that the converter loads it only where it has something to send. */
export const sqsClient = (): SQSClient => new SQSClient(clientLimits)
