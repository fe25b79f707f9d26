import { reportConversionFailedV1 } from '../events/report-conversion-failed/v1.ts'
import { reportRejectedV1 } from '../events/report-rejected/v1.ts'
import { snsClient } from './aws/clients.ts'
import { snsTopic } from './aws/sns-topic.ts'
import { noticeOf } from './notice.ts'
import { logger } from './observe.ts'

/** Only what this subscriber reads: a newer event with more in it passes. */
const failures = [reportRejectedV1, reportConversionFailedV1] as const

let send: ReturnType<typeof snsTopic> | undefined

/**
 * An example of a subscriber: a rule with the pattern `failures.json` calls it for every failure, and it sends
 * a mail in Chinese. What it cannot read it leaves alone.
 */
export const handler = async ({ detail }: { readonly detail: unknown }): Promise<void> => {
  const event = failures.map(schema => schema.safeParse(detail)).find(parsed => parsed.success)?.data
  if (!event) {
    logger.warn('an event that is no failure of ours')
    return
  }
  const topicArn = process.env['TOPIC_ARN']
  if (!topicArn) throw new Error('environment variable TOPIC_ARN is missing')
  send ??= snsTopic(snsClient(), topicArn)
  await send(noticeOf(event))
  logger.info('noticed', { eventId: event.id, eventType: event.type })
}
