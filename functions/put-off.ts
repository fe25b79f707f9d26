import type { Submission } from '../lib/submission/uploads-in.ts'
import { count, logger } from './observe.ts'

/** Scans take seconds to minutes. Below what the alarm on old messages calls waiting. */
const pauseSeconds = (returned: number): number => Math.min(30 * 2 ** returned, 600)

/** Together about a day. */
export const mostReturns = 150

/**
 * Has an upload looked at again later that waits for its malware scan, by a new message: waiting is no failed try.
 * The queue forgets nothing meanwhile, and a scanner that was down for hours finds all of them still there.
 */
export const putOff = async (
  { returned = 0, ...submission }: Submission,
  queueUrl: string,
): Promise<void> => {
  const seconds = pauseSeconds(returned)
  const { returnToQueue } = await import('./aws/return-queue.ts')
  await returnToQueue(queueUrl, { ...submission, returned: returned + 1 }, seconds)
  count('ScanWaits', returned + 1)
  logger.info('not scanned yet', { returned: returned + 1, seconds })
}
