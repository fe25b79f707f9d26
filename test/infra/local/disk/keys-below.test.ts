import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allKeysBelow, keysBelow, scratch } from '../../../../infra/local/disk/keys-below.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

test('read at once or as they come, the keys below a folder are the same and in one order', async () => {
  const folder = await temporaryFolder()
  for (const below of ['a', 'a.b', 'a/c', `${scratch}half`, '空']) await mkdir(join(folder, below))
  for (const key of ['a/2', 'a/1', 'a/c/3', 'a.b/4', 'a-5', `${scratch}half/6`, `${scratch}7`])
    await writeFile(join(folder, key), '')
  await symlink(join(folder, 'a-5'), join(folder, 'b'))
  const keys = ['a-5', 'a.b/4', 'a/1', 'a/2', 'a/c/3', 'b']
  expect([...allKeysBelow(folder)]).toEqual(keys)
  const met: string[] = []
  for await (const key of keysBelow(folder, '', '')) met.push(key)
  expect(met).toEqual(keys)
  expect([...allKeysBelow(join(folder, 'nowhere'))]).toEqual([])
  expect([...allKeysBelow(join(folder, 'a-5'))]).toEqual([])
})
