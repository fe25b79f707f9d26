import { committed } from '../lib/submission/commit.ts'
import { TransientFailure } from '../lib/submission/errors.ts'
import { retriesExhausted } from '../lib/submission/failures.ts'
import { type GiveUpPorts, giveUp } from '../lib/submission/give-up.ts'
import { withDeadline } from './deadline.ts'
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

/** The end of what `convert` did not bring to an end: reads the dead-letter queue. */
export const handler = runWith(async (message, deadline, delivery) => {
  opened ??= openPorts({ waits: false })
  const ports = withDeadline(opened.ports, deadline)
  const submissions = read(message, opened)
  if (!submissions) return keepUnreadable(message, ports)
  for (const submission of submissions) {
    const { upload } = submission
    logTaken(submission, delivery)
    const before = await committed(upload, ports)
    const receipt = await giveUp(upload, retriesExhausted, ports)
    if (!receipt) continue
    if (!before) {
      countCommitted(receipt)
      countTries(false, 1)
    }
    logger.error('gave up', receiptFields(receipt))
  }
})
