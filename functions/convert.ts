import type { Ports } from '../lib/submission/ports.ts'
import { runOf } from '../lib/submission/run.ts'
import type { Submission } from '../lib/submission/uploads-in.ts'
import { NotScanned } from './aws/scan-gate.ts'
import { withDeadline } from './deadline.ts'
import { submissionsIn } from './messages.ts'
import { logTaken } from './observe.ts'
import { type OpenedPorts, openPorts } from './ports.ts'
import { mostReturns, putOff } from './put-off.ts'
import { runWith } from './run.ts'
import { spreadTo } from './spread.ts'
import { submit } from './submit.ts'

const converter = () => import('../lib/convert.ts')

/** Only files whose names say what they are: what else lies in a bucket is refused, and says so. */
const convert: Ports['convert'] = async input => {
  const { refusalOfEnding } = await import('../lib/readers/index.ts')
  const refusal = refusalOfEnding(input.name, input.bytes)
  if (refusal) throw refusal
  return (await converter()).convert(input)
}

let opened: OpenedPorts | undefined

const open = (): OpenedPorts => {
  // Loaded while the first upload is on its way; a failure shows when it is called.
  converter().catch(() => undefined)
  return openPorts({ waits: true })
}

/** Those of an upload that has waited long enough for its scan do not wait any more. */
const portsFor = ({ returned = 0 }: Submission, { environment, ports }: OpenedPorts) => ({
  ...(returned < mostReturns ? ports : openPorts({ waits: false }).ports),
  convert,
  spread: spreadTo(environment.queueUrl),
})

/** Uploads to outputs: called by the queue, by EventBridge or S3 directly, or with a replay message. */
export const handler = runWith(async (message, deadline, delivery) => {
  opened ??= open()
  const { queueUrl } = opened.environment
  for (const submission of submissionsIn(message, opened.environment)) {
    logTaken(submission, delivery, runOf(submission.upload, opened.ports))
    const ports = withDeadline(portsFor(submission, opened), deadline)
    await submit(submission, ports, delivery.received).catch(error => {
      if (!(error instanceof NotScanned) || queueUrl === null) throw error
      return putOff(submission, queueUrl)
    })
  }
})
