import { vi } from 'vitest'

/** Asks again until the check holds, and gives what it gives: at once on a quick machine, in a minute on a busy one. */
export const until = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 60_000, interval: 25 })
