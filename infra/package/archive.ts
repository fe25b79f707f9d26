import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { gzipSync, type Zippable, zipSync } from 'fflate'
import { type Packed, tar } from './tar.ts'

/** Above it, Node's binary gets smaller by less than a thousandth, in twice the time. */
const level = 6

/** All files below a folder, in the order of their places; `top` is what the places begin with. */
export const packedFiles = async (folder: string, top: string): Promise<readonly Packed[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const places = paths.map(path => [`${top}/${relative(folder, path).replaceAll(sep, '/')}`, path] as const)
  return Promise.all(
    places
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([path, file]) => ({
        path,
        bytes: await readFile(file),
        executable: ((await stat(file)).mode & 0o100) !== 0,
      })),
  )
}

/** Zip knows no zone: the day, at noon here, is the same everywhere. Names that are not ASCII are marked as UTF-8. */
const zip = (files: readonly Packed[], time: Date): Uint8Array => {
  const mtime = `${time.toISOString().slice(0, 10)}T12:00:00`
  const entries: Zippable = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]))
  return zipSync(entries, { level, mtime })
}

/** The files as one file to hand on. The same files and time give the same bytes, on any machine. */
export const archive = (kind: 'tar.gz' | 'zip', files: readonly Packed[], time: Date): Uint8Array => {
  if (kind === 'zip') return zip(files, time)
  const seconds = Math.floor(time.getTime() / 1000)
  return gzipSync(tar(files, seconds), { level, mtime: time })
}
