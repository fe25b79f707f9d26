import type { ConvertInput, Stage } from '../../../lib/convert.ts'
import type { Converted } from '../../../lib/submission/ports.ts'
import { WorkerEnded } from './failures.ts'
import { jobDeadlineMs, workerHeapMb } from './limits.ts'
import { type Member, startMember } from './member.ts'
import { workerScript } from './worker-script.ts'

export interface PoolOptions {
  /** At most so many workers; each is started when there is work for it. */
  readonly size: number
  readonly script?: URL
  readonly deadlineMs?: number
  readonly heapMb?: number
  /** A worker that is there already. */
  readonly first?: Member | undefined
}

export interface Pool {
  /** Throws Problem when refused, WorkerEnded when the worker had to be ended, else what the converter threw. */
  readonly convert: (input: ConvertInput, begins?: (stage: Stage) => void) => Promise<Converted>
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

  const convertOnce: Pool['convert'] = async (input, begins) => {
    if (busy >= options.size) await new Promise<void>(resolve => waiting.push(resolve))
    else busy += 1
    let worker: Member | undefined
    try {
      worker = living() ?? startMember(member)
      members.add(worker)
      return await worker.run(input, begins)
    } finally {
      if (worker?.dead()) members.delete(worker)
      else if (worker) idle.push(worker)
      // The place is handed over: `busy` stays as it is.
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
  const convert: Pool['convert'] = async (input, begins) => {
    try {
      return await convertOnce(input, begins)
    } catch (error) {
      // The worker may have died of the file before this one: its own worker tells.
      if (error instanceof WorkerEnded && error.failure.code === 'worker-died')
        return convertOnce(input, begins)
      throw error
    }
  }
  const close = async () => {
    await Promise.all([...members].map(worker => worker.end()))
  }
  return { convert, close }
}
