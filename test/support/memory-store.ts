import { compareKeys } from '../../lib/submission/key-order.ts'
import type { Store, Stored } from '../../lib/submission/ports.ts'

export interface MemoryStore extends Store {
  readonly objects: ReadonlyMap<string, Stored>
  /** How often each key was written. */
  readonly writes: ReadonlyMap<string, number>
}

/** A store that keeps everything in memory, with the same promises as the real ones. */
export const memoryStore = (): MemoryStore => {
  const objects = new Map<string, Stored>()
  const writes = new Map<string, number>()
  const times = new Map<string, Date>()
  let version = 0
  let last = 0
  let sorted: readonly string[] | null = null
  const write = (key: string, bytes: Uint8Array) => {
    version += 1
    // Every write has a time of its own.
    last = Math.max(Date.now(), last + 1)
    times.set(key, new Date(last))
    if (!objects.has(key)) sorted = null
    objects.set(key, { bytes: bytes.slice(), etag: `"${version}"` })
    writes.set(key, (writes.get(key) ?? 0) + 1)
  }
  return {
    objects,
    writes,
    get: async key => objects.get(key) ?? null,
    put: async (key, bytes) => write(key, bytes),
    putIfAbsent: async (key, bytes) => {
      if (objects.has(key)) return false
      write(key, bytes)
      return true
    },
    putIfMatch: async (key, bytes, etag) => {
      if (objects.get(key)?.etag !== etag) return false
      write(key, bytes)
      return true
    },
    async *list(prefix, after = '') {
      sorted ??= [...objects.keys()].toSorted(compareKeys)
      for (const key of sorted)
        if (key.startsWith(prefix) && compareKeys(key, after) > 0) yield { key, modified: times.get(key)! }
    },
  }
}
