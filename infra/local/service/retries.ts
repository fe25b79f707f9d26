import { type Trouble, troubleOf } from '../inbox/trouble.ts'
import { printable } from '../terminal/width.ts'

/** A file that was not even begun, since nothing is now. */
export class NotBegun extends Error {}

/** Files that could not be brought to their end, and when they are tried again. */
export interface Retries {
  /** Keeps the file for the next try; says why, once. */
  readonly failed: (key: string, error: unknown) => Trouble
  /** The file is through; `wrote`: with a result that was written now. */
  readonly done: (key: string, wrote: boolean) => void
  /** Whether nothing is begun now. */
  readonly held: () => boolean
  readonly close: () => void
}

export interface RetryOptions {
  readonly again: (key: string) => void
  /** Called with true where nothing more is to begin, with false when it may. */
  readonly hold: (held: boolean) => void
  readonly say: (line: string) => void
  readonly firstPauseMs: number
}

const longestForAllMs = 30_000
const longestForOneMs = 10 * 60_000

const pauseOf = (first: number, tries: number, longest: number): number =>
  Math.min(first * 2 ** Math.min(tries, 30), longest)

/** Each pause is twice the one before. What no file can get past holds all of them, and has one pause for all. */
export const openRetries = ({ again, hold, say, firstPauseMs }: RetryOptions): Retries => {
  const tries = new Map<string, number>()
  const saidOf = new Map<string, string>()
  const timers = new Set<NodeJS.Timeout>()
  const stopped = new Set<string>()
  let common: NodeJS.Timeout | null = null
  let commonTries = 0
  let saidOfAll: string | null = null
  let held = false
  let last: Trouble | null = null

  const after = (ms: number, run: () => void): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timers.add(timer)
    return timer
  }
  const setHeld = (value: boolean) => {
    held = value
    hold(value)
  }
  const goOn = () => {
    common = null
    for (const key of stopped) again(key)
    stopped.clear()
    setHeld(false)
  }
  const stopAll = (key: string, { code, sentence }: Trouble) => {
    stopped.add(key)
    if (saidOfAll !== code) say(`${sentence.zh} (${sentence.en})`)
    saidOfAll = code
    if (common) return
    setHeld(true)
    common = after(pauseOf(firstPauseMs, commonTries, longestForAllMs), goOn)
    commonTries += 1
  }
  const stopOne = (key: string, { code, sentence }: Trouble) => {
    if (saidOf.get(key) !== code) say(`${printable(key)}  ${sentence.zh} (${sentence.en})`)
    saidOf.set(key, code)
    after(pauseOf(firstPauseMs, tries.get(key) ?? 0, longestForOneMs), () => again(key))
  }
  return {
    held: () => held,
    failed: (key, error) => {
      const trouble = error instanceof NotBegun && last ? last : troubleOf(error)
      if (trouble.everywhere) last = trouble
      if (trouble.everywhere) stopAll(key, trouble)
      else stopOne(key, trouble)
      tries.set(key, (tries.get(key) ?? 0) + 1)
      return trouble
    },
    done: (key, wrote) => {
      saidOf.delete(key)
      const failedBefore = tries.delete(key)
      if (!wrote && !failedBefore) return
      commonTries = 0
      if (saidOfAll !== null) say('结果又能写入了，继续处理。 (results can be written again)')
      saidOfAll = null
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
