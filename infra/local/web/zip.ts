import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

export interface ZipFile {
  readonly name: string
  readonly time: Date
  /** Null where the file is gone: it is left out. */
  readonly bytes: () => Promise<Uint8Array | null>
}

/** The format as everyone reads it: no more files, no more bytes. */
export const mostFiles = 65_000
const mostBytes = 0xf000_0000

/** Already compressed. */
const packed = /\.(?:xlsx|docx|zip)$/i

/** Resolves when `out` takes more, or nobody reads it any longer. */
const drained = async (out: Writable): Promise<void> => {
  const settled = new AbortController()
  const { signal } = settled
  await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })])
  settled.abort()
}

/**
 * Writes files as one zip archive to `out`, one after another, never more than one of them in memory.
 * Throws when there are more bytes than the format takes; what was written is then no archive.
 */
export const writeZip = async (files: Iterable<ZipFile>, out: Writable): Promise<void> => {
  let written = 0
  let full = false
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    written += chunk.length
    full = !out.write(chunk) || full
  })
  for (const { name, time, bytes } of files) {
    if (out.destroyed) return
    const content = await bytes()
    if (!content) continue
    if (written + content.length > mostBytes) throw new RangeError('too much for one zip archive')
    const entry = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    entry.mtime = time
    zip.add(entry)
    entry.push(content, true)
    if (full && !out.destroyed) {
      await drained(out)
      full = false
    }
  }
  zip.end()
}
