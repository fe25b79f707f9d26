import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFile } from '../../lib/series/dictionary.ts'

const piece = new Uint8Array(1 << 20)

/** A file by its path below a folder, read at once: of a thousand small ones a stream each takes four times as long. */
export const fileOf = (folder: string, path: string): DataFile => {
  const hash = createHash('sha256')
  const file = openSync(join(folder, ...path.split('/')), 'r')
  let size = 0
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read))
      size += read
    }
  } finally {
    closeSync(file)
  }
  return { path, size, sha256: hash.digest('hex') }
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
  return paths.map(path => fileOf(folder, path))
}
