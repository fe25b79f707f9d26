import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** What tells one state of a file from another; null where it is gone. */
export const stampOf = async (path: string): Promise<string | null> => {
  const facts = await stat(path).catch(() => null)
  return facts && `${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`
}

/**
 * Resolves to its stamp when the file has been left alone long enough, at once where its last change is old; null
 * where it is gone.
 */
export const whenStill = async (path: string, forMs: number, signal: AbortSignal): Promise<string | null> => {
  const facts = await stat(path).catch(() => null)
  let seen = await stampOf(path)
  if (facts && Date.now() - facts.ctimeMs > forMs) return seen
  while (seen) {
    await wait(forMs, undefined, { signal })
    const now = await stampOf(path)
    if (now === seen) return now
    seen = now
  }
  return null
}
