import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { TransientFailure } from '../../lib/submission/errors.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { submissionError } from './errors.ts'
import { replayMessage } from './replay-queue.ts'

/** What SQS takes at a time, in messages and, well below its 1 MB, in bytes: a message holds two keys at most. */
const atOnce = 10

/** Sends a message for each upload. Repeating it is harmless: what has its receipt stays as it is. */
export const sendToQueue = async (queueUrl: string, uploads: readonly Upload[]): Promise<void> => {
  const client = new SQSClient({ maxAttempts: 4 })
  for (let from = 0; from < uploads.length; from += atOnce) {
    const messages = uploads.slice(from, from + atOnce).map(upload => replayMessage({ upload, again: false }))
    const Entries = messages.map((message, at) => ({ Id: `${at}`, MessageBody: JSON.stringify(message) }))
    const answer = await client
      .send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }))
      .catch(error => {
        throw submissionError('SendMessageBatch', error)
      })
    const refused = answer.Failed ?? []
    if (refused.length > 0)
      throw new TransientFailure(
        `messages not taken by the queue: ${refused.map(({ Code }) => Code).join(', ')}`,
      )
  }
}
