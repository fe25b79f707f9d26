import { Socket } from 'node:net'
import type { Stage } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/model/problems.ts'
import { notStarted, outOfMemory, outOfTime, workerDied } from './failures.ts'
import { startDeadlineMs } from './limits.ts'
import type { Answer, Job, Ready, StageReached } from './protocol.ts'
import { spawnWorker } from './spawn-worker.ts'

export interface MemberOptions {
  readonly script: URL
  readonly deadlineMs: number
  readonly heapMb: number
}

/**
 * One worker that takes one job at a time. A dead one takes none. It is a process, not a thread: Node aborts as a whole
 * where a thread is ended in the middle of some of Node's own work, and a process can be ended at any moment.
 */
export interface Member {
  /** `begins`, where given, hears of each stage. */
  readonly run: (job: Job, begins?: (stage: Stage) => void) => Promise<Done>
  readonly dead: () => boolean
  readonly end: () => Promise<void>
}

/** An answer that is neither a refusal nor a fault: those are thrown. */
export type Done = Extract<Answer, { kind: 'converted' | 'looked' }>

const open = (answer: Answer): Done => {
  if (answer.kind === 'converted' || answer.kind === 'looked') return answer
  if (answer.kind === 'refused')
    throw new Problem(answer.code, answer.sentence, answer.remedy, { scan: answer.scan })
  const error = new Error(answer.message)
  error.name = answer.name
  error.stack = answer.stack
  throw error
}

/** Of what a dying Node prints; the rest is addresses. */
const keptOfStderr = 4096
const saysOutOfMemory = /heap out of memory|heap limit|process out of memory/i

export const startMember = ({ script, deadlineMs, heapMb }: MemberOptions): Member => {
  const { child, release } = spawnWorker(script, [`--max-old-space-size=${heapMb}`])
  let dead = false
  let ready = false
  let busy = false
  let ending = false
  let fail: (error: Error) => void = () => undefined
  let printed = ''
  const die = (error: Error) => {
    dead = true
    fail(error)
    child.kill('SIGKILL')
  }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (printed.length < keptOfStderr) printed += text
  })
  // For all its life: an error of an idle worker would otherwise end this process.
  child.on('error', error => die(child.pid === undefined ? notStarted(error) : workerDied()))
  child.once('message', () => {
    ready = true
  })
  child.on('exit', release)
  const closed = new Promise<void>(resolve => child.once('close', () => resolve())).then(() =>
    die(saysOutOfMemory.test(printed) ? outOfMemory(heapMb) : workerDied()),
  )

  /** Whether this process waits for it. */
  const hold = (held: boolean) => {
    const what = held ? 'ref' : 'unref'
    child[what]()
    child.channel?.[what]()
    if (child.stderr instanceof Socket) child.stderr[what]()
  }
  hold(false)

  const run: Member['run'] = async (job, begins) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    fail = reject
    busy = true
    const timeOut = (ms: number) => setTimeout(() => die(outOfTime(ms)), ms)
    let timer = timeOut(ready ? deadlineMs : startDeadlineMs)
    const begin = () => {
      clearTimeout(timer)
      timer = timeOut(deadlineMs)
    }
    const hear = (message: unknown) => {
      const told = message as Answer | StageReached | Ready
      if (told.kind === 'ready') begin()
      else if (told.kind === 'stage') begins?.(told.stage)
      else resolve(told)
    }
    hold(true)
    child.on('message', hear)
    // Where it cannot be sent the worker is gone, which is heard of.
    if (dead) reject(workerDied())
    // One that the system could not start has no channel; its error is on the way.
    else if (child.send) child.send(job, () => undefined)
    try {
      return open(await promise)
    } finally {
      busy = false
      clearTimeout(timer)
      child.off('message', hear)
      if (!ending) hold(false)
    }
  }
  const end = async () => {
    if (dead) return
    if (!busy && child.connected) {
      // It ends by itself, and keeps what it compiled for the next time.
      dead = true
      release()
      child.disconnect()
      return
    }
    ending = true
    hold(true)
    die(workerDied())
    await closed
  }
  return { run, dead: () => dead, end }
}
