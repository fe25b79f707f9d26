import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Deadline, startDeadline } from './deadline.ts'
import { type Delivery, deliveryOf, directly } from './delivery.ts'
import { count, errorFields, logger, metrics } from './observe.ts'

/** Handles one message: the body of a queue's record, or the whole event of a direct call. */
export type HandleMessage = (message: unknown, deadline: Deadline, delivery: Delivery) => Promise<void>

/** What a queue gets back; nothing for a direct call. */
export type BatchAnswer = Awaited<ReturnType<typeof processPartialResponse>>

const isBatch = (event: unknown): event is SQSEvent => {
  const first = (event as Partial<SQSEvent> | null)?.Records?.[0]
  return first !== undefined && 'body' in first && first.eventSource === 'aws:sqs'
}

const handleBatch = (
  event: SQSEvent,
  handle: (message: unknown, delivery: Delivery) => Promise<void>,
): Promise<BatchAnswer> =>
  processPartialResponse(
    event,
    async (record: SQSRecord) => {
      const delivery = deliveryOf(record)
      try {
        await handle(record.body, delivery)
      } catch (error) {
        count('Retried')
        const { messageId } = record
        const { received } = delivery
        logger.warn('back to the queue', { messageId, received, ...errorFields(error) })
        throw error
      } finally {
        logger.resetKeys()
      }
    },
    new BatchProcessor(EventType.SQS),
    // One by one, so that each is within the deadline; a failed one is the queue's to try again, no error of the function.
    { processInParallel: false, throwOnFullBatchFailure: false },
  )

/**
 * Makes a function of a handler of messages: a batch of SQS with partial failures, or one event directly
 * (its failure is thrown, the caller tries again). Nothing starts within the last seconds before the timeout.
 */
export const runWith =
  (handle: HandleMessage) =>
  async (event: unknown, context: Context): Promise<BatchAnswer | undefined> => {
    logger.addContext(context)
    const deadline = startDeadline(() => context.getRemainingTimeInMillis())
    const one = (message: unknown, delivery: Delivery) =>
      deadline.within(() => handle(message, deadline, delivery))
    try {
      if (isBatch(event)) return await handleBatch(event, one)
      await one(event, directly)
      return undefined
    } finally {
      logger.resetKeys()
      deadline.clear()
      metrics.publishStoredMetrics()
    }
  }
