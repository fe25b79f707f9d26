import { lstat, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { partsOfKey } from '../../../lib/submission/archive.ts'
import { latestKey } from '../../../lib/submission/keys.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import { byInbox } from '../desk/acts.ts'
import type { Desk } from '../desk/desk.ts'
import type { Board } from '../results/board.ts'
import { latestFiled } from '../results/listing.ts'

/** Keeps the list to what lies in the folders: whose file or result is gone is not listed, until it is there again. */
export interface Presence {
  /** A file of the inbox that has come, changed or gone. */
  readonly look: (key: string) => Promise<void>
  /** All of them. */
  readonly lookAll: () => Promise<void>
  /** Looks for results that were taken out of the outbox, or put back. */
  readonly lookForResults: () => Promise<void>
}

export interface PresencePorts {
  readonly inbox: string
  readonly outbox: string
  readonly outputs: Store
  readonly desk: Desk
  readonly board: Board
  readonly moving: ReadonlySet<string>
}

/** Files that come or go together are noted together. */
const togetherMs = 50

const deviceOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ dev }) => dev,
    () => null,
  )

/** Whether there is a file; null where nobody can tell. */
const isThere = async (root: string, key: string): Promise<boolean | null> => {
  const path = join(root, ...key.split('/'))
  try {
    return !(await lstat(path)).isDirectory()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? false : null
  }
}

/** The file of the inbox that an upload is, or lies in. */
const fileKey = (key: string): string => partsOfKey(key)?.archive ?? key

export const openPresence = async (ports: PresencePorts): Promise<Presence> => {
  const { inbox, outbox, outputs, desk, board, moving } = ports
  const devices = { inbox: await deviceOf(inbox), outbox: await deviceOf(outbox) }
  /** A share that is not there now holds nothing, and says nothing of what it holds. */
  const isReachable = async (which: 'inbox' | 'outbox'): Promise<boolean> => {
    const device = await deviceOf(ports[which])
    return device !== null && device === devices[which]
  }
  const look = async (keys: Iterable<string>): Promise<void> => {
    const gone: string[] = []
    const back: string[] = []
    for (const key of new Set([...keys].map(fileKey))) {
      const there = await isThere(inbox, key)
      if (there === null || moving.has(key)) continue
      const { removed } = desk.folded()
      if (there && removed.has(key)) back.push(key)
      if (!there && !removed.has(key)) gone.push(key)
    }
    if (gone.length + back.length === 0 || !(await isReachable('inbox'))) return
    await desk.act(byInbox, [
      ...gone.map(key => ({ kind: 'removed', key }) as const),
      ...back.map(key => ({ kind: 'restored', key }) as const),
    ])
    board.judgeAgain()
  }
  /** Keys whose results are gone, with the versions that were known. */
  const lost = new Map<string, readonly string[]>()
  const hasResult = async (key: string): Promise<boolean | null> => isThere(outbox, latestKey({ key }))
  const lookForResults = async (): Promise<void> => {
    const gone: string[] = []
    for (const { key, state, result } of board.filed())
      if (state === 'done' && result && (await hasResult(key)) === false) gone.push(key)
    for (const [key, versions] of lost) {
      const filed = (await hasResult(key)) ? await latestFiled(key, outputs, versions) : null
      if (!filed) continue
      lost.delete(key)
      if (!board.filedAs(key)) board.set(filed)
    }
    if (gone.length === 0 || !(await isReachable('outbox'))) return
    for (const key of gone) {
      lost.set(key, board.filedAs(key)?.versions?.map(({ version }) => version) ?? [])
      board.remove(key)
    }
  }
  /** One look at a time. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const done = last.then(run)
    last = done.catch(() => undefined)
    return done
  }
  let pending = new Set<string>()
  const lookAtPending = async (): Promise<void> => {
    if (pending.size === 0) return
    await wait(togetherMs)
    const keys = pending
    pending = new Set()
    await look(keys)
  }
  return {
    look: key => {
      pending.add(key)
      return inTurn(lookAtPending)
    },
    lookAll: () => inTurn(() => look(board.filed().map(({ key }) => key))),
    lookForResults: () => inTurn(lookForResults),
  }
}
