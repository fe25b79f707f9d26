import { setTimeout as wait } from 'node:timers/promises'
import { megabytes, type Sample } from '../check/memory.ts'
import type { Chance } from '../documents/kinds.ts'
import { type Environment, openEnvironment } from './environment.ts'
import type { Message, Queue } from './queue.ts'

export const mostBatch = 10

/** More than one a core: while one waits for the network another computes. */
const environmentsPerCore = 2

export interface Consumed {
  readonly environments: number
  readonly killed: number
  readonly seconds: number
  readonly cpuSeconds: number
  /** Of one environment that is never killed. */
  readonly samples: readonly Sample[]
}

/** Has the functions read the queue, and what they have `sent` to it, until it is empty; environments are killed in the middle `kills` times, the first never. */
export const consume = async (
  queue: Queue,
  sent: string[],
  variables: Readonly<Record<string, string>>,
  chance: Chance,
  { cores, kills, messages }: { readonly cores: number; readonly kills: number; readonly messages: number },
): Promise<Consumed> => {
  const environments = Array.from({ length: cores * environmentsPerCore }, () => openEnvironment(variables))
  const samples: Sample[] = []
  let [done, killed, inHand] = [0, 0, 0]
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1000

  const handle = async (environment: Environment, name: 'convert' | 'give-up', batch: readonly Message[]) => {
    const measured = environment === environments[0]
    if (!measured && killed < kills && done > (messages * killed) / kills) {
      killed += 1
      setTimeout(environment.kill, chance(200))
    }
    const answer = await environment.call({ name, bodies: batch.map(({ body }) => body) })
    const back = answer ? answer.failed.map(number => batch[number]!) : batch
    done += batch.length - back.length
    if (name === 'convert') queue.giveBack(back)
    else queue.giveBackDead(back)
    if (measured && answer)
      samples.push({
        seconds: seconds(),
        done,
        held: batch.length,
        rssMb: megabytes(answer.rss),
        heapMb: megabytes(answer.heap),
      })
  }
  const poll = async (environment: Environment): Promise<void> => {
    for (;;) {
      for (const body of sent.splice(0)) queue.add(body)
      const live = queue.take(1 + chance(mostBatch))
      const batch = live.length > 0 ? live : queue.takeDead(mostBatch)
      if (batch.length > 0) {
        inHand += 1
        await handle(environment, live.length > 0 ? 'convert' : 'give-up', batch)
        inHand -= 1
      } else if (inHand === 0) return
      else await wait(20)
    }
  }
  try {
    await Promise.all(environments.map(poll))
    const cpuSeconds = environments.reduce((sum, environment) => sum + environment.cpuSeconds(), 0)
    return { environments: environments.length, killed, seconds: seconds(), cpuSeconds, samples }
  } finally {
    for (const environment of environments) environment.kill()
  }
}
