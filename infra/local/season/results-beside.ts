import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/**
 * The folder of results as the pages of a season below `out` see it, as the start of a link; null where several folders
 * make the season, or another disk has it.
 */
export const resultsBeside = (from: readonly string[], out: string): string | null => {
  const [only] = from
  if (from.length !== 1 || only === undefined) return null
  const way = relative(join(resolve(out), 'season'), resolve(only))
  return isAbsolute(way) ? null : way.split(sep).map(encodeURIComponent).join('/')
}
