import { join } from 'node:path'
import { dayInChina } from '../../../lib/series/newest.ts'
import { stampOf, whenStill } from '../inbox/when-still.ts'
import type { Board } from '../results/board.ts'
import { currentName } from '../season/current.ts'
import type { ListPaths } from '../season/read-lists.ts'
import { SeasonTrouble, type SeasonTroubleTold } from '../season/season-trouble.ts'
import { type SeasonsShown, seasonsThere } from '../season/seasons-shown.ts'
import { type SeasonsRun, startSeasons } from '../season/start-seasons.ts'
import { printable } from '../terminal/width.ts'
import { openRest } from './rest.ts'
import { madeLine, troubleLines } from './season-told.ts'

export interface SeasonKeeperOptions {
  readonly outbox: string
  /** Folder of seasons. */
  readonly out: string
  /** The lists there are now; null without a roster. Throws SeasonTrouble. */
  readonly lists: () => Promise<ListPaths | null>
  /** Where a roster is looked for. */
  readonly place: string
  readonly board: Board
  readonly say: (line: string) => void
  /** Reports have come to rest when nothing has happened for so long. */
  readonly restMs: number
  readonly lookMs: number
  readonly stillMs?: number
  readonly start?: typeof startSeasons
}

export interface SeasonKeeper {
  /** Ends a run that is under way: what stood before stands. */
  readonly close: () => Promise<void>
}

/** A list counts as whole when nothing has changed it for so long. */
const usualStillMs = 500
const firstPauseMs = 5_000
const longestPauseMs = 10 * 60_000

const today = (): string => dayInChina(new Date().toISOString())!

/**
 * Keeps the seasons up to what is in the outbox: after reports have come to rest, and when a list or the day has changed, a
 * process of its own makes those of the years that changed. One at a time; what changes meanwhile is made after it.
 */
export const keepSeasons = async (options: SeasonKeeperOptions): Promise<SeasonKeeper> => {
  const { outbox, out, board, say, restMs, lookMs, stillMs = usualStillMs, start = startSeasons } = options
  const rest = openRest(board, restMs)
  const closing = new AbortController()
  let shown: SeasonsShown = { state: 'no-roster', seasons: [], roster: options.place, trouble: null }
  let madeOf: Readonly<Record<string, string>> = {}
  /** Lists and day of the last run. */
  let ranWith: string | null = null
  let reportsChanged = true
  let failures = 0
  let retryAt = Number.POSITIVE_INFINITY
  let told: string | null = null
  let run: SeasonsRun | null = null

  const show = (change: Partial<SeasonsShown>) => {
    const next = { ...shown, ...change }
    if (JSON.stringify(next) === JSON.stringify(shown)) return
    shown = next
    board.showSeasons(shown)
  }
  const tell = (trouble: SeasonTroubleTold) => {
    const [first, ...more] = troubleLines(trouble)
    const name = trouble.code === 'taken' ? trouble.code : JSON.stringify([first, more])
    if (told !== name) for (const line of [first!, ...more]) say(line)
    told = name
    show({ trouble })
  }
  const reload = async () =>
    show({ seasons: await seasonsThere(out, shown.seasons).catch(() => shown.seasons) })
  const made = async (year: number) => {
    const before = shown.seasons.find(each => each.year === year)
    await reload()
    const now = shown.seasons.find(each => each.year === year)
    if (now && JSON.stringify(before) !== JSON.stringify(now)) say(madeLine(now, out))
  }
  const runOnce = async (lists: ListPaths) => {
    reportsChanged = false
    retryAt = Number.POSITIVE_INFINITY
    show({ state: 'running' })
    const told: Promise<void>[] = []
    const job = { lists, from: [outbox], out, asOf: today(), madeOf }
    run = start(
      job,
      year => told.push(made(year)),
      text => console.error(printable(text)),
    )
    const end = await run.end
    run = null
    if (closing.signal.aborted) return
    await Promise.all(told)
    ended(end)
    await reload()
    show({ state: 'resting' })
  }
  const ended = (end: Awaited<SeasonsRun['end']>) => {
    if (end.kind === 'done') {
      ;({ madeOf } = end)
      failures = 0
      toldNothing()
      return
    }
    tell(end.trouble)
    // Only another list mends a list.
    if (end.trouble.code === 'list-wrong') return
    retryAt = Date.now() + Math.min(firstPauseMs * 2 ** failures, longestPauseMs)
    failures += 1
  }
  const toldNothing = () => {
    told = null
    show({ trouble: null })
  }
  const stampsOf = async ({ roster, decisions }: ListPaths): Promise<string> =>
    JSON.stringify([
      roster,
      await stampOf(roster),
      decisions,
      decisions && (await stampOf(decisions)),
      today(),
    ])

  /** A run by hand moves it too. */
  let current: string | null = null
  const reloadWhenMoved = async () => {
    const stamp = await stampOf(join(out, currentName))
    if (stamp === current) return
    current = stamp
    await reload()
  }

  const look = async () => {
    await reloadWhenMoved()
    const lists = await options.lists()
    if (lists === null) {
      ranWith = null
      toldNothing()
      show({ state: 'no-roster', roster: options.place })
      return
    }
    show({ roster: lists.roster, ...(shown.state === 'no-roster' ? { state: 'waiting' } : {}) })
    const stamps = await stampsOf(lists)
    const listsChanged = stamps !== ranWith
    if (!listsChanged && !reportsChanged && Date.now() < retryAt) return
    if (!rest.atRest()) {
      show({ state: 'waiting' })
      return
    }
    if (listsChanged)
      for (const path of [lists.roster, lists.decisions])
        if (path !== null) await whenStill(path, stillMs, closing.signal)
    if ((await stampsOf(lists)) !== stamps || closing.signal.aborted) return
    ranWith = stamps
    await runOnce(lists)
  }
  const lookOnce = () =>
    look().catch(error => {
      if (closing.signal.aborted) return
      if (error instanceof SeasonTrouble) {
        ranWith = null
        tell(error.told)
      } else console.error(error)
    })

  const unwatch = board.watch(change => {
    if ('entry' in change && change.entry.state === 'done') reportsChanged = true
  })
  await reload()
  board.showSeasons(shown)
  let looking: Promise<void> | null = null
  const clock = setInterval(() => {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
  }, lookMs)
  return {
    close: async () => {
      clearInterval(clock)
      closing.abort()
      unwatch()
      rest.close()
      run?.stop()
      await looking
    },
  }
}
