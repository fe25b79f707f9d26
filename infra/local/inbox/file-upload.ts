import { createHash } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { insideOf, partsOfKey } from '../../../lib/submission/archive.ts'
import type { UploadSource } from '../../../lib/submission/ports.ts'
import { checkSize } from '../../../lib/submission/size.ts'
import type { Upload } from '../../../lib/submission/upload.ts'
import { sha256 } from '../disk/sha256.ts'
import { openInside } from './open-inside.ts'

export interface FileUpload {
  readonly upload: Upload
  readonly uploads: UploadSource
}

/** The file was written to while it was read: there is no saying what was read. */
export class StillChanging extends Error {}

const hashOf = async (file: FileHandle): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of file.createReadStream({ autoClose: false, start: 0 })) hash.update(chunk)
  return hash.digest('hex')
}

/** Enough digits for the versions of one name, and short enough for the path lengths of Windows. */
const digits = 16

/** A file of the inbox, or the archive there that a key leads into. */
const find = async (inbox: string, key: string) => {
  const inside = partsOfKey(key)
  for (const place of inside ? [key, inside.archive] : [key]) {
    const file = await openInside(inbox, place)
    if (file) return { file, name: place === key ? null : inside!.name, key: place }
  }
  return null
}

const stampOf = ({ size, mtimeNs, ctimeNs }: BigIntStats): string => `${size} ${mtimeNs} ${ctimeNs}`

/** Of a file that is too large only the hash is made. */
const contentsOf = async (file: FileHandle, key: string) => {
  const facts = await file.stat({ bigint: true })
  const bytes = checkSize(key, Number(facts.size)) ? null : await file.readFile()
  const hash = bytes ? sha256(bytes) : await hashOf(file)
  const after = await file.stat({ bigint: true })
  if (stampOf(after) !== stampOf(facts) || (bytes && BigInt(bytes.length) !== facts.size))
    throw new StillChanging(key)
  return { facts, bytes, hash }
}

/**
 * A file of the inbox, or in an archive there, as an upload: its version is the hash of its bytes, its sequencer the time of its last
 * change (ctime: a file copied over with its old mtime is still the newer). Null where it is gone by now.
 * Throws NotFollowed, StillChanging, and what the disk throws.
 */
export const fileUpload = async (inbox: string, key: string): Promise<FileUpload | null> => {
  const found = await find(inbox, key)
  if (!found) return null
  const { file, name } = found
  try {
    const { facts, bytes, hash } = await contentsOf(file, found.key)
    const upload = {
      bucket: 'inbox',
      key: found.key,
      version: hash.slice(0, digits),
      sequencer: facts.ctimeNs.toString(16).padStart(16, '0'),
      size: bytes?.length ?? Number(facts.size),
    }
    return {
      upload: name === null ? upload : insideOf(upload, name),
      uploads: { get: async () => bytes },
    }
  } finally {
    await file.close()
  }
}
