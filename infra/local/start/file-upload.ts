import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { insideOf, partsOfKey } from '../../../lib/submission/archive.ts'
import { checkSize } from '../../../lib/submission/bounds.ts'
import type { UploadSource } from '../../../lib/submission/ports.ts'
import type { Upload } from '../../../lib/submission/upload.ts'
import { sha256 } from '../sha256.ts'

export interface FileUpload {
  readonly upload: Upload
  readonly uploads: UploadSource
}

const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** Enough digits for the versions of one name, and short enough for the path lengths of Windows. */
const digits = 16

/** A file of the inbox, or the archive there that a key leads into. */
const find = async (inbox: string, key: string) => {
  const inside = partsOfKey(key)
  for (const file of inside ? [key, inside.archive] : [key]) {
    const path = join(inbox, ...file.split('/'))
    const facts = await stat(path, { bigint: true }).catch(() => null)
    if (facts?.isFile()) return { path, facts, name: file === key ? null : inside!.name, key: file }
  }
  return null
}

/**
 * A file of the inbox, or in an archive there, as an upload: its version is the hash of its bytes, its sequencer the time of its last
 * change (ctime: a file copied over with its old mtime is still the newer). Null where it is gone by now.
 */
export const fileUpload = async (inbox: string, key: string): Promise<FileUpload | null> => {
  const found = await find(inbox, key)
  if (!found) return null
  const { path, facts, name } = found
  const tooLarge = checkSize(Number(facts.size))
  const bytes = tooLarge ? null : await readFile(path)
  const hash = bytes ? sha256(bytes) : await hashOfFile(path)
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
}
