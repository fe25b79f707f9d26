import { watch } from 'node:fs'
import type { Presence } from './presence.ts'

/** Results that are taken away together are looked for once. */
const togetherMs = 500

/** Has the list follow what is taken out of the outbox: at once where the system tells of it, else some time later. */
export const watchResults = (
  outbox: string,
  presence: Pick<Presence, 'lookForResults'>,
  lookMs: number,
): { readonly close: () => void } => {
  let soon: NodeJS.Timeout | null = null
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    await presence.lookForResults().catch(() => undefined)
    isLooking = false
  }
  const clock = setInterval(look, lookMs)
  const watcher = (() => {
    try {
      // Of the folder itself: what is deeper is found by looking.
      return watch(outbox, kind => {
        if (kind !== 'rename' || soon) return
        soon = setTimeout(() => {
          soon = null
          look()
        }, togetherMs)
      })
    } catch {
      return null
    }
  })()
  watcher?.on('error', () => undefined)
  return {
    close: () => {
      clearInterval(clock)
      if (soon) clearTimeout(soon)
      watcher?.close()
    },
  }
}
