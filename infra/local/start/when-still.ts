import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** A file is made before its first bytes come, and a slow disk or a virus scanner may be long about them. */
const timesLongerWhereEmpty = 6

const look = (path: string): Promise<Stats | null> => stat(path).catch(() => null)

const stamp = (facts: Stats | null): string | null =>
  facts && `${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`

/** What tells one state of a file from another; null where it is gone. */
export const stampOf = async (path: string): Promise<string | null> => stamp(await look(path))

/**
 * Resolves to its stamp when the file has been left alone long enough, at once where its last change is old; null
 * where it is gone. An empty file has to be left alone for longer.
 */
export const whenStill = async (path: string, forMs: number, signal: AbortSignal): Promise<string | null> => {
  const timesFor = ({ size }: Stats) => (size === 0 ? timesLongerWhereEmpty : 1)
  let seen = await look(path)
  if (seen && Date.now() - seen.ctimeMs > forMs * timesFor(seen)) return stamp(seen)
  let times = 0
  while (seen) {
    await wait(forMs, undefined, { signal })
    const now = await look(path)
    times = stamp(now) === stamp(seen) ? times + 1 : 0
    if (now && times >= timesFor(now)) return stamp(now)
    seen = now
  }
  return null
}
