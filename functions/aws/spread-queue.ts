import {
  type BatchResultErrorEntry,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
} from '@aws-sdk/client-sqs'
import { PermanentFailure, TransientFailure } from '../../lib/submission/errors.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { batchesOf } from './batches.ts'
import { throttled } from './error-kinds.ts'
import { submissionError } from './errors.ts'
import { messageBody } from './replay-queue.ts'
import { sqsClient } from './sqs-client.ts'

/** What SQS takes at a time; in some regions no more bytes than this. */
const limits = { items: 10, bytes: 256 * 1024 } as const

/**
 * The files of all archives are one group of the queue: where there are many archives, none alone would take up its
 * readers, and new uploads would wait behind them all.
 */
const archives = 'archives'

/** A throttle is the sender's fault to SQS, and passes all the same. */
const lasts = ({ Code = '', SenderFault }: BatchResultErrorEntry): boolean =>
  SenderFault === true && !throttled.test(Code)

const refusal = (failed: readonly BatchResultErrorEntry[]): Error => {
  const codes = failed.map(({ Code }) => Code).join(', ')
  const Kind = failed.some(lasts) ? PermanentFailure : TransientFailure
  return new Kind(`messages not taken by the queue: ${codes}`)
}

/** Sends a message for each upload. Repeating it is harmless: what has its receipt stays as it is. */
export const sendToQueue = async (queueUrl: string, uploads: readonly Upload[]): Promise<void> => {
  const client = sqsClient()
  const entries = uploads.map(
    (upload): SendMessageBatchRequestEntry => ({
      Id: '0',
      MessageBody: messageBody({ upload, again: false }),
      MessageGroupId: archives,
    }),
  )
  for (const batch of batchesOf(entries, ({ MessageBody = '' }) => Buffer.byteLength(MessageBody), limits)) {
    const Entries = batch.map((entry, at) => ({ ...entry, Id: `${at}` }))
    const { Failed = [] } = await client
      .send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }))
      .catch(error => {
        throw submissionError('SendMessageBatch', error)
      })
    if (Failed.length > 0) throw refusal(Failed)
  }
}
