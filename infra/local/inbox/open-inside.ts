import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readlink, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { codeOf } from '../disk/error-code.ts'

/** A link that leads out of the folder, or nowhere, or to a folder: what is behind it was not put there. */
export class NotFollowed extends Error {}

const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM'])

const holds = (root: string, path: string): boolean => {
  const inside = relative(root, path)
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(inside)
}

const realOf = (path: string): Promise<string | null> =>
  realpath(path).catch(error => {
    if (absent.has(codeOf(error))) return null
    throw error
  })

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    facts => facts.isSymbolicLink(),
    () => false,
  )

/** Where the open file lies, if the system tells; otherwise, whether its path still leads to it. */
const liesInside = async (file: FileHandle, root: string, real: string): Promise<boolean> => {
  if (process.platform === 'linux') {
    const place = await readlink(`/proc/self/fd/${file.fd}`).catch(() => null)
    if (place !== null) return holds(root, place)
  }
  const [opened, there, again] = await Promise.all([
    file.stat({ bigint: true }),
    stat(real, { bigint: true }).catch(() => null),
    realOf(real),
  ])
  return again === real && there?.ino === opened.ino && there.dev === opened.dev
}

/** Whether a path below a folder is a link, or lies behind one, that is not to be followed. */
export const leadsOut = async (
  root: string,
  path: string,
  wanted: 'file' | 'folder' = 'file',
): Promise<boolean> => {
  const real = await realOf(path)
  if (real === null) return isLink(path)
  if (!holds(await realpath(root), real)) return true
  return wanted === 'file' && (await isLink(path)) && !(await stat(real).catch(() => null))?.isFile()
}

/**
 * Opens a file below a folder to read it; null where there is none. Throws NotFollowed, also where a link is put in
 * the place of what was looked at a moment before.
 */
export const openInside = async (folder: string, key: string): Promise<FileHandle | null> => {
  const path = join(folder, ...key.split('/'))
  if (await leadsOut(folder, path)) throw new NotFollowed(key)
  const [root, real] = await Promise.all([realpath(folder), realOf(path)])
  if (real === null) return null
  // A pipe would keep us waiting for whoever writes to it.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  let file: FileHandle
  try {
    file = await open(real, flags)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw codeOf(error) === 'ELOOP' ? new NotFollowed(key) : error
  }
  try {
    if (!(await liesInside(file, root, real))) throw new NotFollowed(key)
    if ((await file.stat()).isFile()) return file
  } catch (error) {
    await file.close()
    throw error
  }
  await file.close()
  return null
}
