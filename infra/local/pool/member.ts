import { Worker } from 'node:worker_threads'
import type { ConvertInput, Stage } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/problems.ts'
import type { Converted } from '../../../lib/submission/ports.ts'
import { outOfMemory, outOfTime, workerDied } from './failures.ts'
import type { Answer, Job, Progress } from './protocol.ts'

export interface MemberOptions {
  readonly script: URL
  readonly deadlineMs: number
  readonly heapMb: number
}

/** One worker thread that takes one job at a time. A dead one takes none. */
export interface Member {
  /** `begins`, where given, hears of each stage. */
  readonly run: (input: ConvertInput, begins?: (stage: Stage) => void) => Promise<Converted>
  readonly dead: () => boolean
  readonly end: () => Promise<void>
}

const open = (answer: Answer): Converted => {
  if (answer.kind === 'converted') return answer.converted
  if (answer.kind === 'refused') throw new Problem(answer.code, answer.sentence, answer.remedy)
  const error = new Error(answer.message)
  error.name = answer.name
  error.stack = answer.stack
  throw error
}

export const startMember = ({ script, deadlineMs, heapMb }: MemberOptions): Member => {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: heapMb } })
  worker.unref()
  let dead = false
  let fail: (error: Error) => void = () => undefined
  const end = async () => {
    dead = true
    await worker.terminate()
  }
  const die = (error: Error) => {
    dead = true
    fail(error)
    void end()
  }
  // For all its life: an error of an idle worker would otherwise end this process.
  worker.on('error', (error: NodeJS.ErrnoException) =>
    die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(heapMb) : workerDied()),
  )
  worker.on('exit', () => die(workerDied()))

  const run: Member['run'] = async (input, begins) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    fail = reject
    const timer = setTimeout(() => die(outOfTime(deadlineMs)), deadlineMs)
    const hear = (message: Answer | Progress) => {
      if (message.kind === 'stage') begins?.(message.stage)
      else resolve(message)
    }
    worker.ref()
    worker.on('message', hear)
    const job: Job = { input, watched: begins !== undefined }
    worker.postMessage(job)
    try {
      return open(await promise)
    } finally {
      clearTimeout(timer)
      worker.off('message', hear)
      worker.unref()
    }
  }
  return { run, dead: () => dead, end }
}
