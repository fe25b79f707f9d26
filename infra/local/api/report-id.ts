import { createHash } from 'node:crypto'
import type { Board } from '../results/board.ts'
import type { Entry } from '../results/entry.ts'

/**
 * How a file is addressed. Its key has slashes, Chinese and spaces, which proxies, shells and generated clients each treat in
 * their own way; so an address has the beginning of the key's hash, long enough that nobody finds two keys with one id.
 */
const digits = 32

const known = new Map<string, string>()

export const idOf = (key: string): string => {
  const there = known.get(key)
  if (there !== undefined) return there
  const id = createHash('sha256').update(key).digest('hex').slice(0, digits)
  known.set(key, id)
  return id
}

/** The file of the list that an id means. */
export const entryOf = (id: string, board: Board): Entry | undefined =>
  board.entries().find(({ key }) => idOf(key) === id)
