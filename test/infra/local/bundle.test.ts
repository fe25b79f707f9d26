import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { bundleLocal } from '../../../infra/local/bundle/bundle-local.ts'
import { isFresh } from '../../../infra/local/bundle/fresh.js'
import { fixture } from '../../support/samples.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const root = new URL('../../../', import.meta.url)
let bundle: string
beforeAll(async () => {
  bundle = await temporaryFolder()
  await bundleLocal(bundle)
})

const run = (program: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })

/** Where a service that was started says it can be reached. */
const addressOf = (service: ChildProcessByStdio<null, Readable, null>): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    service.stdout.on('data', chunk => {
      said += chunk
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
      if (address) resolve(address)
    })
    service.on('exit', () => reject(new Error(`it ended: ${said}`)))
  })

/** What says which program wrote it, and when. */
const ofTheRun = new Set(['batch.json', 'receipt.json'])

const filesBelow = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !ofTheRun.has(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length), readFileSync(path)]),
  )

test('the bundle and the sources write the same bytes, whatever the format', async () => {
  const inbox = await temporaryFolder()
  cpSync(new URL('infra/local/samples', root), inbox, { recursive: true })
  for (const kind of ['doc', 'odt', 'rtf', 'xlsx'] as const)
    writeFileSync(join(inbox, `报告.${kind}`), fixture(kind, 'qinghe-2023'))
  writeFileSync(join(inbox, '网页.pdf'), fixture('pdf', 'browser'))
  writeFileSync(join(inbox, '网页.html'), '<h1>通知</h1>')
  const [ours, theirs] = [await temporaryFolder(), await temporaryFolder()]
  const bundled = run(join(bundle, 'gongkai.mjs'), 'convert', inbox, '--out', ours)
  const sources = run(new URL('infra/local/gongkai.ts', root).pathname, 'convert', inbox, '--out', theirs)
  expect(bundled.stderr).toBe('')
  expect(bundled.status).toBe(sources.status)
  const expected = filesBelow(theirs)
  expect(expected.size).toBeGreaterThan(25)
  expect(filesBelow(ours)).toEqual(expected)
})

test('the bundle serves its page and fills its inbox wherever it is copied to', async () => {
  const [copy, place] = [await temporaryFolder(), await temporaryFolder()]
  cpSync(bundle, copy, { recursive: true })
  const service = spawn(process.execPath, [join(copy, 'gongkai.mjs'), 'start', '--port', '0'], {
    cwd: place,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void service.kill('SIGKILL'))
  const address = await addressOf(service)
  const assets = new URL('infra/local/web/assets/', root)
  for (const [path, name] of [
    ['app.js', 'app.js'],
    ['style.css', 'style.css'],
    ['report', 'report/index.html'],
  ] as const) {
    const answer = await fetch(new URL(path, address))
    expect(await answer.text(), path).toBe(readFileSync(new URL(name, assets), 'utf8'))
  }
  expect(await (await fetch(address)).text()).toContain('<title>')
  expect(readdirSync(join(place, 'inbox')).toSorted()).toEqual(
    expect.arrayContaining(readdirSync(new URL('infra/local/samples', root))),
  )
  service.kill('SIGTERM')
  expect(await once(service, 'exit')).toEqual([0, null])
})

test('nothing outside the bundle is named in it, but for the engine of seasons', () => {
  const code = readdirSync(bundle).filter(name => name.endsWith('.mjs'))
  const imported =
    /(?:^import |^\} from |^(?:import|export) .* from |\bimport\(|\brequire\d*\()"([\w@.:/-]+)"/gm
  const asked = code.flatMap(name =>
    [...readFileSync(join(bundle, name), 'utf8').matchAll(imported)].map(([, what]) => what!),
  )
  expect(asked).toContain('node:fs')
  const outside = asked.filter(what => !what.startsWith('./') && !isBuiltin(what))
  // The other is a way to sign that the AWS SDK can do without, and names in a sentence.
  expect(new Set(outside)).toEqual(new Set(['@duckdb/node-api', '@aws-sdk/signature-v4-crt']))
})

test('a bundle is fresh until one of its sources changes, and never without its list', async () => {
  const list = pathToFileURL(join(bundle, 'sources.json'))
  expect(isFresh(list, root)).toBe(true)
  const named = Object.keys(JSON.parse(readFileSync(list, 'utf8')))
  expect(named).toContain('lib/convert.ts')
  expect(named).toContain('package-lock.json')
  expect(named).toContain('infra/local/web/assets/app.js')
  expect(named.filter(name => name.startsWith('infra/local/samples/'))).toHaveLength(3)

  const copy = await temporaryFolder()
  const copied = pathToFileURL(`${copy}/`)
  for (const path of named) cpSync(new URL(path, root), new URL(path, copied), { preserveTimestamps: true })
  expect(isFresh(list, copied)).toBe(true)
  utimesSync(new URL('lib/convert.ts', copied), new Date(), new Date())
  expect(isFresh(list, copied)).toBe(false)
  expect(isFresh(pathToFileURL(join(copy, 'none.json')), root)).toBe(false)
})
