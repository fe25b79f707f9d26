import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A fresh empty folder that goes when the tests of the file are done. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-test-'))
  afterAllFolders.push(folder)
  return folder
}

const afterAllFolders: string[] = []
afterAll(() => Promise.all(afterAllFolders.map(folder => rm(folder, { recursive: true, force: true }))))

/** All files below a folder, with / between the parts, sorted. */
export const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}
