import type { Ports } from '../lib/submission/ports.ts'
import { withDeadline } from './deadline.ts'
import { submissionsIn } from './messages.ts'
import { openService, type Service } from './ports.ts'
import { runWith } from './run.ts'
import { spreadTo } from './spread.ts'
import { submit } from './submit.ts'

const converter = () => import('../lib/convert.ts')
const convert: Ports['convert'] = async input => (await converter()).convert(input)

let service: Service | undefined

const open = (): Service => {
  // Loaded while the first upload is on its way; a failure shows when it is called.
  converter().catch(() => undefined)
  return openService({ waits: true })
}

/** Uploads to outputs: called by the queue, by EventBridge or S3 directly, or with a replay message. */
export const handler = runWith(async (message, deadline) => {
  service ??= open()
  const { queueUrl } = service.environment
  const ports = withDeadline({ ...service.ports, convert, spread: spreadTo(queueUrl) }, deadline)
  for (const submission of submissionsIn(message, service.environment)) await submit(submission, ports)
})
