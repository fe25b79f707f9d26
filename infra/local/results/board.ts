import type { ReportEvent } from '../../../events/types.ts'
import type { SeasonsShown } from '../season/seasons-shown.ts'
import type { Entry, EntryDesk, Filed } from './entry.ts'

/** The entries of the page, and everyone who looks at it. */
export interface Board {
  readonly entries: () => readonly Entry[]
  readonly get: (key: string) => Entry | undefined
  /** All files, also those that are not listed. */
  readonly filed: () => readonly Filed[]
  readonly filedAs: (key: string) => Filed | undefined
  /** Without `versions` what is known of them stays. */
  readonly set: (filed: Filed) => void
  readonly remove: (key: string) => void
  /** What the desk says may have changed. */
  readonly judgeAgain: () => void
  /** Tells of an event that was sent; the board keeps none. */
  readonly sent: (event: ReportEvent) => void
  readonly seasons: () => SeasonsShown | null
  readonly showSeasons: (seasons: SeasonsShown) => void
  /** Calls `listener` for every change; gives the function that ends that. */
  readonly watch: (listener: (change: Change) => void) => () => void
}

export type Change =
  | { readonly entry: Entry }
  | { readonly removed: string }
  | { readonly event: ReportEvent }
  | { readonly seasons: SeasonsShown }

/** What the desk says of each file that is listed, by key. */
export type Judge = (filed: readonly Filed[]) => ReadonlyMap<string, EntryDesk>

const unjudged: EntryDesk = {
  ...{ unit: null, open: null, standing: 'none', excluded: null, replacedBy: null },
  ...{ earlier: [], changes: null, decided: 0, entered: 0 },
}

/** Every report counts, where there is no desk. */
const allCount: Judge = filed =>
  new Map(
    filed.map(({ key, result }) => [
      key,
      result?.outcome === 'validated' ? { ...unjudged, standing: 'counted' } : unjudged,
    ]),
  )

/** What came of one file changes what is said of others: they are judged together, at most so often. */
const pauseMs = 30

/** In times of what judging took: with many files it must not be all that is done. */
const pauseTimes = 4

export const openBoard = (first: readonly Filed[], judge: Judge = allCount): Board => {
  const files = new Map(first.map(filed => [filed.key, filed]))
  let listed = new Map<string, Entry>()
  let seasons: SeasonsShown | null = null
  let dirty = true
  let tookMs = 0
  let clock: NodeJS.Timeout | null = null
  /** Files that those who watch do not know of as they are. */
  const untold = new Set<string>()
  const listeners = new Set<(change: Change) => void>()
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change)
  }
  const entryOf = ({ versions: _versions, ...filed }: Filed, desk: EntryDesk): Entry => ({ ...filed, desk })

  const judgeAll = () => {
    if (!dirty) return
    dirty = false
    const since = performance.now()
    const said = judge([...files.values()])
    const before = listed
    listed = new Map()
    for (const filed of files.values()) {
      const desk = said.get(filed.key)
      if (!desk) continue
      const known = before.get(filed.key)
      const same = known && JSON.stringify(known.desk) === JSON.stringify(desk)
      if (!same) untold.add(filed.key)
      listed.set(filed.key, entryOf(filed, same ? known.desk : desk))
    }
    for (const key of before.keys()) if (!listed.has(key)) untold.add(key)
    tookMs = performance.now() - since
  }
  const flush = () => {
    if (clock) clearTimeout(clock)
    clock = null
    judgeAll()
    const changed = [...untold]
    untold.clear()
    for (const key of changed) {
      const entry = listed.get(key)
      tell(entry ? { entry } : { removed: key })
    }
  }
  const soon = () => {
    dirty = true
    clock ??= setTimeout(flush, Math.max(pauseMs, pauseTimes * tookMs))
    clock.unref()
  }
  judgeAll()
  untold.clear()
  return {
    entries: () => {
      judgeAll()
      return [...listed.values()]
    },
    get: key => {
      judgeAll()
      return listed.get(key)
    },
    filed: () => [...files.values()],
    filedAs: key => files.get(key),
    set: given => {
      const { key, result } = given
      const known = files.get(key)
      const versions = given.versions ?? known?.versions
      const filed = versions ? { ...given, versions } : given
      files.set(key, filed)
      // How far a file is changes nothing for the others.
      if (result === (known?.result ?? null) && known?.versions === filed.versions) {
        const desk = listed.get(key)?.desk ?? judge([filed]).get(key)
        if (desk) listed.set(key, entryOf(filed, desk))
        if (desk && !untold.has(key)) tell({ entry: listed.get(key)! })
        return
      }
      untold.add(key)
      soon()
    },
    judgeAgain: soon,
    sent: event => tell({ event }),
    seasons: () => seasons,
    showSeasons: shown => {
      seasons = shown
      tell({ seasons: shown })
    },
    remove: key => {
      if (!files.delete(key)) return
      untold.add(key)
      soon()
    },
    watch: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
