import { PermanentFailure, TransientFailure } from '../lib/submission/errors.ts'
import { retriesExhausted, undelivered } from '../lib/submission/failures.ts'
import { type GiveUpPorts, giveUp } from '../lib/submission/give-up.ts'
import type { Failure } from '../lib/submission/outcome.ts'
import { runOf } from '../lib/submission/run.ts'
import type { Submission } from '../lib/submission/uploads-in.ts'
import { notScanned } from './aws/scan-gate.ts'
import { withDeadline } from './deadline.ts'
import type { Delivery } from './delivery.ts'
import { submissionsIn } from './messages.ts'
import { count, countTries, errorFields, logger, logTaken, receiptFields } from './observe.ts'
import { type OpenedPorts, openPorts, quarantinePrefix } from './ports.ts'
import { runWith } from './run.ts'
import { countCommitted } from './submit.ts'

let opened: OpenedPorts | undefined

/** A message that tells of no upload of ours is kept as it is: somebody meant something by it. */
const keepUnreadable = async (message: unknown, ports: GiveUpPorts): Promise<void> => {
  const text = typeof message === 'string' ? message : JSON.stringify(message)
  const bytes = new TextEncoder().encode(text)
  const key = `${quarantinePrefix}messages/${ports.sha256(bytes)}.json`
  await ports.outputs.put(key, bytes)
  count('Unreadable')
  logger.error('kept a message that tells of no upload', { quarantine: key })
}

const read = (message: unknown, { environment }: OpenedPorts) => {
  try {
    return submissionsIn(message, environment)
  } catch (error) {
    if (error instanceof TransientFailure) throw error
    logger.error('unreadable', errorFields(error))
    return null
  }
}

/** How often an upload is put back whose event did not reach the queue: it is intact, nobody has tried it. */
const mostReturns = 3

/** Puts back what the rule could not deliver. False where it came otherwise, too often, or the queue does not take it. */
const putBack = async (
  { returned = 0, ...submission }: Submission,
  { from, code }: Delivery,
  { environment: { queueUrl } }: OpenedPorts,
): Promise<boolean> => {
  if (from !== 'rule' || queueUrl === null || returned >= mostReturns) return false
  const { returnToQueue } = await import('./aws/return-queue.ts')
  try {
    await returnToQueue(queueUrl, { ...submission, returned: returned + 1 })
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error
    logger.error('not put back', { code, ...errorFields(error) })
    return false
  }
  logger.warn('put back', { code, returned: returned + 1 })
  return true
}

/** Why nothing came of it, as far as a dead letter tells. */
const failureOf = async (
  { upload }: Submission,
  { from }: Delivery,
  { scanned }: OpenedPorts,
): Promise<Failure> => {
  if (from === 'rule') return undelivered
  return (await scanned(upload)) ? retriesExhausted : notScanned
}

/** The end of what `convert` did not bring to an end: reads the dead-letter queue. */
export const handler = runWith(async (message, deadline, delivery) => {
  opened ??= openPorts({ waits: false })
  const ports = withDeadline(opened.ports, deadline)
  const submissions = read(message, opened)
  if (!submissions) return keepUnreadable(message, ports)
  for (const submission of submissions) {
    logTaken(submission, delivery, runOf(submission.upload, opened.ports, true))
    if (await putBack(submission, delivery, opened)) continue
    const failure = await failureOf(submission, delivery, opened)
    const given = await giveUp(submission.upload, failure, ports, submission)
    if (!given) continue
    const { receipt, own } = given
    if (own) {
      countCommitted(receipt)
      countTries(false, 1)
    }
    logger.error(own ? 'gave up' : 'stands', receiptFields(receipt))
  }
})
