import { TransientFailure } from '../../lib/submission/errors.ts'
import { Crash, type Fault } from './faulty-ports.ts'
import { seeded } from './random.ts'
import { anew, attempt, begin, persist, settle } from './submission-play.ts'
import { type Act, next, now, old, type Scene, scenes, undertaker } from './submission-scenes.ts'
import type { World } from './submission-world.ts'

type Chance = ReturnType<typeof seeded>

const oneOf = <T>(items: readonly T[], chance: Chance): T => items[chance(items.length)]!

/** What waits for its turn to take its next step. */
interface Waiting {
  readonly pace: number
  readonly go: () => void
}

/** Lets many processes take their steps one at a time, in an order of chance; some are slow. */
const scheduler = (chance: Chance) => {
  const waiting: Waiting[] = []
  let running = 0
  const failed: unknown[] = []
  const spawn = (process: () => Promise<void>): void => {
    running += 1
    void process()
      .catch(error => failed.push(error))
      .finally(() => {
        running -= 1
      })
  }
  const turn = (pace: number) => new Promise<void>(go => waiting.push({ pace, go }))
  const step = () => {
    const drawn = waiting.map(({ pace }) => chance(pace) + 1)
    const at = drawn.indexOf(Math.max(...drawn))
    waiting.splice(at, 1)[0]!.go()
  }
  /** Until nobody is left; `meanwhile` may spawn more. */
  const drive = async (meanwhile: () => void): Promise<void> => {
    while (running > 0) {
      await new Promise(resolve => setImmediate(resolve))
      meanwhile()
      if (waiting.length > 0) step()
    }
    if (failed.length > 0) throw failed[0]
  }
  return { spawn, turn, drive }
}

/** At each step: others have their turn, then perhaps it dies, or meets 503, or its answer is lost. */
const faultOfChance = (chance: Chance, turn: (pace: number) => Promise<void>): Fault => {
  const pace = oneOf([1, 4, 4, 4, 30, 1000], chance)
  const perThousand = oneOf([0, 5, 20], chance)
  let dead = false
  return async moment => {
    await turn(pace)
    if (dead) throw new Crash()
    const drawn = chance(1000)
    if (drawn < perThousand) {
      dead = true
      throw new Crash()
    }
    if (drawn < 2 * perThousand) throw new TransientFailure('409 or 503')
    if (drawn >= 4 * perThousand) return undefined
    return moment === 'after' ? 'lost' : 'refused'
  }
}

const mostTries = 5

/** The end of a message in the dead letters. */
const bury = async (
  act: Act,
  at: World,
  chance: Chance,
  plan: ReturnType<typeof scheduler>,
): Promise<void> => {
  const last = { ...act, program: undertaker, buries: true }
  for (let tries = 0; tries < 3; tries += 1)
    if ((await attempt(last, at, faultOfChance(chance, plan.turn))).kind === 'ended') return
  await persist(last, at)
}

/** A message in the queue: tried up to five times, by whatever program there is for it, then in the dead letters. */
const consume = async (
  act: Act,
  at: World,
  chance: Chance,
  plan: ReturnType<typeof scheduler>,
): Promise<void> => {
  const fault = () => faultOfChance(chance, plan.turn)
  for (let tries = chance(3); tries < mostTries; tries += 1) {
    // It is handed out once more while this try goes on.
    if (chance(12) === 0) plan.spawn(() => bury(act, at, chance, plan))
    if ((await attempt(act, at, fault())).kind === 'ended') return
  }
  await bury(act, at, chance, plan)
}

/** What the oracle has to say of a world of chance, and what was told in it. */
export const worldOfChance = async (seed: string) => {
  const chance = seeded(seed)
  const [name, scene] = oneOf(Object.entries(scenes), chance) as [string, Scene]
  const start = oneOf(Object.values(scene.starts), chance)
  const acts = Array.from({ length: 2 + chance(4) }, () => anew(oneOf(Object.values(scene.acts), chance)))
  const at = await begin(scene, start, acts)
  const plan = scheduler(chance)
  for (const act of acts) plan.spawn(() => consume(act, at, chance, plan))
  await plan.drive(() => {
    for (let message = at.queue.shift(); message; message = at.queue.shift()) {
      const act = { message, program: oneOf([now, old, next], chance) }
      for (let copies = 1 + chance(2); copies > 0; copies -= 1)
        plan.spawn(() => consume(act, at, chance, plan))
    }
  })
  const broken = await settle(at, [...start, ...acts])
  return { name, broken, events: at.events, acts, start }
}
