import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import type { ReportEvent } from '../../../events/types.ts'
import { openPool, type Pool } from '../../../infra/local/pool/pool.ts'
import { ScanMet, tellingScans, withScans } from '../../../infra/local/pool/scans.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { Problem } from '../../../lib/model/problems.ts'
import { sha256 } from '../../support/submission.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

const script = new URL('../../support/fake-worker.ts', import.meta.url)
const scanScript = new URL('../../support/fake-scan-worker.ts', import.meta.url)

let pool: Pool | null = null
let service: Service | null = null
afterEach(async () => {
  await pool?.close()
  await service?.close()
  pool = null
  service = null
})

const usual = () => openPool({ size: 2, script })

const convert = (text: string) => {
  const bytes = new TextEncoder().encode(text)
  return pool!.convert({ name: 'a.pdf', bytes, sha256: sha256(bytes) })
}

test('a scan is read by a worker of its own, which is not started for anything else', async () => {
  let started = 0
  pool = withScans(usual(), { script: scanScript, started: () => started++ })
  await convert('one')
  await expect(convert('bad')).rejects.toMatchObject({ code: 'not-a-report' })
  await expect(convert('bug')).rejects.toMatchObject({ name: 'RangeError' })
  expect(started).toBe(0)
  const read = await Promise.all(['scan 1', 'scan 2', 'scan 3'].map(convert))
  read.forEach(({ outputs }, index) => {
    const digest = sha256(new TextEncoder().encode(`scan ${index + 1}`))
    expect(new TextDecoder().decode(outputs.json)).toContain(digest)
  })
  expect(started).toBe(1)
})

test('without the models that read pictures a scan is refused as ever, and what to do is said', async () => {
  pool = withScans(usual(), { script: scanScript })
  const refused = convert('scan without')
  await expect(refused).rejects.toBeInstanceOf(Problem)
  await expect(refused).rejects.toMatchObject({
    code: 'no-text-layer',
    remedy: { zh: expect.stringContaining('重新安装'), en: expect.stringContaining('install it again') },
  })
})

test('who has scans wait is told of them, and of nothing else', async () => {
  pool = tellingScans(usual())
  await expect(convert('scan')).rejects.toBeInstanceOf(ScanMet)
  await expect(convert('bad')).rejects.toBeInstanceOf(Problem)
  await convert('one')
})

const folders = async () => {
  const root = await temporaryFolder()
  const [inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
  await mkdir(inbox)
  return { root, inbox, outbox }
}

const facts = async (outbox: string): Promise<readonly string[]> =>
  (await readFile(join(outbox, 'events.ndjson'), 'utf8'))
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as ReportEvent)
    .map(event => `${event.subject}: ${event.type.split('.').at(-2)}`)

test('scans wait in a row of their own: no other file waits for them, and none is lost', async () => {
  const { root, inbox, outbox } = await folders()
  const go = join(root, 'go')
  const scans = Array.from({ length: 12 }, (_, index) => `scan-${index}.pdf`)
  for (const name of scans) await writeFile(join(inbox, name), `scan until ${go}`)
  service = await startService({
    ...{ inbox, outbox, port: 0, say: () => undefined, stillMs: 50 },
    ...{ pool: { script }, scans: { script: scanScript } },
  })
  await writeFile(join(inbox, 'typed.docx'), 'one')
  await until(async () => expect(await facts(outbox)).toEqual(['typed.docx: validated']))
  await writeFile(go, '')
  await until(async () =>
    expect((await facts(outbox)).toSorted()).toEqual(
      [...scans, 'typed.docx'].map(name => `${name}: validated`).toSorted(),
    ),
  )
})

test('a scan in an archive is read too', async () => {
  const { inbox, outbox } = await folders()
  const files = { 'a.pdf': strToU8('scan'), 'b.docx': strToU8('one') }
  await writeFile(join(inbox, 'all.zip'), zipSync(files))
  service = await startService({
    ...{ inbox, outbox, port: 0, say: () => undefined, stillMs: 50 },
    ...{ pool: { script }, scans: { script: scanScript } },
  })
  await until(async () =>
    expect((await facts(outbox)).toSorted()).toEqual([
      'all.zip!/a.pdf: validated',
      'all.zip!/b.docx: validated',
      'all.zip: unpacked',
    ]),
  )
})

test('turned off, a scan is refused', async () => {
  const { inbox, outbox } = await folders()
  await writeFile(join(inbox, 'a.pdf'), 'scan')
  service = await startService({
    ...{ inbox, outbox, port: 0, say: () => undefined, stillMs: 50, pool: { script } },
  })
  await until(async () => expect(await facts(outbox)).toEqual(['a.pdf: rejected']))
})
