import { Worker } from 'node:worker_threads'
import type { Recipe } from './recipe.ts'
import type { Said, Work } from './work.ts'

export interface Failure {
  readonly recipe: Recipe
  readonly failure: string
  readonly compensated: boolean
}

export interface Hunt {
  readonly name: string
  readonly only: string
  readonly milliseconds: number
  readonly kept: readonly Recipe[]
  readonly onNew?: (recipe: Recipe, way: string) => void
  readonly onFailure?: (failure: Failure) => void
}

export interface Caught {
  readonly tried: number
  /** How many went which way: refused, same, told, changed, failed. */
  readonly outcomes: Readonly<Record<string, number>>
  readonly slowest: number
  readonly failures: readonly Failure[]
}

/** A mutant of a report of some pages takes tens of milliseconds; this is a hang, on the busiest machine. */
const deadlineMs = 20_000
const heapMb = 768

/** Lets mutants loose in a worker, one after another, ends it where one hangs or takes all memory, and goes on. */
export const hunt = async ({ name, only, milliseconds, kept, onNew, onFailure }: Hunt): Promise<Caught> => {
  const end = Date.now() + milliseconds
  const outcomes: Record<string, number> = {}
  const failures: Failure[] = []
  const corpus = [...kept]
  let tried = 0
  let slowest = 0
  const fail = (failure: Failure): void => {
    failures.push(failure)
    onFailure?.(failure)
  }

  /** Runs one worker until time is up or it has to be ended; gives the number of the next mutant. */
  const run = (from: number): Promise<number> =>
    new Promise(resolve => {
      const data: Work = { name, from, only, kept: corpus, known: [] }
      const worker = new Worker(new URL('./work.ts', import.meta.url), {
        workerData: data,
        resourceLimits: { maxOldGenerationSizeMb: heapMb },
      })
      let at = from
      let current: Recipe | null = null
      let heard = Date.now()
      const stop = (reason: string | null): void => {
        clearInterval(clock)
        if (reason !== null && current) fail({ recipe: current, failure: reason, compensated: false })
        void worker.terminate().then(() => resolve(at + 1))
      }
      const clock = setInterval(() => {
        if (Date.now() > end) stop(null)
        else if (current && Date.now() - heard > deadlineMs) stop(`no answer in ${deadlineMs / 1000} s`)
      }, 100)
      worker.on('error', error => stop(`the worker died: ${error.message}`))
      worker.on('message', (said: Said) => {
        heard = Date.now()
        if (said.kind === 'begins') {
          at = said.at
          current = said.recipe
        } else if (said.kind === 'ended') {
          tried++
          outcomes[said.outcome] = (outcomes[said.outcome] ?? 0) + 1
          slowest = Math.max(slowest, said.milliseconds)
        } else if (said.kind === 'new') {
          corpus.push(said.recipe)
          onNew?.(said.recipe, said.way)
        } else fail(said)
      })
    })

  for (let from = 0; Date.now() < end; ) from = await run(from)
  return { tried, outcomes, slowest, failures }
}
