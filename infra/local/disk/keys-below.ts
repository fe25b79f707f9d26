import { type Dirent, readdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { compareKeys } from '../../../lib/submission/key-order.ts'
import { codeOf } from './error-code.ts'

/** Half-written files are called so, beside the file they are to become: a rename then stays on one disk. */
export const scratch = '.gongkai-'

/** Of the keys that each leads to: what is in a folder stands under its name with a slash. */
const inKeyOrder = (entries: readonly Dirent[]): readonly Dirent[] => {
  const place = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name)
  return entries.toSorted((a, b) => compareKeys(place(a), place(b)))
}

const isNotThere = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'

/** All of them without waiting: of thousands of small folders half the time. For a process that has nothing else to do. */
export function* allKeysBelow(folder: string, prefix = ''): Iterable<string> {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isNotThere(error)) return
    throw error
  }
  for (const entry of inKeyOrder(entries)) {
    const key = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.name.startsWith(scratch)) continue
    if (entry.isDirectory()) yield* allKeysBelow(join(folder, entry.name), key)
    else if (entry.isFile() || entry.isSymbolicLink()) yield key
  }
}

/**
 * The keys of the files and links below a folder that stand behind `after`, in their order; links are not followed.
 * `prefix`: what the folder's own keys begin with. Half-written files are none.
 */
export async function* keysBelow(folder: string, prefix: string, after: string): AsyncIterable<string> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isNotThere(error)) return
    throw error
  }
  for (const entry of inKeyOrder(entries)) {
    const key = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.name.startsWith(scratch)) continue
    if (entry.isDirectory()) {
      const under = `${key}/`
      if (compareKeys(under, after) >= 0 || after.startsWith(under))
        yield* keysBelow(join(folder, entry.name), key, after)
    } else if ((entry.isFile() || entry.isSymbolicLink()) && compareKeys(key, after) > 0) yield key
  }
}
