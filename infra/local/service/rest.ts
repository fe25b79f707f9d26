import type { Board } from '../results/board.ts'
import type { Entry } from '../results/listing.ts'

/** Whether the reports have come to rest. */
export interface Rest {
  readonly atRest: () => boolean
  readonly close: () => void
}

/** A file that nothing is heard of for so long, though it waits, holds nobody up: an archive that cannot be written may wait for days. */
const longestWaitMs = 20_000

const inHand = new Set<Entry['state']>(['reading', 'checking', 'writing'])

/** They have, when nothing is in hand or waits, and nothing has happened for `restMs`. */
export const openRest = (board: Board, restMs: number): Rest => {
  let last = performance.now()
  const close = board.watch(change => {
    if ('entry' in change || 'removed' in change) last = performance.now()
  })
  const atRest = () => {
    const calm = performance.now() - last
    if (calm < restMs) return false
    const states = new Set(board.entries().map(({ state }) => state))
    if ([...inHand].some(state => states.has(state))) return false
    return !states.has('waiting') || calm >= longestWaitMs
  }
  return { atRest, close }
}
