import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { receiptKey } from '../../lib/submission/keys.ts'
import { loadAws } from '../load/aws/run.ts'
import { besideResults } from '../load/check/beside-results.ts'
import { eventsOfFile, folderOutbox, wantedOnDisk } from '../load/check/folder.ts'
import { checkOutbox } from '../load/check/outbox.ts'
import { openComplaints } from '../load/check/wanted.ts'
import { submissionsOf } from '../load/documents/index.ts'
import { loadKilled } from '../load/kill/run.ts'
import { loadService } from '../load/service/run.ts'
import { filesBelow, temporaryFolder } from '../support/temporary-folder.ts'

/** A small `npm run load`: what it finds in thousands it must not find in a few. */
const seed = 7

test.each([
  ['the functions on an AWS in memory', loadAws, 40, 2],
  ['the local service, killed and started again', loadKilled, 30, 4],
])('%s: nothing is lost, doubled or halved', async (_, load, count, kills) => {
  const submissions = await submissionsOf(count, seed)
  const { complaints } = await load(submissions, await temporaryFolder(), { count, seed, kills, cores: 2 })
  expect(complaints).toEqual([])
})

test('the local service: nothing is lost, doubled or halved, and what would be is seen', async () => {
  const folder = await temporaryFolder()
  const submissions = await submissionsOf(30, seed)
  const { complaints } = await loadService(submissions, folder, { count: 30, seed, kills: 0, cores: 2 })
  expect(complaints).toEqual([])

  const outbox = join(folder, 'outbox')
  const eventsPath = join(outbox, 'events.ndjson')
  const [lost, ...others] = submissions.flatMap(wantedOnDisk)
  const pages = (await filesBelow(outbox)).filter(
    path => path.endsWith('.html') && !path.startsWith(lost!.key),
  )
  await rm(join(outbox, receiptKey(lost!)))
  await writeFile(join(outbox, pages[0]!), (await readFile(join(outbox, pages[0]!))).subarray(0, 999))
  await writeFile(join(outbox, pages[1]!.replace(/[^/]+$/, '.gongkai-1')), 'half')
  const [first] = (await readFile(eventsPath, 'utf8')).split('\n')
  await appendFile(eventsPath, `${first}\n{"half":`)
  const seen = openComplaints()
  const events = await eventsOfFile(eventsPath, seen)
  await checkOutbox([lost!, ...others], events, folderOutbox(outbox), seen, {
    allowed: besideResults,
  })
  const text = seen.all.join('\n')
  for (const part of [
    'lost, no receipt',
    'is not what its receipt says',
    '.gongkai-1: belongs to no version',
  ])
    expect(text).toContain(part)
  for (const part of ['stands twice', 'does not end with a line end']) expect(text).toContain(part)
})

test('the same seed gives the same files', async () => {
  const first = await submissionsOf(40, 3)
  const second = await submissionsOf(40, 3)
  expect(first).toEqual(second)
  const expected = first
    .flatMap(submission => wantedOnDisk(submission))
    .map(wanted => wanted.expected.outcome)
  expect(expected).toHaveLength(40)
  expect(new Set(expected).size).toBeGreaterThanOrEqual(2)
})
