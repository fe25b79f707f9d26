import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Watches every whole file below `root` that this thread reads from now on, and counts those whose contents are
 * still alive; exact after a collection. `read` is told of each path once its contents are there.
 */
export const watchReads = (root: string, read: (path: string) => void): (() => number) => {
  const alive = new Set<WeakRef<Buffer>>()
  const original = fs.readFile
  const watched = async (...given: Parameters<typeof original>) => {
    const [path] = given
    const contents: unknown = await original(...given)
    if (typeof path === 'string' && path.startsWith(root) && Buffer.isBuffer(contents)) {
      alive.add(new WeakRef(contents))
      read(path)
    }
    return contents
  }
  fs.readFile = watched as typeof original
  syncBuiltinESMExports()
  return () => {
    for (const reference of alive) if (!reference.deref()) alive.delete(reference)
    return alive.size
  }
}
