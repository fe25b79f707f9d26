import { join, relative, sep } from 'node:path'
import { watch } from 'chokidar'
import { passedOver } from '../../../lib/submission/skip.ts'
import { filesBelow } from './files-below.ts'
import { leadsOut } from './open-inside.ts'
import { stampOf, whenStill } from './when-still.ts'

export interface InboxWatcher {
  /** The file is whole: it was put there at once. */
  readonly arrived: (key: string) => Promise<void>
  /** Waits for the file anew. */
  readonly again: (key: string) => void
  readonly close: () => Promise<void>
}

export interface InboxListener {
  readonly changed: (key: string) => void
  /** A file that was told of, or would have been, is there no more. */
  readonly gone?: (key: string) => void
  /** A link that leads out of the folder is not followed. */
  readonly left?: (key: string) => void
  readonly failed: (error: unknown) => void
}

export interface WatchTimes {
  /** A file counts as whole when nothing has changed it for so long. */
  readonly stillMs: number
  /** How often the folder is looked through. */
  readonly lookMs: number
}

/**
 * Tells of every file that is in the folder or lands there, once nothing changes it any more. The system's own
 * messages make that quick; looking through the folder now and then makes it certain: a folder on a server sends none.
 */
export const watchInbox = (
  inbox: string,
  { stillMs, lookMs }: WatchTimes,
  listener: InboxListener,
): InboxWatcher => {
  const keyOf = (path: string) => relative(inbox, path).split(sep).join('/')
  const isIgnored = (path: string) => {
    const key = keyOf(path)
    return key !== '' && passedOver({ key }) !== null
  }
  // chokidar's own waiting leaves out the files that are there at the start, which may be half copied too.
  const watcher = watch(inbox, { ignored: isIgnored, followSymlinks: false, ignorePermissionErrors: true })
  const waiting = new Set<string>()
  const told = new Map<string, string>()
  const left = new Set<string>()
  const closing = new AbortController()
  const tell = async (path: string) => {
    if (waiting.has(path)) return
    waiting.add(path)
    if (await leadsOut(inbox, path).catch(() => false)) {
      waiting.delete(path)
      if (!left.has(path)) listener.left?.(keyOf(path))
      left.add(path)
      return
    }
    left.delete(path)
    const stamp = await whenStill(path, stillMs, closing.signal).catch(() => null)
    waiting.delete(path)
    if (stamp === null || closing.signal.aborted) return
    if (told.get(path) === stamp) return
    told.set(path, stamp)
    listener.changed(keyOf(path))
  }
  watcher.on('add', tell)
  watcher.on('change', tell)
  const gone = (path: string) => {
    told.delete(path)
    listener.gone?.(keyOf(path))
  }
  watcher.on('unlink', gone)
  watcher.on('error', error => listener.failed(error))

  let looking: Promise<void> | null = null
  const look = async () => {
    const there = new Set<string>()
    for await (const path of filesBelow(inbox, isIgnored)) {
      if (closing.signal.aborted) return
      there.add(path)
      if (told.get(path) !== (await stampOf(path))) void tell(path)
    }
    for (const path of told.keys()) if (!there.has(path) && (await stampOf(path)) === null) gone(path)
  }
  // A large folder on a slow server takes longer than the time between two looks.
  const clock = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null
    })
  }, lookMs)
  const pathOf = (key: string) => join(inbox, ...key.split('/'))
  return {
    arrived: async key => {
      const stamp = await stampOf(pathOf(key))
      if (stamp === null || told.get(pathOf(key)) === stamp) return
      told.set(pathOf(key), stamp)
      listener.changed(key)
    },
    again: key => {
      told.delete(pathOf(key))
      void tell(pathOf(key))
    },
    close: async () => {
      clearInterval(clock)
      closing.abort()
      await looking
      await watcher.close()
    },
  }
}
