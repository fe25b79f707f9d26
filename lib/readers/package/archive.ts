import { type Entry, readDirectory } from './directory.ts'
import { entryBytes } from './entry.ts'
import { damaged } from './refusals.ts'

/** An opened zip: its directory only, nothing inflated. */
export interface Archive {
  readonly bytes: Uint8Array
  /** By part name as OPC compares them: without case, with forward slashes. `null`: the name occurs twice. */
  readonly entries: ReadonlyMap<string, Entry | null>
}

const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

/** Reads the directory of a package, whose names are UTF-8. Throws Problem: `file-damaged`, `too-complex`. */
export const openArchive = (bytes: Uint8Array): Archive => {
  const entries = new Map<string, Entry | null>()
  for (const entry of readDirectory(bytes)) {
    const key = partKey(new TextDecoder().decode(entry.name))
    entries.set(key, entries.has(key) ? null : entry)
  }
  return { bytes, entries }
}

/**
 * One part as bytes, or null when the archive has none of that name.
 * Throws Problem: `file-damaged`, `too-large` (more than `limit` bytes), `password-protected`.
 */
export const partBytes = ({ bytes, entries }: Archive, part: string, limit: number): Uint8Array | null => {
  const entry = entries.get(partKey(part))
  if (entry === undefined) return null
  if (entry === null) throw damaged(`“${part}”出现了两次`, `“${part}” is there twice`)
  return entryBytes(bytes, entry, part, limit)
}
