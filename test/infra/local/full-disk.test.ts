import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ReportEvent } from '../../../events/types.ts'
import { eventsFile } from '../../../infra/local/disk/events-file.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { eventSample } from '../../support/deployed.ts'
import { smallDisk, unmountDisks } from '../../support/small-disk.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

const script = new URL('../../support/fake-worker.ts', import.meta.url)

const diskBytes = 512 * 1024

let service: Service | null = null
afterEach(async () => {
  await service?.close()
  service = null
})

const eventsIn = async (outbox: string): Promise<readonly ReportEvent[]> =>
  (await readFile(join(outbox, 'events.ndjson'), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

const canMount = await smallDisk(diskBytes / 1024).then(folder => folder !== null)
unmountDisks()

describe.runIf(canMount)('on a disk that is full', () => {
  test('files wait, it is said once, and all are told once when there is room again', async () => {
    const root = await temporaryFolder()
    const inbox = join(root, 'inbox')
    await mkdir(inbox)
    const disk = (await smallDisk(diskBytes / 1024))!
    const outbox = join(disk, 'outbox')
    const said: string[] = []
    const say = (line: string) => said.push(line)
    service = await startService({ inbox, outbox, port: 0, say, pool: { script }, stillMs: 50, lookMs: 500 })
    await writeFile(join(inbox, 'first.docx'), 'first')
    await until(async () => expect(await eventsIn(outbox)).toHaveLength(1))

    const filler = join(disk, 'filler')
    await writeFile(filler, Buffer.alloc(2 * diskBytes)).catch(() => undefined)
    const names = Array.from({ length: 8 }, (_, index) => `${index}.docx`)
    for (const name of names) await writeFile(join(inbox, name), `one ${name}`)
    await until(() => expect(said.join('\n')).toContain('磁盘已满'))
    await until(async () => {
      const entries = await (await fetch(`${service!.page}api/reports`)).json()
      expect(JSON.stringify(entries)).toContain('磁盘已满')
    })
    await new Promise(resolve => setTimeout(resolve, 1000))
    expect(said.filter(line => line.includes('磁盘已满'))).toHaveLength(1)
    expect(await eventsIn(outbox)).toHaveLength(1)

    await rm(filler)
    await until(async () => expect(await eventsIn(outbox)).toHaveLength(1 + names.length))
    await until(() => expect(said.join('\n')).toContain('又能写入'))
    const subjects = (await eventsIn(outbox)).map(({ subject }) => subject)
    expect(subjects.toSorted()).toEqual(['first.docx', ...names].toSorted())
    const files = await filesBelow(outbox)
    expect(files.filter(file => file.endsWith('/sent.json'))).toHaveLength(1 + names.length)
    expect(files.filter(file => file.includes('.gongkai-'))).toEqual([])
  })

  test('however little room there is left, no event is doubled and none is half', async () => {
    const root = await temporaryFolder()
    const inbox = join(root, 'inbox')
    await mkdir(inbox)
    const disk = (await smallDisk(diskBytes / 1024))!
    const outbox = join(disk, 'outbox')
    service = await startService({
      inbox,
      outbox,
      port: 0,
      say: () => undefined,
      pool: { script },
      stillMs: 20,
      lookMs: 500,
    })
    const filler = join(disk, 'filler')
    // Full to the last byte, then room for one page more each time: it stops at every step there is.
    let size = diskBytes
    const fill = async () => {
      await rm(filler, { force: true })
      await writeFile(filler, Buffer.alloc(size)).catch(() => undefined)
    }
    await fill()
    const names = Array.from({ length: 4 }, (_, index) => `${index}.docx`)
    for (const name of names) await writeFile(join(inbox, name), `one ${name}`)
    for (let step = 0; step < 20; step += 1) {
      size -= 4096
      await fill()
      await new Promise(resolve => setTimeout(resolve, 60))
    }
    await rm(filler)
    await until(async () => {
      const sent = (await filesBelow(outbox)).filter(file => file.endsWith('/sent.json'))
      expect(sent).toHaveLength(names.length)
    })
    const events = await eventsIn(outbox)
    expect(events.map(({ subject }) => subject).toSorted()).toEqual(names)
    expect(new Set(events.map(({ id }) => id)).size).toBe(names.length)
  })
})

test.runIf(process.platform === 'linux')(
  'an event that a full disk did not take is written once, when it does',
  async () => {
    const sample = eventSample('report-rejected/v1.password-protected')
    const event = { ...sample, time: new Date(Date.now() + 1000).toISOString() }
    const path = join(await temporaryFolder(), 'events.ndjson')
    await symlink('/dev/full', path)
    const bus = await eventsFile(path, () => undefined)
    await expect(bus.publish([event])).rejects.toThrow('ENOSPC')
    await rm(path)
    await bus.publish([event])
    // The mark that it was sent could not be written: it comes again.
    await bus.publish([event])
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(2)
  },
)
