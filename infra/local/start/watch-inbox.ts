import { relative, sep } from 'node:path'
import { watch } from 'chokidar'
import { skipReason } from '../../../lib/submission/skip.ts'
import { whenStill } from './when-still.ts'

export interface InboxWatcher {
  readonly close: () => Promise<void>
}

export interface InboxListener {
  readonly changed: (key: string) => void
  readonly failed: (error: unknown) => void
}

/** Tells of every file that is in the folder or lands there, once nothing has changed it for `stillMs`. */
export const watchInbox = (inbox: string, stillMs: number, listener: InboxListener): InboxWatcher => {
  const keyOf = (path: string) => relative(inbox, path).split(sep).join('/')
  // chokidar's own waiting leaves out the files that are there at the start, which may be half copied too.
  const watcher = watch(inbox, {
    ignored: path => {
      const key = keyOf(path)
      return key !== '' && skipReason({ key }) !== null
    },
    followSymlinks: false,
    ignorePermissionErrors: true,
  })
  const waiting = new Set<string>()
  const closing = new AbortController()
  const tell = async (path: string) => {
    if (waiting.has(path)) return
    waiting.add(path)
    const still = await whenStill(path, stillMs, closing.signal).catch(() => false)
    waiting.delete(path)
    if (still && !closing.signal.aborted) listener.changed(keyOf(path))
  }
  watcher.on('add', tell)
  watcher.on('change', tell)
  watcher.on('error', error => listener.failed(error))
  return {
    close: async () => {
      closing.abort()
      await watcher.close()
    },
  }
}
