import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** How many facts an events file tells of, read as it grows. */
export interface Progress {
  readonly look: () => Promise<number>
  readonly done: () => number
}

export const openProgress = (path: string): Progress => {
  const ids = new Set<string>()
  // Always at the start of a line: one that is not whole yet is read again.
  let from = 0
  const look = async () => {
    const file = await open(path).catch(() => null)
    if (!file) return ids.size
    try {
      const { size } = await file.stat()
      const { buffer } = await file.read(Buffer.alloc(Math.max(0, size - from)), 0, null, from)
      const end = buffer.lastIndexOf(0x0a) + 1
      for (const [, id] of buffer.toString('utf8', 0, end).matchAll(/"id":"([0-9a-f]{64})"/g)) ids.add(id!)
      from += end
      return ids.size
    } finally {
      await file.close()
    }
  }
  return { look, done: () => ids.size }
}

/** Waits until so many facts are told; false where none has come for `patienceMs`. */
export const untilDone = async (
  progress: Progress,
  count: number,
  { everyMs = 200, patienceMs = 60_000 }: { readonly everyMs?: number; readonly patienceMs?: number } = {},
): Promise<boolean> => {
  let [done, since] = [progress.done(), Date.now()]
  for (;;) {
    const now = await progress.look()
    if (now >= count) return true
    if (now > done) since = Date.now()
    else if (Date.now() - since > patienceMs) return false
    done = now
    await wait(everyMs)
  }
}
