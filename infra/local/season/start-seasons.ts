import { spawnWorker } from '../pool/spawn-worker.ts'
import type { SeasonTroubleTold } from './season-trouble.ts'
import type { SeasonsAnswer, SeasonsJob } from './seasons-job.ts'
import { seasonScript } from './worker-script.ts'

/** Heap in MB, for workbook and pages of 10,000 reports; what the engine takes comes on top and is bounded by itself. */
const heapMb = 1536

/** Of the young objects: rows live for a moment, and collecting them often takes a sixth of the time. */
const youngMb = 64
const deadlineMs = 15 * 60_000

type End = Exclude<SeasonsAnswer, { readonly kind: 'made' }>

const ended = (zh: string, en: string): End => {
  const sentence = {
    zh: `年报季没有做成（${zh}），之前的结果没有变`,
    en: `the season was not made (${en}); what was there stands`,
  }
  const trouble: SeasonTroubleTold = { code: 'fault', sentence, lines: [] }
  return { kind: 'trouble', trouble }
}

/** A run in a process of its own, which goes with this one. */
export interface SeasonsRun {
  /** How it ended: done, or why not. Never rejects. */
  readonly end: Promise<End>
  /** Ends it at once; what it had not put in place is not seen. */
  readonly stop: () => void
}

const keptOfStderr = 4096

/** Makes the seasons of a job; `made` hears of each as it stands, `fault` what the process said of itself. */
export const startSeasons = (
  job: SeasonsJob,
  made: (year: number, folder: string) => void,
  fault: (text: string) => void,
): SeasonsRun => {
  const { child, release } = spawnWorker(seasonScript, [
    `--max-old-space-size=${heapMb}`,
    `--max-semi-space-size=${youngMb}`,
  ])
  const { promise, resolve } = Promise.withResolvers<End>()
  let printed = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(0, keptOfStderr)
  })
  const over = (end: End) => {
    clearTimeout(timer)
    resolve(end)
  }
  const timer = setTimeout(() => {
    child.kill('SIGKILL')
    over(ended('超过时限', 'out of time'))
  }, deadlineMs)
  child.on('message', message => {
    const told = message as SeasonsAnswer
    if (told.kind === 'made') made(told.year, told.folder)
    else over(told)
  })
  child.on('error', error => over(ended(error.message, 'the process could not be started')))
  // Its streams close only when the guard beside it has been let go.
  child.on('exit', release)
  child.on('close', () => {
    if (printed !== '') fault(printed)
    over(ended('进程意外退出', 'its process ended unexpectedly'))
  })
  child.send(job, () => undefined)
  return { end: promise, stop: () => child.kill('SIGKILL') }
}
