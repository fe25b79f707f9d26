import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The paths of the files and links below a folder, links not followed. What cannot be looked into is passed over. */
export async function* filesBelow(
  folder: string,
  isIgnored: (path: string) => boolean,
): AsyncIterable<string> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name)
    if (isIgnored(path)) continue
    if (entry.isDirectory()) yield* filesBelow(path, isIgnored)
    else if (entry.isFile() || entry.isSymbolicLink()) yield path
  }
}
