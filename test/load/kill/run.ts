import { watch } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { seeded } from '../../support/random.ts'
import { besideResults } from '../check/beside-results.ts'
import { eventsOfFile, folderOutbox, wantedOnDisk } from '../check/folder.ts'
import { checkOutbox } from '../check/outbox.ts'
import { openProgress, untilDone } from '../check/progress.ts'
import { openComplaints } from '../check/wanted.ts'
import type { Submission } from '../documents/submission.ts'
import type { LoadOptions, Part } from '../part.ts'
import { putAll } from '../service/put.ts'
import { type HalfWay, lookHalfWay } from './half-way.ts'
import { startKillable } from './process.ts'
import { tearLastLine } from './tear.ts'

/** Resolves when a file is next written to: the moment between an event and the mark that it was sent. */
const nextWrite = async (path: string): Promise<void> => {
  const ending = new AbortController()
  const { promise, resolve } = Promise.withResolvers<void>()
  const watcher = watch(path, { signal: ending.signal }, () => resolve())
  await Promise.race([promise, wait(3000, undefined, { signal: ending.signal })])
  watcher.close()
  ending.abort()
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Only the last version of each: a version that is replaced while nothing runs was never there. */
const newestOf = (submission: Submission): Submission => ({
  ...submission,
  versions: [submission.versions.at(-1)!],
})

/** The service of this machine, killed with SIGKILL at random moments and started again, until all is done. */
export const loadKilled = async (
  all: readonly Submission[],
  folder: string,
  { seed, kills }: LoadOptions,
): Promise<Part> => {
  const chance = seeded(`kills ${seed}`)
  const places = { inbox: join(folder, 'inbox'), outbox: join(folder, 'outbox') }
  const complaints = openComplaints()
  const submissions = all.map(newestOf)
  const wanted = submissions.flatMap(wantedOnDisk)
  const progress = openProgress(join(places.outbox, 'events.ndjson'))
  await mkdir(places.inbox)
  // Half of them at the start, the others in portions, while it runs and while it is dead.
  const half = Math.ceil(submissions.length / 2)
  const portion = Math.ceil((submissions.length - half) / (kills + 1))
  let put = half
  const putMore = async () => {
    await putAll(places.inbox, submissions.slice(put, put + portion))
    put = Math.min(submissions.length, put + portion)
  }
  const factsPut = () => submissions.slice(0, put).flatMap(wantedOnDisk).length
  await putAll(places.inbox, submissions.slice(0, half))

  const checked = new Map<string, boolean>()
  const seen: HalfWay[] = []
  const starts: number[] = []
  let torn = 0
  const begun = performance.now()
  for (let kill = 0; kill < kills; kill += 1) {
    const running = await startKillable(places)
    starts.push(running.startMs)
    if (chance(2) === 0) await putMore()
    const enough = progress.done() + chance(Math.ceil((2 * wanted.length) / (kills + 1)))
    await untilDone(progress, Math.min(enough, factsPut()), { everyMs: 20, patienceMs: 10_000 })
    if (kill % 2 === 0) await wait(chance(100))
    else await nextWrite(join(places.outbox, 'events.ndjson'))
    await running.kill()
    if (chance(2) === 0) await putMore()
    if (kill % 4 === 3 && (await tearLastLine(places.outbox, chance(100) / 100))) torn += 1
    seen.push(await lookHalfWay(places.outbox, checked, complaints))
  }
  const running = await startKillable(places)
  starts.push(running.startMs)
  await putAll(places.inbox, submissions.slice(put))
  if (!(await untilDone(progress, wanted.length)))
    complaints.add(`only ${progress.done()} of ${wanted.length} facts were told`)
  const took = (performance.now() - begun) / 1000
  await wait(2000)
  const { code, stderr } = await running.stop()
  if (code !== 0 || stderr !== '')
    complaints.add(`the last process ended with ${code}: ${stderr.slice(0, 200)}`)

  const events = await eventsOfFile(join(places.outbox, 'events.ndjson'), complaints)
  await checkOutbox(wanted, events, folderOutbox(places.outbox), complaints, {
    allowed: besideResults,
  })
  return {
    title: 'local service, killed and started again',
    lines: [
      `${submissions.length} files, ${kills} kills, ${took.toFixed(0)} s; with ${seen[0]?.receipts ?? 0} to ${seen.at(-1)?.receipts ?? 0} receipts there`,
      `at the kills: ${sum(seen.map(({ uncommitted }) => uncommitted))} versions with outputs and no receipt, ` +
        `${sum(seen.map(({ unsent }) => unsent))} receipts not marked as sent, ` +
        `${sum(seen.map(({ asides }) => asides))} half-written files beside, ` +
        `${seen.filter(({ cutLine }) => cutLine).length} event lines cut in half (${torn} of them by us, as a power cut does)`,
      `from start to page: ${starts[0]!.toFixed(0)} ms with an empty outbox, ${starts.at(-1)!.toFixed(0)} ms in the end`,
    ],
    complaints: complaints.all,
  }
}
