import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Watches every whole file below `root` that this thread reads from now on, and counts those whose contents are
 * still alive; exact after a collection. `read` is told of each path once its contents are there, and
 * were seen to be those of one moment.
 */
export const watchReads = (root: string, read: (path: string) => void): (() => number) => {
  const alive = new Set<WeakRef<Buffer>>()
  const original = fs.open
  fs.open = async (...given) => {
    const [path] = given
    const file = await original(...given)
    if (typeof path !== 'string' || !path.startsWith(root)) return file
    const [whole, close] = [file.readFile.bind(file), file.close.bind(file)]
    let taken = false
    const readFile = async () => {
      const contents = await whole()
      alive.add(new WeakRef(contents))
      taken = true
      return contents
    }
    return Object.assign(file, {
      readFile,
      close: async () => {
        await close()
        if (taken) read(path)
      },
    })
  }
  syncBuiltinESMExports()
  return () => {
    for (const reference of alive) if (!reference.deref()) alive.delete(reference)
    return alive.size
  }
}
