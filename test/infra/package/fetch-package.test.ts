import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineOf, nodeOf } from '../../../infra/package/contents.ts'
import { fetchPackage, OtherBytes } from '../../../infra/package/fetch-package.ts'
import { platforms } from '../../../infra/package/platforms.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A registry with one package. */
const registry = async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'package'))
  await writeFile(join(folder, 'package/node'), 'a binary')
  execFileSync('tar', ['-czf', 'p.tgz', 'package'], { cwd: folder })
  const bytes = await readFile(join(folder, 'p.tgz'))
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  const asked: string[] = []
  const download = async (spec: string, into: string) => {
    asked.push(spec)
    await copyFile(join(folder, 'p.tgz'), join(into, 'p.tgz'))
  }
  return { download, asked, wanted: { name: '@a/p', version: '1.0.0', integrity } }
}

test('a package is fetched once, and unpacked anew each time', async () => {
  const [{ download, asked, wanted }, cache] = [await registry(), await temporaryFolder()]
  const folder = await fetchPackage(wanted, cache, download)
  expect(await readFile(join(folder, 'node'), 'utf8')).toBe('a binary')
  await writeFile(join(folder, 'node'), 'changed by somebody')
  const offline = () => Promise.reject(new Error('no network'))
  expect(await readFile(join(await fetchPackage(wanted, cache, offline), 'node'), 'utf8')).toBe('a binary')
  expect(asked).toEqual(['@a/p@1.0.0'])
  expect((await readdir(cache)).toSorted()).toEqual(['a-p-1.0.0', 'a-p-1.0.0.tgz'])
})

test('another package than was locked is refused, from the registry and from the cache', async () => {
  const [{ download, wanted }, cache] = [await registry(), await temporaryFolder()]
  const other = { ...wanted, integrity: `sha512-${'A'.repeat(86)}==` }
  await expect(fetchPackage(other, cache, download)).rejects.toThrow(OtherBytes)
  expect(await readdir(cache)).toEqual([])
  await fetchPackage(wanted, cache, download)
  await writeFile(join(cache, 'a-p-1.0.0.tgz'), 'cut o')
  await expect(fetchPackage(wanted, cache, download)).rejects.toThrow(OtherBytes)
})

test('Node and the engine are locked for every machine', () => {
  for (const platform of platforms)
    for (const { integrity } of [nodeOf(platform), engineOf(platform)])
      expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
})
