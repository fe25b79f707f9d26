import type { Context } from 'aws-lambda'
import { reconcile, turns } from '../lib/submission/reconcile.ts'
import type { Gap } from '../lib/submission/version-gaps.ts'
import { s3Client } from './aws/clients.ts'
import { replayQueue } from './aws/replay-queue.ts'
import { s3Store } from './aws/s3-store.ts'
import { sqsClient } from './aws/sqs-client.ts'
import { listUploads } from './aws/upload-listing.ts'
import { hasMessages } from './aws/waits.ts'
import { required } from './environment.ts'
import { count, errorFields, logger, metrics } from './observe.ts'

/** What is younger may be waiting in the queue still: its message would only be doubled. */
const waitingHours = 12

/** The same while there are scans in theirs, of which each takes as long as a hundred other files. */
const waitingHoursOfScans = 96

/** In one run; what is beyond is found by the next. */
const mostHandedIn = 10_000

/** A stretch takes seconds, one with much to read a minute. */
const reserveMs = 120_000

const dayMs = 24 * 3_600_000

const open = () => {
  const bucket = required(process.env, 'UPLOADS_BUCKET')
  const prefix = process.env['UPLOADS_PREFIX'] ?? ''
  const client = s3Client()
  const send = replayQueue(sqsClient(), required(process.env, 'QUEUE_URL'))
  return {
    prefix,
    outputs: s3Store(client, required(process.env, 'OUTPUTS_BUCKET')),
    uploads: (after: string) => listUploads(client, { bucket, prefix }, after),
    scansWait: async () => {
      const url = process.env['SCANS_QUEUE_URL']
      return url ? hasMessages(url) : false
    },
    submit: async (submission: Parameters<typeof send>[0]) => {
      await send(submission)
      return true
    },
    atOnce: 16,
    now: () => new Date(),
  }
}

let opened: ReturnType<typeof open> | undefined

const countGaps = (gaps: number): void => {
  count('Gaps', gaps)
  metrics.publishStoredMetrics()
}

/**
 * Called by a schedule: finds what came to no end and hands it in again, as the command `reconcile` does. Where its
 * time runs out the next call goes on there. Counts the gaps it found, also none where it got to its end.
 */
export const handler = async (_event: unknown, context: Context): Promise<void> => {
  logger.addContext(context)
  let gaps = 0
  const told = ({ kind, upload: { key, version } }: Gap, handed: boolean) => {
    gaps += 1
    logger.warn('gap', { kind, key, version, handed })
  }
  const now = Date.now()
  try {
    opened ??= open()
    const hours = (await opened.scansWait()) ? waitingHoursOfScans : waitingHours
    const result = await reconcile(
      { ...opened, told },
      {
        before: new Date(now - hours * 3_600_000),
        resumes: true,
        read: Math.floor(now / dayMs) % turns,
        most: mostHandedIn,
        goesOn: () => context.getRemainingTimeInMillis() > reserveMs,
      },
    )
    countGaps(result.gaps)
    logger.info('reconciled', { ...result })
  } catch (error) {
    // None would look as if all were well.
    if (gaps > 0) countGaps(gaps)
    logger.error('reconciliation stopped', errorFields(error))
    throw error
  }
}
