import { TransientFailure } from '../lib/submission/errors.ts'
import type { Ports } from '../lib/submission/ports.ts'
import { runOf } from '../lib/submission/run.ts'
import type { Submission } from '../lib/submission/uploads-in.ts'
import { NotScanned } from './aws/scan-gate.ts'
import { withDeadline } from './deadline.ts'
import type { Environment } from './environment.ts'
import { submissionsIn } from './messages.ts'
import { count, logger, logTaken } from './observe.ts'
import { type OpenedPorts, openPorts } from './ports.ts'
import { mostReturns, putOff } from './put-off.ts'
import { runWith } from './run.ts'
import { spreadTo } from './spread.ts'
import { submit } from './submit.ts'

/** What was uploaded is pictures of pages: the function that reads those has to take it. */
export class ScanMet extends TransientFailure {
  constructor() {
    super('a scan, for the function that reads them')
    this.name = 'ScanMet'
  }
}

/** Has a scan taken by the function that reads them, by a message that asks for all that was asked: this one is done then. */
const handOn = async (submission: Submission, scansQueueUrl: string): Promise<void> => {
  const { returnToQueue } = await import('./aws/return-queue.ts')
  await returnToQueue(scansQueueUrl, submission)
  count('ScansHandedOn')
  logger.info('a scan, handed on')
}

/** Those of an upload that has waited long enough for its malware scan do not wait any more. */
const portsFor = (
  { returned = 0 }: Submission,
  { environment, ports }: OpenedPorts,
  convert: Ports['convert'],
) => ({
  ...(returned < mostReturns ? ports : openPorts({ waits: false }).ports),
  convert,
  spread: spreadTo(environment.queueUrl),
})

interface Taking {
  /** Loaded while the first upload is on its way; a failure shows when it is called. */
  readonly load: () => Promise<unknown>
  readonly convertIn: (environment: Environment) => Ports['convert']
}

/** Uploads to outputs: called by a queue, by EventBridge or S3 directly, or with a replay message. */
export const takeUploads = ({ load, convertIn }: Taking) => {
  let opened: OpenedPorts | undefined
  const open = (): OpenedPorts => {
    load().catch(() => undefined)
    return openPorts({ waits: true })
  }
  return runWith(async (message, deadline, delivery) => {
    opened ??= open()
    const { queueUrl, scansQueueUrl } = opened.environment
    const convert = convertIn(opened.environment)
    for (const submission of submissionsIn(message, opened.environment)) {
      logTaken(submission, delivery, runOf(submission.upload, opened.ports))
      const ports = withDeadline(portsFor(submission, opened, convert), deadline)
      await submit(submission, ports, delivery.received).catch(error => {
        if (error instanceof NotScanned && queueUrl !== null) return putOff(submission, queueUrl)
        if (error instanceof ScanMet && scansQueueUrl !== null) return handOn(submission, scansQueueUrl)
        throw error
      })
    }
  })
}
