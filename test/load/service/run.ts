import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { besideResults } from '../check/beside-results.ts'
import { eventsOfFile, folderOutbox, wantedOnDisk } from '../check/folder.ts'
import { grown, megabytes, type Sample } from '../check/memory.ts'
import { checkOutbox } from '../check/outbox.ts'
import { openProgress, untilDone } from '../check/progress.ts'
import { openComplaints } from '../check/wanted.ts'
import type { Submission } from '../documents/submission.ts'
import type { LoadOptions, Part } from '../part.ts'
import { memoryLines, throughputLine } from '../report.ts'
import { watchPage } from './page.ts'
import { putAll, replaceFile } from './put.ts'
import { startServiceProcess } from './start.ts'

/** Contents of uploads alive at once in the main thread: those in hand, and what a collection comes too early for. */
export const mostHeld = (cores: number): number => 2 * Math.min(cores, 8)

/** All submissions through the local service at once, some replaced while their first version is in work. */
export const loadService = async (
  submissions: readonly Submission[],
  folder: string,
  { cores }: LoadOptions,
): Promise<Part> => {
  const places = { inbox: join(folder, 'inbox'), outbox: join(folder, 'outbox') }
  const complaints = openComplaints()
  const wanted = submissions.flatMap(wantedOnDisk)
  const progress = openProgress(join(places.outbox, 'events.ndjson'))
  const toReplace = new Map(
    submissions.filter(({ versions }) => versions.length > 1).map(one => [one.key, one]),
  )
  const samples: Sample[] = []
  const replacing: Promise<void>[] = []
  let cpuSeconds = 0
  await mkdir(places.inbox)
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  const service = await startServiceProcess(places, message => {
    if (message.kind === 'read') {
      const submission = toReplace.get(message.key)
      toReplace.delete(message.key)
      if (submission) replacing.push(replaceFile(places.inbox, submission, replacing.length % 2 === 0))
    }
    if (message.kind !== 'sample') return
    const { rss, heap, held } = message
    cpuSeconds = message.cpuSeconds
    const done = progress.done()
    samples.push({ seconds: seconds(), held, done, rssMb: megabytes(rss), heapMb: megabytes(heap) })
  })
  const page = await watchPage(service.page)
  const begun = seconds()
  await putAll(places.inbox, submissions)
  const putAfter = seconds() - begun
  if (!(await untilDone(progress, wanted.length)))
    complaints.add(`only ${progress.done()} of ${wanted.length} facts were told`)
  const took = seconds() - begun
  await Promise.all(replacing)
  // What would be converted a second time would be so now.
  await wait(2000)
  const heard = page.close()
  const code = await service.close()
  if (code !== 0) complaints.add(`the service ended with ${code}`)
  if (toReplace.size > 0) complaints.add(`${toReplace.size} files were never read`)

  const events = await eventsOfFile(join(places.outbox, 'events.ndjson'), complaints)
  await checkOutbox(wanted, events, folderOutbox(places.outbox), complaints, {
    allowed: besideResults,
  })
  const growth = grown(samples)
  if (growth) complaints.add(growth)
  const held = Math.max(0, ...samples.map(sample => sample.held))
  if (held > mostHeld(cores))
    complaints.add(`${held} uploads in memory at once, at most ${mostHeld(cores)} are allowed`)
  return {
    title: 'local service',
    lines: [
      `${submissions.length} files in ${wanted.length} versions put in within ${putAfter.toFixed(1)} s; ${replacing.length} replaced while in work`,
      throughputLine(wanted.length, took, cpuSeconds),
      `uploads in memory at once: at most ${held} (of ${wanted.length}; allowed ${mostHeld(cores)})`,
      `a page that watched heard ${heard.changes} changes`,
      ...memoryLines(samples, 'uploads held'),
    ],
    complaints: complaints.all,
  }
}
