import { readRoster } from '../../../lib/series/roster/roster.ts'
import type { RosterNow } from '../desk/roster-now.ts'
import { stampOf, whenStill } from '../inbox/when-still.ts'
import { readLines } from '../season/lines.ts'
import type { ListPaths } from '../season/read-lists.ts'
import { lineMessage } from '../season/read-lists.ts'

export interface RosterKeeper {
  readonly now: () => RosterNow
  /** Looks at once. */
  readonly look: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface RosterKeeperOptions {
  /** The lists there are now; null without a roster. */
  readonly lists: () => Promise<ListPaths | null>
  readonly changed: () => void
  readonly lookMs: number
  readonly stillMs: number
}

const none: RosterNow = { roster: null, path: null, problems: [] }

/** Reads the roster whenever it has changed. One that is wrong is none: nothing is placed by half a list. */
export const keepRoster = async ({
  lists,
  changed,
  lookMs,
  stillMs,
}: RosterKeeperOptions): Promise<RosterKeeper> => {
  let now = none
  let stamp: string | null = null
  const closing = new AbortController()
  const read = async (path: string): Promise<RosterNow> => {
    const lines = await readLines(path)
    const found = 'problems' in lines ? lines : readRoster(lines.lines)
    return 'roster' in found
      ? { roster: found.roster, path, problems: [] }
      : { roster: null, path, problems: found.problems.map(lineMessage(null)) }
  }
  const lookOnce = async (isFirst: boolean): Promise<void> => {
    // Several lists at once, or a folder that cannot be read, are told by whoever makes seasons.
    const path = (await lists().catch(() => null))?.roster ?? null
    const there = path === null ? null : await stampOf(path)
    const next = path === null || there === null ? null : `${path} ${there}`
    if (next === stamp) return
    if (path !== null && there !== null && !isFirst) await whenStill(path, stillMs, closing.signal)
    if (closing.signal.aborted) return
    now = path === null || there === null ? none : await read(path)
    stamp = next
    changed()
  }
  let last: Promise<void> = Promise.resolve()
  const look = (isFirst = false): Promise<void> => {
    last = last.then(() => lookOnce(isFirst)).catch(() => undefined)
    return last
  }
  await look(true)
  const clock = setInterval(() => void look(), lookMs)
  return {
    now: () => now,
    look: () => look(true),
    close: async () => {
      clearInterval(clock)
      closing.abort()
      await last
    },
  }
}
