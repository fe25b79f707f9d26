export interface Queue {
  /** Asks for the work on `key`; asking again before it begins changes nothing, while it runs means once more. */
  readonly add: (key: string) => void
  /** Begins nothing while it is held; what waits goes on waiting. */
  readonly hold: (held: boolean) => void
  /** Begins nothing more; resolves when what is in hand is finished. */
  readonly close: () => Promise<void>
  /** Resolves when nothing waits or runs. */
  readonly idle: () => Promise<void>
}

/** Runs `work` for each key, at most `width` at once, never twice at once for one key. `work` must not throw. */
export const openQueue = (width: number, work: (key: string) => Promise<void>): Queue => {
  const waiting = new Set<string>()
  const running = new Map<string, Promise<void>>()
  let closed = false
  let held = false

  const next = () => {
    for (const key of waiting) {
      if (closed || held || running.size >= width) return
      if (running.has(key)) continue
      waiting.delete(key)
      const done = work(key).finally(() => {
        running.delete(key)
        next()
      })
      running.set(key, done)
    }
  }
  const idle = async () => {
    while (running.size > 0) await Promise.all(running.values())
  }
  return {
    add: key => {
      waiting.add(key)
      next()
    },
    hold: value => {
      held = value
      next()
    },
    idle,
    close: async () => {
      closed = true
      await idle()
    },
  }
}
