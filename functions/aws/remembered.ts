import type { Part, PartRead } from '../../lib/readers/zip/partial.ts'
import type { Upload } from '../../lib/submission/upload.ts'

type ReadPart = (upload: Upload, part: Part) => Promise<PartRead | null>

/** How many parts are kept, and how large in bytes: ends and directories of the archives in work, not their files. */
const most = { parts: 8, bytes: 1024 * 1024 } as const

/**
 * The same, asking once for what the files of one archive ask for again and again: a version of an upload never
 * changes. A part that is asked for again lives longest.
 */
export const remembered = (read: ReadPart): ReadPart => {
  const kept = new Map<string, PartRead>()
  return async (upload, part) => {
    const { bucket, key, version } = upload
    const name = JSON.stringify([bucket, key, version, part])
    const found = kept.get(name) ?? (await read(upload, part))
    if (!found || found.bytes.length > most.bytes) return found
    kept.delete(name)
    kept.set(name, found)
    if (kept.size > most.parts) kept.delete(kept.keys().next().value!)
    return found
  }
}
