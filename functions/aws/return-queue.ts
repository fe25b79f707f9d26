import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Submission } from '../../lib/submission/uploads-in.ts'
import { submissionError } from './errors.ts'
import { messageBody } from './replay-queue.ts'
import { sqsClient } from './sqs-client.ts'

/**
 * Puts a submission back into the queue, to be handed out after so many seconds, at most 900. Of no group: it is as
 * new as any other upload.
 */
export const returnToQueue = async (
  queueUrl: string,
  submission: Submission,
  delaySeconds = 0,
): Promise<void> => {
  const client = sqsClient()
  const input = { QueueUrl: queueUrl, MessageBody: messageBody(submission), DelaySeconds: delaySeconds }
  await client.send(new SendMessageCommand(input)).catch(error => {
    throw submissionError('SendMessage', error)
  })
}
