import type { ConvertInput, Stage } from '../../../lib/convert.ts'
import type { Converted } from '../../../lib/submission/ports.ts'
import { WorkerEnded } from './failures.ts'
import { jobDeadlineMs, workerHeapMb } from './limits.ts'
import { type Member, startMember } from './member.ts'
import type { Looked, LookInput } from './protocol.ts'
import { workerScript } from './worker-script.ts'

export interface PoolOptions {
  /** At most so many workers; each is started when there is work for it. */
  readonly size: number
  readonly script?: URL
  readonly deadlineMs?: number
  readonly heapMb?: number
  /** Told of each worker that is started. */
  readonly started?: () => void
  /** A worker that is there already. */
  readonly first?: Member | undefined
}

export interface Pool {
  /** Throws Problem when refused, WorkerEnded when the worker had to be ended, else what the converter threw. */
  readonly convert: (input: ConvertInput, begins?: (stage: Stage) => void) => Promise<Converted>
  /** The same of what is seen of a file's pages. */
  readonly look: (input: LookInput) => Promise<Looked>
  readonly close: () => Promise<void>
}

/** Workers that convert: a file that runs away costs its own worker, which the next job replaces. */
export const openPool = (options: PoolOptions): Pool => {
  const member = {
    script: options.script ?? workerScript,
    deadlineMs: options.deadlineMs ?? jobDeadlineMs,
    heapMb: options.heapMb ?? workerHeapMb,
  }
  const idle: Member[] = options.first ? [options.first] : []
  const members = new Set<Member>(idle)
  const waiting: (() => void)[] = []
  let busy = 0

  const living = (): Member | undefined => {
    const worker = idle.pop()
    if (!worker?.dead()) return worker
    members.delete(worker)
    return living()
  }

  const startOne = (): Member => {
    const worker = startMember(member)
    members.add(worker)
    options.started?.()
    return worker
  }

  const runOnce: Member['run'] = async (job, begins) => {
    if (busy >= options.size) await new Promise<void>(resolve => waiting.push(resolve))
    else busy += 1
    let worker: Member | undefined
    try {
      worker = living() ?? startOne()
      return await worker.run(job, begins)
    } finally {
      if (worker?.dead()) members.delete(worker)
      else if (worker) idle.push(worker)
      // The place is handed over: `busy` stays as it is.
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
  const run: Member['run'] = async (job, begins) => {
    try {
      return await runOnce(job, begins)
    } catch (error) {
      // The worker may have died of the file before this one: its own worker tells.
      if (error instanceof WorkerEnded && error.failure.code === 'worker-died') return runOnce(job, begins)
      throw error
    }
  }
  const convert: Pool['convert'] = async (input, begins) => {
    const done = await run({ kind: 'convert', input, watched: begins !== undefined }, begins)
    if (done.kind !== 'converted') throw new Error('an answer to another job')
    return done.converted
  }
  const look: Pool['look'] = async input => {
    const done = await run({ kind: 'look', input })
    if (done.kind !== 'looked') throw new Error('an answer to another job')
    return done.looked
  }
  const close = async () => {
    await Promise.all([...members].map(worker => worker.end()))
  }
  return { convert, look, close }
}
