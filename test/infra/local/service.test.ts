import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import type { ReportEvent } from '../../../events/types.ts'
import type { Entry } from '../../../infra/local/results/listing.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

const script = new URL('../../support/fake-worker.ts', import.meta.url)
let service: Service | null = null
afterEach(async () => {
  await service?.close()
  service = null
})

const folders = async () => {
  const root = await temporaryFolder()
  const [inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
  await mkdir(inbox)
  return { inbox, outbox }
}

/** Long enough for a machine that does ten things at once; a file that never ends takes all of it. */
const deadlineMs = 5_000

const start = async (places: { inbox: string; outbox: string }, stillMs = 100) => {
  const said: string[] = []
  service = await startService({
    ...places,
    port: 0,
    say: line => said.push(line),
    pool: { script, deadlineMs },
    stillMs,
  })
  return said
}

const eventsIn = async (outbox: string): Promise<ReportEvent[]> => {
  const lines = (await readFile(join(outbox, 'events.ndjson'), 'utf8')).split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line))
}

/** Events as "file: what happened", once there are so many. */
const facts = async (outbox: string, count: number) => {
  await until(async () => expect((await eventsIn(outbox)).length).toBeGreaterThanOrEqual(count))
  return (await eventsIn(outbox)).map(event => `${event.subject}: ${event.type.split('.').at(-2)}`).toSorted()
}

test('says first where everything is and what to do', async () => {
  const { inbox, outbox } = await folders()
  const said = (await start({ inbox, outbox })).join('\n')
  for (const part of [inbox, outbox, join(outbox, 'events.ndjson'), service!.page, 'Ctrl-C'])
    expect(said).toContain(part)
})

test('converts what is there and what lands; one bad file stops no other', async () => {
  const { inbox, outbox } = await folders()
  await writeFile(join(inbox, 'there.docx'), 'one')
  const said = await start({ inbox, outbox })
  await mkdir(join(inbox, '青禾县'))
  await writeFile(join(inbox, '青禾县', '100% (终稿)+1.docx'), 'wrong')
  await writeFile(join(inbox, 'damaged.docx'), 'bad')
  await writeFile(join(inbox, 'spin.docx'), 'spin')
  await writeFile(join(inbox, '~$there.docx'), 'lock')
  expect(await facts(outbox, 4)).toEqual([
    'damaged.docx: rejected',
    'spin.docx: conversion-failed',
    'there.docx: validated',
    '青禾县/100% (终稿)+1.docx: validated',
  ])
  await writeFile(join(inbox, 'after.docx'), 'after')
  expect(await facts(outbox, 5)).toContain('after.docx: validated')
  await until(() => expect(said.join('\n')).toContain('after.docx'))
  const lines = said.join('\n')
  for (const part of [
    'there.docx',
    'requests-row-total',
    '不通过',
    'not-a-report',
    'out-of-time',
    'after.docx',
  ])
    expect(lines).toContain(part)
  expect(lines).not.toContain('~$')
})

test('files copied in bursts, begun before the start or after it, are converted once, whole', async () => {
  const { inbox, outbox } = await folders()
  const [before, after] = [join(inbox, 'before.txt'), join(inbox, 'after.txt')]
  await appendFile(before, 'burst ')
  await start({ inbox, outbox }, 600)
  for (let burst = 0; burst < 6; burst += 1) {
    await Promise.all([before, after].map(path => appendFile(path, 'burst ')))
    await new Promise(resolve => setTimeout(resolve, 150))
  }
  await facts(outbox, 2)
  await new Promise(resolve => setTimeout(resolve, 700))
  const sizes = (await eventsIn(outbox)).map(event => [event.subject, event.data.upload.size])
  expect(Object.fromEntries(sizes)).toEqual({ 'before.txt': 42, 'after.txt': 36 })
  expect(sizes).toHaveLength(2)
})

test('a restart converts nothing again, and takes what came meanwhile', async () => {
  const { inbox, outbox } = await folders()
  await writeFile(join(inbox, 'a.docx'), 'one')
  await start({ inbox, outbox })
  await facts(outbox, 1)
  await service!.close()
  const before = await filesBelow(outbox)
  await writeFile(join(inbox, 'b.docx'), 'two')
  await start({ inbox, outbox })
  expect(await facts(outbox, 2)).toEqual(['a.docx: validated', 'b.docx: validated'])
  const after = await filesBelow(outbox)
  expect(after.filter(file => file.startsWith('a.docx'))).toEqual(
    before.filter(file => file.startsWith('a.docx')),
  )
})

test('a new text under the same name is a new version, and the latest', async () => {
  const { inbox, outbox } = await folders()
  await writeFile(join(inbox, 'a.docx'), 'one')
  await start({ inbox, outbox })
  await facts(outbox, 1)
  await writeFile(join(inbox, '.half'), 'bad news')
  await rename(join(inbox, '.half'), join(inbox, 'a.docx'))
  expect(await facts(outbox, 2)).toEqual(['a.docx: rejected', 'a.docx: validated'])
  await until(async () => {
    const latest = JSON.parse(await readFile(join(outbox, 'a.docx', 'latest.json'), 'utf8'))
    const rejected = (await eventsIn(outbox)).find(event => event.type === 'gongkai.report.rejected.v1')
    expect(latest.version).toBe(rejected?.data.upload.version)
    const validated = (await eventsIn(outbox)).find(event => event.type === 'gongkai.report.validated.v1')
    // What was told too early is withdrawn.
    expect(rejected?.data.upload.supersedes).toEqual({
      version: validated?.data.upload.version,
      event: validated?.id,
    })
  })
})

test('the files of an archive are converted each by itself, and listed', async () => {
  const places = await folders()
  const files = { '甲局/一.docx': 'one', '乙局.docx': 'bad', 'spin.docx': 'spin' }
  const parcel = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))
  await writeFile(join(places.inbox, '全市.zip'), zipSync(parcel))
  const said = await start(places)
  expect(await facts(places.outbox, 4)).toEqual([
    '全市.zip!/spin.docx: conversion-failed',
    '全市.zip!/乙局.docx: rejected',
    '全市.zip!/甲局/一.docx: validated',
    '全市.zip: unpacked',
  ])
  await until(() => expect(said.join('\n')).toContain('压缩包 3 份'))
  const listed = (await (await fetch(`${service!.page}api/reports`)).json()) as Entry[]
  expect(listed.map(({ key, state }) => `${key} ${state}`).toSorted()).toEqual(
    ['全市.zip', ...Object.keys(files).map(name => `全市.zip!/${name}`)].map(key => `${key} done`).toSorted(),
  )
  expect(listed.find(({ key }) => key === '全市.zip')!.result).toMatchObject({
    outcome: 'unpacked',
    unpacked: { files: 3, verdicts: { valid: 1, rejected: 1, failed: 1 } },
  })
  await service!.close()
  await start(places)
  await new Promise(resolve => setTimeout(resolve, 400))
  expect(await eventsIn(places.outbox)).toHaveLength(4)
})

test('closing finishes what is in hand', async () => {
  const { inbox, outbox } = await folders()
  const said = await start({ inbox, outbox })
  await writeFile(join(inbox, 'slow.docx'), 'slow')
  const working = async () => {
    const entries = await (await fetch(`${service!.page}api/reports`)).json()
    expect(entries).toMatchObject([{ state: 'checking' }])
  }
  await until(working)
  await service!.close()
  expect(await eventsIn(outbox)).toHaveLength(1)
  expect(said.join('\n')).toContain('slow.docx')
})

test('an inbox that was not there begins with the sample reports', async () => {
  const root = await temporaryFolder()
  const [inbox, outbox] = [join(root, 'new', 'inbox'), join(root, 'outbox')]
  await start({ inbox, outbox })
  const samples = await filesBelow(inbox)
  expect(samples.length).toBeGreaterThanOrEqual(3)
  expect(await facts(outbox, samples.length)).toHaveLength(samples.length)
})

test('an outbox inside the inbox is refused: results would be converted again', async () => {
  const { inbox } = await folders()
  await expect(start({ inbox, outbox: join(inbox, 'out') })).rejects.toThrow('outbox')
})

test('a line cut off by a crash is taken back', async () => {
  const { inbox, outbox } = await folders()
  await mkdir(outbox)
  await writeFile(join(outbox, 'events.ndjson'), '{"specversion":"1.')
  await start({ inbox, outbox })
  await writeFile(join(inbox, 'a.docx'), 'one')
  await until(async () => {
    expect(await eventsIn(outbox)).toMatchObject([{ subject: 'a.docx' }])
  })
})
