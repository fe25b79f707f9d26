import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFile } from '../../lib/series/dictionary.ts'

/** A file by its path below a folder. */
export const fileOf = async (folder: string, path: string): Promise<DataFile> => {
  const place = join(folder, ...path.split('/'))
  const hash = createHash('sha256')
  for await (const part of createReadStream(place)) hash.update(part)
  return { path, size: (await stat(place)).size, sha256: hash.digest('hex') }
}

/** Every file below a folder, in the order of their paths. */
export const filesBelow = async (folder: string): Promise<readonly DataFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
  const files: DataFile[] = []
  for (const path of paths) files.push(await fileOf(folder, path))
  return files
}
