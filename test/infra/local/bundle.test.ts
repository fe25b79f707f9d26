import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
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

const filesBelow = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
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

test('the bundle finds what lies beside the sources', async () => {
  const { stdout, status } = run(join(bundle, 'gongkai.mjs'), 'explain', 'requests-balance')
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('requests-balance') })
  const code = readdirSync(bundle).map(name => readFileSync(join(bundle, name), 'utf8'))
  for (const place of ['infra/local/web/routes.ts', 'infra/local/desk/samples.ts'])
    expect(code.filter(text => text.includes(`${place}", import.meta.url`))).toHaveLength(1)
})

test('a bundle is fresh until one of its sources changes, and never without its list', async () => {
  const list = pathToFileURL(join(bundle, 'sources.json'))
  expect(isFresh(list, root)).toBe(true)
  const named = Object.keys(JSON.parse(readFileSync(list, 'utf8')))
  expect(named).toContain('lib/convert.ts')
  expect(named).toContain('package-lock.json')

  const copy = await temporaryFolder()
  const copied = pathToFileURL(`${copy}/`)
  for (const path of named) cpSync(new URL(path, root), new URL(path, copied), { preserveTimestamps: true })
  expect(isFresh(list, copied)).toBe(true)
  utimesSync(new URL('lib/convert.ts', copied), new Date(), new Date())
  expect(isFresh(list, copied)).toBe(false)
  expect(isFresh(pathToFileURL(join(copy, 'none.json')), root)).toBe(false)
})
