import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Resolves when the file has been left alone long enough, at once where its last change is old; false where it is gone.
 */
export const whenStill = async (path: string, forMs: number, signal: AbortSignal): Promise<boolean> => {
  const look = () => stat(path).catch(() => null)
  let seen = await look()
  if (seen && Date.now() - seen.ctimeMs > forMs) return true
  while (seen) {
    await wait(forMs, undefined, { signal })
    const now = await look()
    if (now && now.size === seen.size && now.mtimeMs === seen.mtimeMs && now.ctimeMs === seen.ctimeMs)
      return true
    seen = now
  }
  return false
}
