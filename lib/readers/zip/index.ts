import { Problem } from '../../model/problems.ts'
import { isZip } from '../format/signatures.ts'
import { limits, MB } from '../limits.ts'
import { openArchive } from '../package/archive.ts'
import { entryBytes } from '../package/entry.ts'
import { isParcel } from '../package/kinds.ts'
import { damaged } from '../package/refusals.ts'
import { type FileEntry, fileEntries } from './files.ts'
import { distinctNames, isLitter, safePath } from './names.ts'
import { refusals } from './refusals.ts'

/** Whether bytes are a zip of files, each a submission of its own, and not a document that happens to be a zip. */
export const isReportArchive = (bytes: Uint8Array): boolean => {
  try {
    return isZip(bytes) && isParcel(openArchive(bytes))
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

const named = new WeakMap<Uint8Array, ReadonlyMap<string, FileEntry>>()

/**
 * The files by their names: relative paths, safe and each there once, in the order of the archive. Entries that share
 * their data are none of an honest program's: each would be unpacked for itself. Throws Problem `file-damaged`.
 */
export const namedEntries = (bytes: Uint8Array): ReadonlyMap<string, FileEntry> => {
  const known = named.get(bytes)
  if (known) return known
  const nameOf = distinctNames()
  const entries = fileEntries(bytes).filter(({ path }) => !isLitter(path))
  if (entries.reduce((sum, { entry }) => sum + entry.compressedSize, 0) > bytes.length)
    throw damaged('其中的文件互相重叠', 'its files overlap')
  const files = new Map(entries.map(entry => [nameOf(safePath(entry.path)), entry]))
  named.set(bytes, files)
  return files
}

/** Steps in which a file is unpacked to see how large it is, so that little is unpacked of one that is damaged early. */
const steps = [1, 4, 16].map(megabytes => megabytes * MB).concat(limits.fileBytes)

/** Bytes that come out of a file. One that is damaged, locked or too large counts as the step at which that shows. */
const sizeOf = (bytes: Uint8Array, { entry, path }: FileEntry): number => {
  for (const most of steps)
    try {
      return entryBytes(bytes, entry, path, most).length
    } catch (error) {
      // It is told of when it is its turn.
      if (!(error instanceof Problem)) throw error
      if (error.code !== 'too-large') return most
    }
  return limits.fileBytes
}

/** Unpacks everything without keeping any of it: how much comes out is not what an archive says. */
const measure = (bytes: Uint8Array, entries: Iterable<FileEntry>): void => {
  let total = 0
  for (const entry of entries) {
    total += sizeOf(bytes, entry)
    if (total > limits.zip.bytes) throw refusals.tooLarge()
  }
}

/**
 * The names of the files in an archive of many submissions, one level deep: archives inside it stay files. Null where
 * the bytes are none. Names are read as UTF-8 or GBK; what systems leave beside the files is passed over.
 * Throws Problem: `file-damaged`, `too-complex`, `too-large`, `empty-file`.
 */
export const reportNames = (bytes: Uint8Array): readonly string[] | null => {
  if (!isReportArchive(bytes)) return null
  const entries = namedEntries(bytes)
  if (entries.size === 0) throw refusals.nothingInside()
  if (entries.size > limits.zip.files) throw refusals.tooManyFiles(entries.size)
  measure(bytes, entries.values())
  return [...entries.keys()]
}

/**
 * One file of an archive, by a name that `reportNames` gave; null where there is none of that name.
 * Throws Problem: `file-damaged`, `password-protected`, `too-large`.
 */
export const unpackReport = (bytes: Uint8Array, name: string): Uint8Array | null => {
  if (!named.has(bytes) && !isReportArchive(bytes)) return null
  const file = namedEntries(bytes).get(name)
  return file ? entryBytes(bytes, file.entry, name, limits.fileBytes) : null
}
