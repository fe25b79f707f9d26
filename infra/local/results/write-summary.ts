import { spawnWorker } from '../pool/spawn-worker.ts'
import type { SummaryAnswer, SummaryJob } from './summary-job.ts'
import { summaryScript } from './worker-script.ts'

/** Heap in MB, for thousands of reports. */
const heapMb = 1536
const deadlineMs = 10 * 60_000

/** A summary being written in a process of its own, which goes with this one. */
export interface SummaryRun {
  /** Never rejects. */
  readonly end: Promise<SummaryAnswer>
  readonly stop: () => void
}

/** Writes `汇总.xlsx` into an outbox. Tens of thousands of cells take their time: the page must not wait for them. */
export const writeSummaryOf = (job: SummaryJob): SummaryRun => {
  const { child, release } = spawnWorker(summaryScript, [`--max-old-space-size=${heapMb}`])
  const { promise, resolve } = Promise.withResolvers<SummaryAnswer>()
  const timer = setTimeout(() => child.kill('SIGKILL'), deadlineMs)
  child.stderr?.resume()
  child.on('message', message => resolve(message as SummaryAnswer))
  child.on('error', error => resolve({ fault: error.message }))
  child.on('exit', () => {
    clearTimeout(timer)
    release()
    resolve({ fault: 'ended unexpectedly' })
  })
  child.send(job, () => undefined)
  return { end: promise, stop: () => child.kill('SIGKILL') }
}
