import type { ReportEvent } from '../../../events/types.ts'
import type { SeasonsShown } from '../season/seasons-shown.ts'
import type { Entry } from './listing.ts'

/** The entries of the page, and everyone who looks at it. */
export interface Board {
  readonly entries: () => readonly Entry[]
  readonly set: (entry: Entry) => void
  readonly remove: (key: string) => void
  /** Tells of an event that was sent; the board keeps none. */
  readonly sent: (event: ReportEvent) => void
  readonly get: (key: string) => Entry | undefined
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

export const openBoard = (first: readonly Entry[]): Board => {
  const entries = new Map(first.map(entry => [entry.key, entry]))
  let seasons: SeasonsShown | null = null
  const listeners = new Set<(change: Change) => void>()
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change)
  }
  return {
    entries: () => [...entries.values()],
    get: key => entries.get(key),
    set: entry => {
      entries.set(entry.key, entry)
      tell({ entry })
    },
    sent: event => tell({ event }),
    seasons: () => seasons,
    showSeasons: shown => {
      seasons = shown
      tell({ seasons: shown })
    },
    remove: key => {
      if (entries.delete(key)) tell({ removed: key })
    },
    watch: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
