import { versionPrefix } from '../../lib/submission/keys.ts'
import { Crash, type Fault } from './faulty-ports.ts'
import { type Act, now, type Scene, scenes, undertaker } from './submission-scenes.ts'
import { type Try, type World, world } from './submission-world.ts'

/** A try of an act. */
export const attempt = async (act: Act, at: World, fault?: Fault): Promise<Try> => {
  const { message, program, buries, gone } = act
  if (gone) at.files.delete(versionPrefix(message.upload))
  return buries ? at.bury(message, program, fault) : at.deliver(message, program, fault)
}

/** Tries an act until it is through; in the end it is given up. What the queue holds of a first one is this. */
export const persist = async (act: Act, at: World): Promise<void> => {
  const { upload, again } = act.message
  const place = again ? -1 : at.queue.findIndex(message => message.upload.key === upload.key)
  if (place >= 0) at.queue.splice(place, 1)
  for (let tries = 0; tries < 5; tries += 1) if ((await attempt(act, at)).kind === 'ended') return
  const { kind } = await at.bury(act.message, undertaker)
  if (kind !== 'ended') at.complain('a message that cannot be ended')
}

/** A world in which `start` has happened, and `acts` will. */
export const begin = async (
  { content }: Scene,
  start: readonly Act[],
  acts: readonly Act[],
): Promise<World> => {
  const withdrawn = acts.concat(start).flatMap(({ message }) => message.withdraw ?? [])
  const at = world(content, new Set(withdrawn))
  for (const act of start) await persist(act, at)
  return at
}

/** Delivers what the queue holds and hears the oracle. */
export const settle = async (at: World, acts: readonly Act[]): Promise<readonly string[]> => {
  const uploads = new Map(acts.map(({ message: { upload } }) => [upload.key + upload.version, upload]))
  for (let message = at.queue.shift(); message; message = at.queue.shift())
    await persist({ message, program: now }, at)
  at.atTheEnd([...uploads.values()])
  return at.broken
}

/** Counts moments; at the one given, and ever after, the process is dead. */
export const crashAt = (moment: number) => {
  let count = 0
  const fault: Fault = async () => {
    count += 1
    if (count >= moment) throw new Crash()
  }
  return { fault, moments: () => count }
}

/** An act after a start, and perhaps another beside it. */
interface Case {
  readonly where: string
  readonly scene: Scene
  readonly start: readonly Act[]
  readonly acts: readonly Act[]
}

/** The act with a message of its own. */
export const anew = (act: Act): Act => ({ ...act, message: { ...act.message } })

/** Every act after every start of a scene, with every act beside it or alone. */
const casesOf = (name: string, beside: boolean): readonly Case[] => {
  const scene = scenes[name]!
  const acts = Object.entries(scene.acts)
  return Object.entries(scene.starts).flatMap(([startName, start]) =>
    acts.flatMap(([actName, act]) => {
      const where = `${startName}, ${actName}`
      if (!beside) return [{ where, scene, start, acts: [anew(act)] }]
      return acts.map(([otherName, other]) => ({
        where: `${where}, beside ${otherName}`,
        scene,
        start,
        acts: [anew(act), anew(other)],
      }))
    }),
  )
}

const momentsOf = async ({ scene, start, acts }: Case): Promise<number> => {
  const counter = crashAt(Number.POSITIVE_INFINITY)
  await attempt(acts[0]!, await begin(scene, start, acts), counter.fault)
  return counter.moments()
}

/** What the oracle says of a world. */
export interface Heard {
  readonly where: string
  readonly broken: readonly string[]
}

/** The first act dies at a step, once or in every try, and is tried until it is through. One in `every` steps. */
export async function* crashesOf(name: string, every: number): AsyncGenerator<Heard> {
  let count = 0
  for (const one of casesOf(name, false)) {
    const [act] = one.acts as [Act]
    const moments = await momentsOf(one)
    for (let moment = 1; moment <= moments; moment += 1)
      for (const tries of [1, 5]) {
        count += 1
        if (count % every !== 0) continue
        const at = await begin(one.scene, one.start, one.acts)
        for (let made = 0; made < tries; made += 1) await attempt(act, at, crashAt(moment).fault)
        await persist({ ...act, buries: tries > 1 || act.buries === true }, at)
        const broken = await settle(at, [...one.start, act])
        yield { where: `${one.where}: ${tries} crashes at ${moment}`, broken }
      }
  }
}

/**
 * The first act is held up at a step until the second is through, and goes on or dies. One in `every` steps, of the cases
 * that `where` begins.
 */
export async function* interleavingsOf(name: string, every: number, where = ''): AsyncGenerator<Heard> {
  let count = 0
  for (const one of casesOf(name, true)) {
    if (!one.where.startsWith(where)) continue
    const [act, other] = one.acts as [Act, Act]
    const moments = await momentsOf(one)
    for (let moment = 2; moment <= moments; moment += 1)
      for (const dies of [false, true]) {
        count += 1
        if (count % every !== 0) continue
        const at = await begin(one.scene, one.start, one.acts)
        let met = 0
        let beside = Promise.resolve()
        const fault: Fault = async () => {
          met += 1
          if (met === moment) beside = persist(other, at)
          await beside
          if (dies && met >= moment) throw new Crash()
          return undefined
        }
        const { kind } = await attempt(act, at, fault)
        await beside
        if (kind !== 'ended') await persist(act, at)
        const broken = await settle(at, [...one.start, ...one.acts])
        yield { where: `${one.where}: at ${moment}${dies ? ', and dies' : ''}`, broken }
      }
  }
}
