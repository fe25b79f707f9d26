import { appendFile, mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { ReportEvent } from '../../../events/types.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { convert } from '../../../lib/convert.ts'
import { everyFormat } from '../../bench/inputs/index.ts'
import { sha256 } from '../../support/submission.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

let service: Service | null = null
afterEach(() => service?.close())

const stillMs = 200
const pauseMs = 900

type Copy = (path: string, parts: readonly Uint8Array[]) => Promise<void>

/** One program writes, and pauses. */
const heldOpen: Copy = async (path, parts) => {
  const file = await open(path, 'w')
  for (const part of parts) {
    await file.write(part)
    await wait(pauseMs)
  }
  await file.close()
}

/** Opened anew for each piece: nobody has it open in the pauses. */
const inPieces: Copy = async (path, parts) => {
  for (const part of parts) {
    await appendFile(path, part)
    await wait(pauseMs)
  }
}

/** The room is taken first. */
const roomFirst: Copy = async (path, parts) => {
  const file = await open(path, 'w')
  await file.truncate(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    await wait(pauseMs)
    await file.write(part, 0, part.length, at)
    at += part.length
  }
  await file.close()
}

/** As rsync and browsers do: under another name until it is whole. */
const underAnotherName =
  (other: (path: string) => string): Copy =>
  async (path, parts) => {
    await inPieces(other(path), parts)
    await rename(other(path), path)
  }

const copies: readonly Copy[] = [
  heldOpen,
  inPieces,
  roomFirst,
  underAnotherName(path => path.replace(/([^/]+)$/, '.$1.Xy12ab')),
  underAnotherName(path => `${path}.crdownload`),
]

const eventsIn = async (outbox: string): Promise<readonly ReportEvent[]> =>
  (await readFile(join(outbox, 'events.ndjson'), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

test('twenty slow copies at once: twenty right verdicts, and nothing else', async () => {
  const root = await temporaryFolder()
  const [inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
  await mkdir(inbox)
  const given = (await everyFormat()).filter(({ name }) => !/\.(?:txt|md)$/.test(name))
  const all = Array.from({ length: 20 }, (_, index) => {
    const { name, bytes } = given[index % given.length]!
    return { name: `${index}${extname(name)}`, bytes, copy: copies[index % copies.length]! }
  })
  const wanted = new Map<string, string>()
  for (const { name, bytes } of all)
    wanted.set(name, (await convert({ name, bytes, sha256: sha256(bytes) })).verdict)

  service = await startService({ inbox, outbox, port: 0, say: () => undefined, stillMs, lookMs: 1000 })
  await writeFile(join(inbox, '~$0.docx'), 'lock')
  await Promise.all(
    all.map(({ name, bytes, copy }) => {
      const size = Math.ceil(bytes.length / 4)
      const parts = [0, 1, 2, 3].map(part => bytes.subarray(part * size, (part + 1) * size))
      return copy(join(inbox, name), parts)
    }),
  )
  await until(async () => expect(await eventsIn(outbox)).toHaveLength(all.length))
  // What would be told a second time would be so by now.
  await wait(10 * stillMs)
  const told = (await eventsIn(outbox)).map(({ subject, data }) => [
    subject,
    'verdict' in data ? data.verdict : 'no report',
  ])
  expect(told.toSorted()).toEqual([...wanted].toSorted())
  expect(await readdir(inbox)).toContain('~$0.docx')
})
