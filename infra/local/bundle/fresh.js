// Plain JavaScript, like the launcher that asks.
import { readFileSync, statSync } from 'node:fs'

/**
 * Whether a bundle is made of the sources as they are now. `list` is the file beside the bundle that tells the size
 * in bytes and the time of change in milliseconds of each: `{ "lib/convert.ts": [2345, 1700000000000.5] }`, paths
 * below `root`. Some programs copy times without their last digits.
 * @param {URL} list
 * @param {URL} root
 */
export const isFresh = (list, root) => {
  try {
    return Object.entries(JSON.parse(readFileSync(list, 'utf8'))).every(([path, [size, changed]]) => {
      const now = statSync(new URL(path, root))
      return now.size === size && Math.abs(now.mtimeMs - changed) < 2
    })
  } catch {
    return false
  }
}
