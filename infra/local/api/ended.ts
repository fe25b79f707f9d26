import type { Board } from '../results/board.ts'
import type { Entry } from '../results/entry.ts'

export interface EndedOptions {
  /** Waits no longer than this. */
  readonly ms: number
  /** Ends all waiting. */
  readonly signal: AbortSignal
  /** Of the file that is meant: under its key there may still be the result of another one. */
  readonly sha256?: string
}

/** Whether nothing more is to be waited for: it has its result, or something stands in its way for now. */
export const isEnded = (entry: Entry | undefined, sha256?: string): boolean => {
  if (entry?.state === 'stuck') return true
  if (entry?.state !== 'done') return false
  const of = entry.result?.sha256 ?? null
  return sha256 === undefined || of === null || of === sha256
}

/** The file as it is once it has ended, or when the time is over; undefined where the list has it no more. */
export const whenEnded = async (
  key: string,
  board: Board,
  { ms, signal, sha256 }: EndedOptions,
): Promise<Entry | undefined> => {
  if (ms > 0 && !signal.aborted && !isEnded(board.get(key), sha256)) {
    const over = AbortSignal.any([signal, AbortSignal.timeout(ms)])
    await new Promise<void>(resolve => {
      const end = board.watch(change => {
        const removed = 'removed' in change && change.removed === key
        if (removed || ('entry' in change && change.entry.key === key && isEnded(change.entry, sha256)))
          done()
      })
      const done = () => {
        end()
        resolve()
      }
      over.addEventListener('abort', done, { once: true })
    })
  }
  return board.get(key)
}
