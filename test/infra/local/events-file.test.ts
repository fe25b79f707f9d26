import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { eventsFile } from '../../../infra/local/disk/events-file.ts'
import { prepareFolders } from '../../../infra/local/service/prepare-folders.ts'
import { eventSample } from '../../support/deployed.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'

const sample = eventSample('report-rejected/v1.password-protected')
const event = (id: string, time = new Date().toISOString()) => ({ ...sample, id, time })
const line = (id: string) => `${JSON.stringify(event(id))}\n`

let path: string
beforeEach(async () => {
  path = join(await temporaryFolder(), 'outbox', 'events.ndjson')
})
const ids = async () =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map(text => JSON.parse(text).id)
const before = async (text: string) => {
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, text)
}

test.each([
  ['nothing', '', []],
  ['whole lines', line('a') + line('b'), ['a', 'b']],
  ['a half line alone', '{"specversion":"1.', []],
  ['a half line behind others', `${line('a')}{"specver`, ['a']],
  ['a line without its end', line('a') + line('b').trimEnd(), ['a']],
  ['a half line of 200 kB', `${line('a')}"${'长'.repeat(70_000)}`, ['a']],
])('a file that holds %s holds whole lines once it is opened', async (_, text, expected) => {
  await before(text)
  const bus = await eventsFile(path, () => undefined)
  expect(await ids()).toEqual(expected)
  await bus.publish([event('new')])
  expect(await ids()).toEqual([...expected, 'new'])
})

test('an event from before the crash is written unless it stands there', async () => {
  const old = new Date(Date.now() - 60_000).toISOString()
  await before(line('told') + line('other'))
  const seen: string[] = []
  const bus = await eventsFile(path, ({ id }) => seen.push(id))
  for (const id of ['told', 'untold', 'untold']) expect(await bus.publish([event(id, old)])).toEqual([])
  expect(await ids()).toEqual(['told', 'other', 'untold'])
  expect(seen).toEqual(['untold'])
})

test('a replay tells the same fact again', async () => {
  await before(line('told'))
  const bus = await eventsFile(path, () => undefined)
  await bus.publish([event('told')])
  expect(await ids()).toEqual(['told', 'told'])
})

test('what a process that died left half written is gone after the next start', async () => {
  const root = await temporaryFolder()
  const [inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
  await mkdir(join(outbox, '青禾县', 'a.docx', 'v1'), { recursive: true })
  await mkdir(inbox)
  const aside = () => `.gongkai-${randomUUID()}`
  for (const name of [aside(), `青禾县/a.docx/v1/${aside()}`, '青禾县/a.docx/v1/a.json'])
    await appendFile(join(outbox, name), 'half')
  for (const name of [aside(), '.gongkai-notes', '年报.docx']) await appendFile(join(inbox, name), 'half')
  await prepareFolders({ inbox, outbox, season: join(root, 'season') })
  expect(await filesBelow(outbox)).toEqual(['青禾县/a.docx/v1/a.json'])
  expect((await filesBelow(inbox)).toSorted()).toEqual(['.gongkai-notes', '年报.docx'])
})
