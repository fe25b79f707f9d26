import { rename } from 'node:fs/promises'

/** Moves files in pairs of places, in their order; where one cannot be moved, all go back. */
export const moveAll = async (moves: readonly (readonly [string, string])[]): Promise<void> => {
  const done: (readonly [string, string])[] = []
  try {
    for (const [from, to] of moves) {
      await rename(from, to)
      done.push([from, to])
    }
  } catch (error) {
    for (const [from, to] of done.toReversed()) await rename(to, from).catch(() => undefined)
    throw error
  }
}
