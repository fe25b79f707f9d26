import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderStore } from '../../../infra/local/disk/folder-store.ts'
import { PermanentFailure } from '../../../lib/submission/errors.ts'
import { storeContract } from '../../support/store-contract.ts'

const roots: string[] = []
const freshRoot = async () => {
  const root = await mkdtemp(join(tmpdir(), 'gongkai-store-'))
  roots.push(root)
  return root
}
afterAll(() => Promise.all(roots.map(root => rm(root, { recursive: true, force: true }))))

const bytes = new TextEncoder().encode('x')

storeContract('folder', async () => folderStore(await freshRoot()))

test('no scratch file is left behind, and list shows none', async () => {
  const root = await freshRoot()
  const store = folderStore(root)
  await Promise.all(Array.from({ length: 10 }, () => store.putIfAbsent('k', bytes)))
  await store.put('k', bytes)
  expect(await readdir(root)).toEqual(['k'])
  await writeFile(join(root, '.gongkai-left-by-a-crash'), 'x')
  const keys: string[] = []
  for await (const { key } of store.list('')) keys.push(key)
  expect(keys).toEqual(['k'])
})

test.each(['../out', 'a/../../out', '/etc/x', 'a//b', '', 'a/.', 'a\0b'])('%j is no key', async key => {
  const store = folderStore(await freshRoot())
  await expect(async () => store.put(key, bytes)).rejects.toThrow(PermanentFailure)
})

test('a disk that refuses is a permanent failure', async () => {
  const root = await freshRoot()
  const store = folderStore(root)
  await store.put('file', bytes)
  await expect(store.put('file/below', bytes)).rejects.toThrow(PermanentFailure)
  await expect(store.put(`${'长'.repeat(200)}`, bytes)).rejects.toThrow(PermanentFailure)
})
