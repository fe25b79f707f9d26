import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { PermanentFailure, TransientFailure } from '../../../lib/submission/errors.ts'
import type { Listed, Store, Stored } from '../../../lib/submission/ports.ts'
import { codeOf } from './error-code.ts'
import { keysBelow, scratch } from './keys-below.ts'
import { sha256 } from './sha256.ts'

const isScratch = /^\.gongkai-[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Removes what a process that died left half written in a folder, and below it if asked. No other may write there. */
export const removeHalfWritten = async (root: string, recursive: boolean): Promise<void> => {
  const entries = await readdir(root, { recursive, withFileTypes: true })
  for (const entry of entries)
    if (entry.isFile() && isScratch.test(entry.name))
      await rm(join(entry.parentPath, entry.name), { force: true })
}

const passing = new Set(['EAGAIN', 'EBUSY', 'EMFILE', 'ENFILE', 'ETIMEDOUT', 'EINTR'])

const failure = (error: unknown, key: string): Error => {
  const code = codeOf(error)
  const Kind = passing.has(code) ? TransientFailure : PermanentFailure
  return new Kind(`${key}: ${code || String(error)}`, { cause: error })
}

/** Where a key stands on disk; refuses keys that would leave the root. */
export const pathOfKey = (root: string, key: string): string => {
  const parts = key.split('/')
  const foreign = (part: string) =>
    part === '' ||
    part === '.' ||
    part === '..' ||
    part.startsWith(scratch) ||
    part.includes('\0') ||
    (sep === '\\' && /[\\:]/.test(part))
  if (parts.some(foreign)) throw new PermanentFailure(`not a key of this store: ${key}`)
  return join(root, ...parts)
}

const read = async (path: string): Promise<Stored | null> => {
  try {
    const bytes = await readFile(path)
    return { bytes, etag: sha256(bytes) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw error
  }
}

const writeInto = async (folder: string, file: string, bytes: Uint8Array): Promise<void> => {
  try {
    await writeFile(file, bytes)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await mkdir(folder, { recursive: true })
    await writeFile(file, bytes)
  }
}

/** What is half written now. A process that is asked twice to stop ends without finishing it. */
const halfWritten = new Set<string>()
let isWatched = false

const watchEnd = (): void => {
  if (isWatched) return
  isWatched = true
  process.on('exit', () => {
    for (const path of halfWritten) rmSync(path, { force: true })
  })
}

/** Writes the bytes beside `path` and hands the name of that file on. If anything fails, nothing of it is left. */
const withAside = async <T>(
  path: string,
  bytes: Uint8Array,
  use: (aside: string) => Promise<T>,
): Promise<T> => {
  const folder = dirname(path)
  const aside = join(folder, `${scratch}${randomUUID()}`)
  watchEnd()
  halfWritten.add(aside)
  try {
    await writeInto(folder, aside, bytes)
    return await use(aside)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  } finally {
    halfWritten.delete(aside)
  }
}

const replace = (path: string, bytes: Uint8Array): Promise<void> =>
  withAside(path, bytes, aside => rename(aside, path))

const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'])

/** Disks without hard links (exFAT): claim the name first, then put the whole file over the claim. */
const createWithoutLink = async (path: string, aside: string): Promise<void> => {
  await (await open(path, 'wx')).close()
  await rename(aside, path)
}

const create = (path: string, bytes: Uint8Array): Promise<boolean> =>
  withAside(path, bytes, async aside => {
    let created = true
    try {
      await link(aside, path).catch(error => {
        if (!noHardLinks.has(codeOf(error))) throw error
        return createWithoutLink(path, aside)
      })
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      created = false
    }
    await rm(aside, { force: true })
    return created
  })

async function* listUnder(root: string, prefix: string, after = ''): AsyncIterable<Listed> {
  const folder = prefix.slice(0, Math.max(prefix.lastIndexOf('/'), 0))
  const start = folder === '' ? root : pathOfKey(root, folder)
  for await (const key of keysBelow(start, folder, after)) {
    if (!key.startsWith(prefix)) continue
    const facts = await stat(pathOfKey(root, key)).catch(() => null)
    if (facts) yield { key, modified: facts.mtime }
  }
}

/**
 * A folder as a Store: a key is a path below `root`. A file appears whole, by rename or link.
 * Conditional writes hold against everyone for putIfAbsent, and within this process for putIfMatch:
 * one process per folder.
 */
export const folderStore = (root: string): Store => {
  const turns = new Map<string, Promise<unknown>>()

  /** One writer at a time for each key. */
  const inTurn = <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const result = (turns.get(key) ?? Promise.resolve()).then(run, run)
    const settled = result
      .catch(() => undefined)
      .finally(() => turns.get(key) === settled && turns.delete(key))
    turns.set(key, settled)
    return result
  }

  const guarded = async <T>(key: string, run: (path: string) => Promise<T>): Promise<T> => {
    const path = pathOfKey(root, key)
    try {
      return await inTurn(key, () => run(path))
    } catch (error) {
      throw failure(error, key)
    }
  }

  return {
    get: key => guarded(key, read),
    put: (key, bytes) => guarded(key, path => replace(path, bytes)),
    putIfAbsent: (key, bytes) => guarded(key, path => create(path, bytes)),
    putIfMatch: (key, bytes, etag) =>
      guarded(key, async path => {
        if ((await read(path))?.etag !== etag) return false
        await replace(path, bytes)
        return true
      }),
    list: (prefix, after) => listUnder(root, prefix, after),
  }
}
