import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { endOfFile } from './arrival/end-of-file.ts'
import { type Writers, writersOf } from './arrival/writers.ts'

/**
 * How many times longer than a file whose end is there a file must be left alone: one without an end to look for, one
 * whose end is missing (it may be damaged, and nobody will ever write on), and one that is empty: a file is made
 * before its first bytes come, and a slow disk or a virus scanner may be long about them.
 */
const timesLonger = { there: 1, untold: 8, cut: 16, empty: 8 } as const

/** Where nobody can say whether the file is open for writing. */
const timesUnseen = 2.5

/** A file that came in portions is waited for longer than any pause between them was. */
const timesLongestPause = 3
const mostTimes = 120

/** What has lain so long is nobody's to write on; a server's clock may be hours off. */
const longAgoMs = 24 * 60 * 60 * 1000

const look = (path: string): Promise<Stats | null> => stat(path).catch(() => null)

const stamp = (facts: Stats | null): string | null =>
  facts && `${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`

/** What tells one state of a file from another; null where it is gone. */
export const stampOf = async (path: string): Promise<string | null> => stamp(await look(path))

const timesFor = async (path: string, { size }: Stats): Promise<number> =>
  timesLonger[size === 0 ? 'empty' : await endOfFile(path)]

const neededMs = (times: number, writers: Writers, forMs: number, longestPause: number): number => {
  // The end that is there needs no other proof.
  if (times === 1) return forMs
  const unseen = writers === 'untold' ? timesUnseen : 1
  const most = mostTimes * forMs
  return Math.min(most, Math.max(times * unseen * forMs, timesLongestPause * longestPause))
}

/**
 * Resolves to its stamp when the file is whole by all that can be known: nothing has changed it for long enough,
 * nobody has it open for writing, and the longer the less its format tells. Null where it is gone.
 */
export const whenStill = async (path: string, forMs: number, signal: AbortSignal): Promise<string | null> => {
  let seen = await look(path)
  if (seen && Date.now() - seen.ctimeMs > longAgoMs) return stamp(seen)
  let since = performance.now()
  let times: number | null = null
  let longestPause = 0
  let writers: Writers = 'untold'
  while (seen) {
    await wait(forMs, undefined, { signal })
    const now = await look(path)
    if (!now) return null
    const calm = performance.now() - since
    if (stamp(now) !== stamp(seen)) {
      // In the pause of one who has it open there is no need to guess.
      if (writers !== 'some') longestPause = Math.max(longestPause, calm)
      writers = 'untold'
      since = performance.now()
      times = null
      seen = now
      continue
    }
    times ??= await timesFor(path, now)
    if (calm < times * forMs) continue
    writers = await writersOf(path)
    if (
      (writers === 'some' && !(times === 1 && calm > mostTimes * forMs)) ||
      calm < neededMs(times, writers, forMs, longestPause)
    )
      continue
    // While it was looked at it may have gone on.
    if ((await stampOf(path)) === stamp(now)) return stamp(now)
  }
  return null
}
