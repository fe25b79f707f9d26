import { limits } from '../limits.ts'
import type { Merge, RowDefinition } from '../story/word-rows.ts'

interface Definition {
  left: number
  readonly rights: number[]
  readonly horizontal: Merge[]
  readonly vertical: Merge[]
  /** Of the cell whose right edge comes next. */
  next: { horizontal: Merge; vertical: Merge }
}

const newDefinition = (): Definition => ({
  left: 0,
  rights: [],
  horizontal: [],
  vertical: [],
  next: { horizontal: 'none', vertical: 'none' },
})

/** The row definition in force: RTF gives it before the cells, behind them, or both. */
export interface Rows {
  /** True where the word belongs to row definitions. */
  readonly take: (name: string, value: number | undefined) => boolean
  /** The definition now; null where there is none. */
  readonly now: () => RowDefinition | null
}

export const rowDefinitions = (): Rows => {
  let now = newDefinition()
  const words: Readonly<Record<string, (value: number) => void>> = {
    trowd: () => {
      now = newDefinition()
    },
    trleft: value => {
      now.left = value
    },
    clmgf: () => {
      now.next.horizontal = 'first'
    },
    clmrg: () => {
      now.next.horizontal = 'continued'
    },
    clvmgf: () => {
      now.next.vertical = 'first'
    },
    clvmrg: () => {
      now.next.vertical = 'continued'
    },
    cellx: value => {
      if (now.rights.length >= limits.rtf.rowCells) return
      now.rights.push(value)
      now.horizontal.push(now.next.horizontal)
      now.vertical.push(now.next.vertical)
      now.next = { horizontal: 'none', vertical: 'none' }
    },
  }
  return {
    take: (name, value) => {
      if (!Object.hasOwn(words, name)) return false
      words[name]!(value ?? 0)
      return true
    },
    now: () =>
      now.rights.length === 0
        ? null
        : { edges: [now.left, ...now.rights], horizontal: now.horizontal, vertical: now.vertical },
  }
}
